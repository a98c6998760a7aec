package id.siklus.app.desk

import android.os.Looper
import id.siklus.app.MainActivity
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.time.Duration

/** The app in a window of the desktop, until it is closed: the real Activity with mouse and keys in place of fingers. */
@RunWith(RobolectricTestRunner::class)
@Config(application = DeskApp::class)
class Window {
    private val controller = Robolectric.buildActivity(MainActivity::class.java)
    private val main = shadowOf(Looper.getMainLooper())

    @Test
    fun untilItIsClosed() {
        val app = RuntimeEnvironment.getApplication() as DeskApp
        app.begin()
        controller.setup()
        main.idle()
        println("Bu Rina's PIN, for when the app has locked itself: ${DeskApp.PIN}")
        val glass = Glass("Siklus")
        val fingers = Fingers { controller.get() }
        var before = System.nanoTime()
        while (!glass.isClosed && !controller.get().isFinishing) {
            glass.touches().forEach(fingers::touch)
            val now = System.nanoTime()
            main.idleFor(Duration.ofNanos(now - before))
            before = now
            glass.show(controller.get().window.decorView)
            Thread.sleep(FRAME_MS)
        }
        glass.close()
        app.end()
    }

    private companion object {
        const val FRAME_MS = 40L
    }
}
