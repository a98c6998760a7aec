package id.siklus.app.screen.household

import android.view.View
import android.widget.LinearLayout
import id.siklus.PersonField
import id.siklus.Relation
import id.siklus.Sex
import id.siklus.app.R
import id.siklus.app.kit.ChosenField
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.Fields
import id.siklus.app.kit.choices
import id.siklus.app.kit.label
import id.siklus.app.kit.show
import id.siklus.app.kit.showPairs
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the fields of a person. */
class PersonFormView(shell: Shell, private val presenter: PersonFormPresenter) : ScreenView<PersonFormState>(shell, R.layout.person_form) {
    private val name = Fields(content.findViewById(R.id.name), presenter.typed)
    private val born = ChosenField(content.findViewById(R.id.born), presenter.typed, BornAs::field, ::showBornAs)
    private val others = Fields(content.findViewById(R.id.others), presenter.typed)
    private val sex: FairRow = content.findViewById(R.id.sex)
    private val bornAs: LinearLayout = content.findViewById(R.id.born_as)
    private val relation: LinearLayout = content.findViewById(R.id.relation)

    override fun draw(state: PersonFormState) {
        shell.header(shell.text(if (state.known == null) R.string.new_member else R.string.correct_person), canGoBack = true)
        shell.primary(shell.text(R.string.save), presenter::save)
        content.text(R.id.warnings).showText(state.warnings.joinToString("\n") { shell.text(it) })
        name.show(listOf(PersonFormState.NAME), state.errors)
        choices()
        born.show(presenter.bornAs) { state.errors[PersonField.BORN.key] }
        others.show(PersonFormState.OTHERS + if (state.known == null) emptyList() else PersonFormState.ENDS, state.errors)
        content.text(R.id.sex_error).showText(state.errors[PersonField.SEX.key])
        firstWrong(state)?.let(shell::scrollTo)
    }

    private fun firstWrong(state: PersonFormState): View? =
        name.firstWrong() ?: sex.takeIf { PersonField.SEX.key in state.errors } ?: born.firstWrong() ?: others.firstWrong()

    private fun choices() {
        sex.show(shell.choices(Sex.entries, presenter.sex, Sex::label, presenter::choose))
        relation.showPairs(shell.choices(Relation.entries, presenter.relation, Relation::label, presenter::choose))
    }

    private fun showBornAs(chosen: BornAs?) = bornAs.showPairs(shell.choices(BornAs.entries, chosen, BornAs::label, presenter::choose))
}
