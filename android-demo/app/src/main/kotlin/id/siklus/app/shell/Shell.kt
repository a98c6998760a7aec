package id.siklus.app.shell

import android.annotation.TargetApi
import android.content.Context
import android.content.res.ColorStateList
import android.graphics.Rect
import android.os.Build
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.view.ViewTreeObserver
import android.view.WindowInsets
import android.view.inputmethod.InputMethodManager
import android.widget.Button
import android.widget.FrameLayout
import android.widget.ImageButton
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.ProgressBar
import android.widget.ScrollView
import android.widget.TextView
import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.Said
import id.siklus.app.kit.Speaker
import id.siklus.app.kit.shown
import id.siklus.app.kit.showText

/** What every screen has around its content, always in the same place: header, danger bar, one button at the bottom. */
class Shell(
    /** All of it. */
    val root: View,
    /** Reads aloud. */
    val speaker: Speaker,
    private val onBack: () -> Unit,
) {
    private val scroll: ScrollView = root.findViewById(R.id.scroll)
    private val place: FrameLayout = root.findViewById(R.id.content)
    private val header: View = root.findViewById(R.id.header)
    private val back: ImageButton = root.findViewById(R.id.back)
    private val title: TextView = root.findViewById(R.id.title)
    private val saved: TextView = root.findViewById(R.id.saved)
    private val action: ImageButton = root.findViewById(R.id.header_action)
    private val step: TextView = root.findViewById(R.id.step)
    private val progress: ProgressBar = root.findViewById(R.id.progress)
    private val danger: View = root.findViewById(R.id.danger)
    private val primary: Button = root.findViewById(R.id.primary)
    private val waiting: View = root.findViewById(R.id.waiting)

    /** The members of a visit as chips under the header. */
    val chips: LinearLayout = root.findViewById(R.id.chips)

    init {
        back.setOnClickListener { onBack() }
    }

    /** What its words and sizes come from. */
    val context: Context get() = root.context

    /** A text of the app. */
    fun text(id: Int, vararg arguments: Any): String = context.getString(id, *arguments)

    /** What the app says. */
    fun text(said: Said): String = text(said.id, *said.with)

    /** An empty screen. */
    fun clear() {
        speaker.stop()
        place.removeAllViews()
        chips.removeAllViews()
        for (part in listOf(action, danger, primary, progress, root.findViewById(R.id.chips_scroll))) part.shown = false
        for (part in listOf(title, saved, step)) part.showText(null)
        scroll.scrollTo(0, 0)
    }

    /** Fills the space between header and bottom. */
    fun content(layout: Int): View {
        place.removeAllViews()
        return inflate(layout, place).also(place::addView)
    }

    /** A view of a layout, for a parent to which it is not added yet. */
    fun inflate(layout: Int, parent: ViewGroup): View = LayoutInflater.from(context).inflate(layout, parent, false)

    /** The words in the header. */
    fun header(title: String, canGoBack: Boolean, step: String? = null) {
        this.title.showText(title)
        this.step.showText(step)
        back.shown = canGoBack
    }

    /** The button at the end of the header; without an icon it goes. */
    fun headerAction(icon: Int?, label: String, tap: () -> Unit) {
        action.shown = icon != null
        action.setImageResource(icon ?: return)
        action.contentDescription = label
        action.setOnClickListener { tap() }
    }

    /** Whether there are chips under the header. */
    fun showChips(shown: Boolean) {
        root.findViewById<View>(R.id.chips_scroll).shown = shown
    }

    /** When the last answer was saved. */
    fun saved(text: String?) = saved.showText(text)

    /** How far the form is. */
    fun progress(answered: Int, of: Int) {
        progress.shown = of > 0
        progress.max = of
        progress.progress = answered
    }

    /** The bar of a danger sign; none takes it away. */
    fun danger(text: String?, look: ActionLook = ActionLook.EMERGENCY, tap: () -> Unit = {}) {
        danger.shown = text != null
        if (text == null) return
        danger.setBackgroundColor(look.surface(context))
        danger.findViewById<ImageView>(R.id.danger_icon).let { look.put(it) }
        danger.findViewById<ImageView>(R.id.danger_open).imageTintList = ColorStateList.valueOf(look.colour(context))
        danger.findViewById<TextView>(R.id.danger_text).let {
            // Setting a text says it aloud, so the same one is not set again.
            if (it.text.toString() != text) it.text = text
            it.setTextColor(look.colour(context))
        }
        danger.setOnClickListener { tap() }
    }

    /** The one button of the screen. */
    fun primary(label: String?, tap: () -> Unit = {}) {
        primary.showText(label)
        primary.setOnClickListener { tap() }
    }

    /** Shows that something takes its time. */
    fun waiting(words: Int?) {
        waiting.shown = words != null
        words?.let(root.findViewById<TextView>(R.id.waiting_text)::setText)
    }

    /** Says what went wrong and what can be done, in place of the content. */
    fun problem(error: SiklusException, again: (() -> Unit)?, leave: () -> Unit) {
        clear()
        ProblemView(this, error, again, leave)
    }

    /** Takes the keyboard of the phone away. */
    fun hideKeyboard() {
        context.getSystemService(InputMethodManager::class.java).hideSoftInputFromWindow(root.windowToken, 0)
    }

    /** Keeps everything clear of the bars of the system and of the keyboard. */
    fun makeRoom(insets: WindowInsets) {
        val (left, top, right, bottom) = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) room(insets) else oldRoom(insets)
        root.setPadding(left, 0, right, bottom)
        header.setPadding(0, top, 0, 0)
    }

    @TargetApi(Build.VERSION_CODES.R)
    private fun room(insets: WindowInsets): List<Int> {
        val all = WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout() or WindowInsets.Type.ime()
        return insets.getInsets(all).run { listOf(left, top, right, bottom) }
    }

    @Suppress("DEPRECATION")
    private fun oldRoom(insets: WindowInsets): List<Int> =
        insets.run { listOf(systemWindowInsetLeft, systemWindowInsetTop, systemWindowInsetRight, systemWindowInsetBottom) }

    /** Brings a part of the content into sight, once it is laid out. */
    fun scrollTo(view: View) {
        if (!root.isLayoutRequested) return show(view)
        root.viewTreeObserver.addOnGlobalLayoutListener(
            object : ViewTreeObserver.OnGlobalLayoutListener {
                override fun onGlobalLayout() {
                    root.viewTreeObserver.removeOnGlobalLayoutListener(this)
                    show(view)
                }
            },
        )
    }

    private fun show(view: View) {
        view.requestRectangleOnScreen(Rect(0, 0, view.width, view.height), true)
    }
}
