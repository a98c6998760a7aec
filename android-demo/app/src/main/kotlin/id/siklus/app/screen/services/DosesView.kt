package id.siklus.app.screen.services

import android.view.View
import android.view.inputmethod.InputMethodManager
import android.widget.EditText
import android.widget.LinearLayout
import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.kit.Rows
import id.siklus.app.kit.onTap
import id.siklus.app.kit.put
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.takes
import id.siklus.app.kit.text
import id.siklus.app.shell.Shell

/** Draws the dates of a service as they are entered, each with what is wrong with it. */
class DosesView(private val shell: Shell, column: LinearLayout, private val presenter: ServiceCardPresenter) {
    private val rows = Rows<Int>(column, { it }, { R.layout.service_dose }, ::bind)
    private lateinit var row: ServiceCardState.Row

    /** Shows those of a service. */
    fun show(row: ServiceCardState.Row) {
        this.row = row
        // Once that nobody knows the day is said by the button already.
        rows.show(row.doses.indices.filter { row.isMany || row.doses[it].typed != null })
    }

    private fun bind(view: View, place: Int) {
        val typed = row.doses[place].typed
        val input = view.getTag(R.id.input) as EditText? ?: begin(view, place)
        view.show(R.id.dated, typed != null)
        view.show(R.id.undated, typed == null)
        if (input.text.toString() != typed.orEmpty()) input.put(typed.orEmpty())
        input.isActivated = place in row.errors
        view.text(R.id.error).showText(if (place in row.errors) shell.wrong(row.errors[place]) else null)
        view.show(R.id.remove, row.isMany)
        view.onTap(R.id.remove) { presenter.enter(row.service.code, row.doses.filterIndexed { at, _ -> at != place }) }
    }

    /** Each input has an id of its own, by which its label speaks for it. An empty one is waiting to be typed into. */
    private fun begin(view: View, place: Int): EditText {
        val input: EditText = view.findViewById(R.id.input)
        view.setTag(R.id.input, input)
        input.id = View.generateViewId()
        view.text(R.id.label).labelFor = input.id
        input.takes(Field.Shape.DATE, row.doses[place].typed) { text -> type(place, text) }
        if (row.doses[place].typed?.isEmpty() == true) input.post { focus(input) }
        return input
    }

    private fun focus(input: EditText) {
        if (!input.isShown || !input.requestFocus()) return
        shell.context.getSystemService(InputMethodManager::class.java).showSoftInput(input, 0)
    }

    private fun type(place: Int, text: String) {
        val known = row.doses.getOrNull(place)?.typed ?: return
        if (known != text) presenter.enter(row.service.code, row.doses.mapIndexed { at, dose -> if (at == place) Dose(text) else dose })
    }
}
