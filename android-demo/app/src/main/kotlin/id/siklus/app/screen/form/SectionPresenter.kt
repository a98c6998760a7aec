package id.siklus.app.screen.form

import id.siklus.Answer
import id.siklus.Entry
import id.siklus.FormQuestion
import id.siklus.Screen
import id.siklus.Visit
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.Shell
import java.time.OffsetDateTime

/** Asks the questions of one section. Each answer is saved as it is given. */
class SectionPresenter(model: Model, private val place: Place.Section) : Presenter<SectionState>(model), Answering {
    private val form get() = place.whose.form()
    private val language get() = model.phone.look.language
    private var saved: OffsetDateTime? = null

    override fun view(shell: Shell) = SectionView(shell, this)

    override suspend fun load() = state(visit().screen(form, language))

    override fun answer(question: FormQuestion, answer: Answer) = give { answer(form, question.fact, answer, language) }

    override fun type(question: FormQuestion, text: String) = give { answer(form, question.fact, Entry.Typed(text), language) }

    override fun clear(question: FormQuestion) = give { answer(form, question.fact, Entry.Cleared, language) }

    override fun confirm(question: FormQuestion) = give { confirm(form, question.fact, language) }

    fun allNo() = give { answerSectionNo(form, place.section ?: state!!.section.id, language) }

    /** Numbers and dates have a screen of their own. */
    override fun enter(question: FormQuestion) {
        if (question.kind.isKeyed) model.open(Place.Keypad(place.visit, place.whose, question.fact))
    }

    /** Nobody listens. */
    fun alone() {
        model.typed[ALONE] = "yes"
        state?.let { show(state(it.screen)) }
    }

    fun hide() = model.open(Place.Neutral)

    fun open(section: String) = model.open(place.copy(section = section))

    fun finish() = model.backTo(Place.Visit(place.visit)) { it is Place.Visit }

    private fun give(answer: suspend Visit.() -> Screen) = work {
        val screen = visit().answer()
        saved = model.phone.now()
        show(state(screen))
    }

    private suspend fun visit() = model.atWork().visit(place.visit)

    private fun state(screen: Screen) = SectionState.of(screen, place, ALONE in model.typed, saved)

    private companion object {
        const val ALONE = "alone"
    }
}
