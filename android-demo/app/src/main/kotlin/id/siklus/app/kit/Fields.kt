package id.siklus.app.kit

import android.view.View
import android.widget.EditText
import android.widget.LinearLayout
import id.siklus.app.R

/** Shows fields in a column. What is typed is kept in [typed] at once, so that a turned phone loses nothing; errors stand at their field. */
class Fields(column: LinearLayout, private val typed: MutableMap<String, String>) {
    private var errors: Map<String, String> = emptyMap()
    private val rows = Rows<Field>(column, { it.name }, { R.layout.field }, ::bind)

    /** Shows these, with what is wrong with them by their names. */
    fun show(fields: List<Field>, errors: Map<String, String>) {
        this.errors = errors
        rows.show(fields)
    }

    /** The view of the first field that is wrong. */
    fun firstWrong(): View? = errors.keys.firstNotNullOfOrNull(rows::view)

    private fun bind(view: View, field: Field) {
        val input = view.getTag(R.id.input) as EditText? ?: begin(view, field)
        input.isActivated = field.name in errors
        view.text(R.id.error).showText(errors[field.name])
    }

    /** Each input has an id of its own, by which its label speaks for it. */
    private fun begin(view: View, field: Field): EditText {
        val (label, input) = view.text(R.id.label) to view.findViewById<EditText>(R.id.input)
        view.setTag(R.id.input, input)
        input.id = View.generateViewId()
        label.setText(field.label)
        label.labelFor = input.id
        input.takes(field.shape, typed[field.name]) { typed[field.name] = it }
        return input
    }
}

/** Takes what is typed in this shape, and tells it tidied. */
fun EditText.takes(shape: Field.Shape, text: String?, told: (String) -> Unit) {
    inputType = shape.input
    if (shape == Field.Shape.DATE) setHint(R.string.date_shape)
    isSaveEnabled = false
    setText(text)
    onText { now ->
        val tidy = shape.tidy(now)
        told(tidy)
        if (tidy != now) put(tidy)
    }
}

/** Puts a text there, with the cursor behind it. */
fun EditText.put(text: String) {
    setText(text)
    setSelection(text.length)
}

/** One of several fields: buttons say which, and it stands beneath them. */
class ChosenField<T : Any>(
    column: LinearLayout,
    typed: MutableMap<String, String>,
    private val field: (T) -> Field,
    private val buttons: (T?) -> Unit,
) {
    private val fields = Fields(column, typed)

    /** Shows the one that is chosen, with what is wrong with it. */
    fun show(chosen: T?, error: (Field) -> String?) {
        buttons(chosen)
        val shown = chosen?.let(field)
        fields.show(listOfNotNull(shown), listOfNotNull(shown?.let { one -> error(one)?.let { one.name to it } }).toMap())
    }

    /** Its view, when it is wrong. */
    fun firstWrong(): View? = fields.firstWrong()
}
