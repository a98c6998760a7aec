package id.siklus.app

import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Bundle
import android.os.Looper
import android.os.Parcel
import android.os.SystemClock
import android.view.MotionEvent
import android.view.View
import android.view.ViewGroup
import android.view.WindowInsets
import android.widget.TextView
import id.siklus.app.model.Model
import kotlinx.coroutines.runBlocking
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import java.nio.file.Path
import java.time.Duration
import kotlin.io.path.createDirectories
import kotlin.io.path.outputStream

/** A cadre's hand and eye: it taps at what can be seen, and reads the screen. */
class Hand {
    private val app = RuntimeEnvironment.getApplication() as TestApp
    private var controller: ActivityController<MainActivity> = Robolectric.buildActivity(MainActivity::class.java)
    val phone = app.phone as TestPhone
    val model: Model get() = app.model
    private val window: View get() = controller.get().window.decorView

    /** The screen comes up. */
    fun open(): Hand {
        controller.setup()
        settle()
        return this
    }

    /** Waits until nothing is going on any more. */
    fun settle() {
        val main = shadowOf(Looper.getMainLooper())
        do {
            main.idle()
            if (model.isBusy) Thread.sleep(1)
        } while (model.isBusy || !main.isIdle)
    }

    /** Time goes by, on all clocks. */
    fun wait(time: Duration) {
        phone.wait(time)
        shadowOf(Looper.getMainLooper()).idleFor(time)
        settle()
    }

    /** She goes out of the app and comes back after a while; a phone may freeze what is not seen. */
    fun leaveFor(time: Duration, isFrozen: Boolean = false) {
        controller.pause().stop()
        if (isFrozen) phone.wait(time) else wait(time)
        controller.restart().start().resume()
        settle()
    }

    /** The process is killed while she is elsewhere, and begins again. The platform gives back what it was handed. */
    fun die(meanwhile: () -> Unit = {}) {
        val kept = Bundle()
        controller.pause().stop().saveInstanceState(kept).destroy()
        runBlocking { model.session?.close() }
        app.die()
        meanwhile()
        controller = Robolectric.buildActivity(MainActivity::class.java).setup(kept.throughParcel())
        settle()
    }

    private fun Bundle.throughParcel(): Bundle {
        val parcel = Parcel.obtain()
        parcel.writeBundle(this)
        parcel.setDataPosition(0)
        return parcel.readBundle(javaClass.classLoader)!!
    }

    /** All words on the screen, from top to bottom. */
    fun words(): String = views().filterIsInstance<TextView>().map { it.text.toString() }.filter(String::isNotEmpty).joinToString("\n")

    /** Taps at the middle of the view with these words. */
    fun tap(words: String) = tap(find(words))

    /** Taps at the middle of a view. */
    fun tap(view: View) {
        view.requestRectangleOnScreen(android.graphics.Rect(0, 0, view.width, view.height), true)
        settle()
        val place = IntArray(2).also(view::getLocationInWindow)
        val (x, y) = place[0] + view.width / 2f to place[1] + view.height / 2f
        val now = SystemClock.uptimeMillis()
        for (action in listOf(MotionEvent.ACTION_DOWN, MotionEvent.ACTION_UP)) {
            window.dispatchTouchEvent(MotionEvent.obtain(now, now, action, x, y, 0))
        }
        settle()
    }

    /** The view that says this, by its text or its description. */
    fun find(words: String): View =
        views().firstOrNull { it.contentDescription?.toString() == words || (it as? TextView)?.text?.toString() == words }
            ?: error("'$words' is not on the screen:\n${words()}")

    /** Every view that can be seen. */
    fun views(): List<View> = walk(window).filter(View::isShown).toList()

    /** A picture of the screen. */
    fun picture(name: String) {
        settle()
        val bitmap = Bitmap.createBitmap(window.width, window.height, Bitmap.Config.ARGB_8888)
        window.draw(Canvas(bitmap))
        val folder = Path.of(System.getProperty("siklus.pictures")).createDirectories()
        folder.resolve("$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    /** Bars of the system, as a real phone has them. */
    fun withBars(): Hand {
        val bars = android.graphics.Insets.of(0, 48, 0, 48)
        window.dispatchApplyWindowInsets(WindowInsets.Builder().setInsets(WindowInsets.Type.systemBars(), bars).build())
        settle()
        return this
    }

    private fun walk(view: View): Sequence<View> =
        sequence {
            yield(view)
            if (view is ViewGroup) for (child in 0 until view.childCount) yieldAll(walk(view.getChildAt(child)))
        }
}
