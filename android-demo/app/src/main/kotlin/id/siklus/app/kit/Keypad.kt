package id.siklus.app.kit

import android.content.Context
import android.util.AttributeSet
import android.view.LayoutInflater
import android.view.View
import android.widget.Button
import android.widget.ImageButton
import android.widget.LinearLayout
import id.siklus.app.R

/** Large keys for digits, a comma and taking one back. The keyboard of the phone is too small for a finger at the door. */
class Keypad(context: Context, attributes: AttributeSet?) : LinearLayout(context, attributes) {
    /** A digit or the comma was tapped. */
    var onKey: (Char) -> Unit = {}

    /** One is taken back. */
    var onLess: () -> Unit = {}

    /** Whether there is a comma. */
    var hasComma: Boolean
        get() = comma.visibility == View.VISIBLE
        set(value) {
            comma.visibility = if (value) View.VISIBLE else View.INVISIBLE
        }

    private val comma: Button

    init {
        orientation = VERTICAL
        for (keys in listOf("123", "456", "789")) row().let { row -> keys.forEach { row.addView(key(it)) } }
        comma = key(Keyed.COMMA)
        row().let { row ->
            row.addView(comma)
            row.addView(key('0'))
            row.addView(less())
        }
    }

    private fun row() = (LayoutInflater.from(context).inflate(R.layout.keypad_row, this, false) as LinearLayout).also(::addView)

    private fun key(key: Char): Button {
        val button = LayoutInflater.from(context).inflate(R.layout.keypad_key, this, false) as Button
        button.text = key.toString()
        button.setOnClickListener { onKey(key) }
        return button
    }

    private fun less(): View {
        val button = LayoutInflater.from(context).inflate(R.layout.keypad_less, this, false) as ImageButton
        button.setOnClickListener { onLess() }
        return button
    }
}
