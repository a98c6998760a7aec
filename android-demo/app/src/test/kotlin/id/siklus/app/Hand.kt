package id.siklus.app

import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Bundle
import android.os.Looper
import android.os.Parcel
import android.os.SystemClock
import android.view.InputDevice
import android.view.KeyCharacterMap
import android.view.KeyEvent
import android.view.MotionEvent
import android.view.View
import android.view.ViewGroup
import android.view.WindowInsets
import android.widget.EditText
import android.widget.ScrollView
import android.widget.TextView
import id.siklus.app.desk.Dress
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertTrue
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

    /** All of these must stand on the screen. */
    fun sees(vararg expected: String) = expected.forEach { assertTrue("'$it' is not among\n${words()}", it in words()) }

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
            window.dispatchTouchEvent(MotionEvent.obtain(now, now, action, x, y, 0).apply { source = InputDevice.SOURCE_TOUCHSCREEN })
        }
        settle()
    }

    /** Two fingers lie on a view, so far from each other, and move together or apart. */
    fun pinch(view: View, from: Float, until: Float) {
        view.requestRectangleOnScreen(android.graphics.Rect(0, 0, view.width, view.height), true)
        settle()
        val place = IntArray(2).also(view::getLocationInWindow)
        val (x, y) = place[0] + view.width / 2f to place[1] + view.height / 2f
        val now = SystemClock.uptimeMillis()
        fun fingers(action: Int, count: Int, apart: Float, step: Int) {
            val names = Array(count) { finger -> MotionEvent.PointerProperties().apply { id = finger } }
            val places = Array(count) { finger -> MotionEvent.PointerCoords().also { it.x = x + apart * (finger - 0.5f); it.y = y } }
            val event = MotionEvent.obtain(now, now + step, action, count, names, places, 0, 0, 1f, 1f, 0, 0, InputDevice.SOURCE_TOUCHSCREEN, 0)
            window.dispatchTouchEvent(event)
        }
        val second = 1 shl MotionEvent.ACTION_POINTER_INDEX_SHIFT
        fingers(MotionEvent.ACTION_DOWN, 1, from, 0)
        fingers(MotionEvent.ACTION_POINTER_DOWN or second, 2, from, 0)
        for (step in 1..STEPS) fingers(MotionEvent.ACTION_MOVE, 2, from + (until - from) * step / STEPS, step * STEPS)
        fingers(MotionEvent.ACTION_POINTER_UP or second, 2, until, STEPS * STEPS + 1)
        fingers(MotionEvent.ACTION_UP, 1, until, STEPS * STEPS + 2)
        settle()
    }

    /** Taps the one button at the bottom. */
    fun primary() = tap(view(R.id.primary))

    /** The view with this id. */
    fun view(id: Int): View = window.findViewById(id)

    /** What is shown in a part of the screen. */
    fun children(part: View): List<View> = walk(part).filter(View::isShown).toList()

    /** The view with these words in the row of a list that shows this. */
    fun within(row: Any, words: String): View = children(views().first { it.tag == row }).first { (it as? TextView)?.text?.toString() == words }

    /** Types on a keyboard into a field, over what stands there. */
    fun keys(field: EditText, text: String) {
        tap(field)
        field.selectAll()
        val keyboard = KeyCharacterMap.load(KeyCharacterMap.VIRTUAL_KEYBOARD)
        val presses = if (text.isEmpty()) listOf(KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP).map { KeyEvent(it, KeyEvent.KEYCODE_DEL) } else keyboard.getEvents(text.toCharArray()).asList()
        presses.forEach(field::dispatchKeyEvent)
        settle()
    }

    /** The places that lie over each other, the one that is seen last. */
    fun stack() = model.keep().getValue(model.atWork().cadre)

    /** Opens a place over this one. */
    fun at(place: Place) {
        model.open(place)
        settle()
    }

    /** Goes back to the first screen. */
    fun leave() {
        model.backTo(Place.Today)
        settle()
    }

    /** The view that says this, by its text or its description. */
    fun find(words: String): View {
        val says = views().filter { it.contentDescription?.toString() == words || (it as? TextView)?.text?.toString() == words }
        return says.firstOrNull(View::isClickable) ?: says.firstOrNull() ?: error("'$words' is not on the screen:\n${words()}")
    }

    /** Every view that can be seen. */
    fun views(): List<View> = walk(window).filter(View::isShown).toList()

    /** What the eye sees. */
    fun look(): Bitmap {
        settle()
        return Bitmap.createBitmap(window.width, window.height, Bitmap.Config.ARGB_8888).also { window.draw(Canvas(it)) }
    }

    /** Looks at the screen from its top to its bottom, a part of it at a time. */
    fun scrollThrough(look: (View) -> Unit) {
        val scroll = window.findViewById<ScrollView>(R.id.scroll)
        do {
            val before = scroll.scrollY
            look(window)
            scroll.scrollBy(0, scroll.height / 2)
            settle()
        } while (scroll.scrollY > before)
    }

    /** A picture of the screen. */
    fun picture(name: String, scale: Float = 1f) {
        val seen = look()
        val bitmap = if (scale == 1f) seen else Bitmap.createScaledBitmap(seen, (seen.width * scale).toInt(), (seen.height * scale).toInt(), true)
        val file = Path.of(System.getProperty("siklus.pictures")).resolve("$name.png")
        file.parent.createDirectories()
        file.outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    /** Another language, size of text, or time of day. */
    fun wear(dress: Dress): Hand {
        // What the library says is read again; the app's own words come with the Activity.
        val isTranslated = model.session != null && phone.look.language != dress.language && stack().last().place !is AccessPlace
        phone.look.language = dress.language
        RuntimeEnvironment.setQualifiers(if (dress.dark) "+night" else "+notnight")
        RuntimeEnvironment.setFontScale(dress.fontScale)
        controller.recreate()
        if (isTranslated) model.refresh()
        return withBars()
    }

    /** The phone is turned. */
    fun turn(): Hand {
        RuntimeEnvironment.setQualifiers(if (window.width > window.height) "+port" else "+land")
        controller.recreate()
        return withBars()
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

    private companion object {
        /** In how many moves fingers part. */
        const val STEPS = 10
    }
}

/** Scrolls to the first part of the screen with this id that is shown. */
fun Hand.reveal(id: Int) {
    val view = views().first { it.id == id }
    view.requestRectangleOnScreen(android.graphics.Rect(0, 0, view.width, view.height), true)
    settle()
}
