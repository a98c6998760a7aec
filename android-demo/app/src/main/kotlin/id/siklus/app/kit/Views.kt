package id.siklus.app.kit

import android.app.Activity
import android.graphics.Typeface
import android.text.Editable
import android.text.TextWatcher
import android.view.View
import android.widget.EditText
import android.widget.ImageView
import android.widget.TextView
import id.siklus.Standing
import id.siklus.app.R
import id.siklus.app.model.SearchingPresenter
import id.siklus.app.shell.Shell

/** Whether it takes part in the screen. */
var View.shown: Boolean
    get() = visibility == View.VISIBLE
    set(value) {
        visibility = if (value) View.VISIBLE else View.GONE
    }

/** Whether a part of this view takes part in the screen. */
fun View.show(id: Int, isShown: Boolean) {
    findViewById<View>(id).shown = isShown
}

/** What a tap at a part of this view does. */
fun View.onTap(id: Int, tap: () -> Unit) = findViewById<View>(id).setOnClickListener { tap() }

/** Shows a text, or nothing. */
fun TextView.showText(text: CharSequence?) {
    this.text = text
    visibility = if (text.isNullOrEmpty()) View.GONE else View.VISIBLE
}

/** A text of this view. */
fun View.text(id: Int): TextView = findViewById(id)

/** Name of a `chip`; the chosen one is bold too. A chip without a state has no icon. */
fun View.showChip(name: String, isChosen: Boolean, spoken: String = name) {
    show(R.id.chip_state, findViewById<ImageView>(R.id.chip_state).drawable != null)
    text(R.id.chip_name).let {
        it.text = name
        it.setTypeface(null, if (isChosen) Typeface.BOLD else Typeface.NORMAL)
    }
    isSelected = isChosen
    contentDescription = spoken
}

/** Icon, word and colour of a standing on a view that includes `action_line`; nothing where there is none. */
fun View.showStanding(standing: Standing?) {
    show(R.id.action, standing != null)
    val look = ActionLook.of(standing ?: return)
    findViewById<ImageView>(R.id.action_icon).let(look::put)
    text(R.id.action_word).let {
        it.setText(look.word)
        it.setTextColor(look.colour(context))
    }
}

/** Tells what was typed, at each change. The keyboard of the phone is no part of the screen, so its keys are told to the Activity here. */
fun EditText.onText(told: (String) -> Unit): TextWatcher =
        object : TextWatcher {
            override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit

            override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

            override fun afterTextChanged(text: Editable) {
                (context as? Activity)?.onUserInteraction()
                told(text.toString())
            }
        }.also(::addTextChangedListener)

/** A field in which a name is searched for. */
fun EditText.searches(presenter: SearchingPresenter<*>) {
    setText(presenter.searched)
    onText(presenter::search)
}

/** A loudspeaker that reads a text aloud. */
fun View.speaks(id: Int, shell: Shell, text: () -> String) {
    onTap(id) { shell.speaker.say(text()) }
}
