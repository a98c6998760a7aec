package id.siklus.app.screen.form

import id.siklus.Answer
import id.siklus.Entry
import id.siklus.FormQuestion
import id.siklus.Screen
import id.siklus.Visit
import id.siklus.app.model.Around
import id.siklus.app.model.DiscreetPresenter
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Whose
import id.siklus.app.screen.services.Drafts
import id.siklus.app.shell.Shell

/** Asks the questions of one section. Each answer is saved as it is given. */
class SectionPresenter(model: Model, private val place: Place.Section) : DiscreetPresenter<SectionState>(model), Answering {
    private val form get() = place.whose.form()

    override fun view(shell: Shell) = SectionView(shell, this)

    override suspend fun load() = around().let { state(it.visit.screen(form, language), it) }

    override fun answer(question: FormQuestion, answer: Answer) = give(question.fact) { answer(form, question.fact, answer, language) }

    override fun type(question: FormQuestion, text: String) =
        give(question.fact) { answer(form, question.fact, if (text.isBlank()) Entry.Cleared else Entry.Typed(text), language) }

    override val unfinished get() = typed

    override fun clear(question: FormQuestion) = give(question.fact) { answer(form, question.fact, Entry.Cleared, language) }

    override fun confirm(question: FormQuestion) = give(question.fact) { confirm(form, question.fact, language) }

    fun allNo() = state!!.section.id.let { section -> give(section) { answerSectionNo(form, section, language) } }

    /** Numbers and dates have a screen of their own. */
    override fun enter(question: FormQuestion) {
        if (question.kind.isKeyed) openAlone(Place.Keypad(place.visit, place.whose, question.fact, isPrivate = state!!.discretion.shows))
    }

    fun open(section: String) = model.open(place.copy(section = section))

    /** The form of another member. */
    fun open(member: Whose) = model.backTo(Place.Section(place.visit, member)) { it is Place.Visit }

    /** Whether something was entered into the card that is not saved yet. */
    val hasUnsaved: Boolean get() = place.whose.person?.let { Drafts(model.unsaved, it).all().isNotEmpty() } == true

    /** The card that the health book is copied to. */
    fun services() = place.whose.person?.let { model.open(Place.ServiceCard(it, place.visit)) }

    fun alarms() = model.open(Place.Alarms(place.visit))

    override fun finish() = model.backTo(Place.Visit(place.visit))

    private fun give(what: String, answer: suspend Visit.() -> Screen) = work {
        val around = around()
        val screen = around.visit.answer()
        val isSaved = screen.question(what)?.error == null
        if (isSaved) around.answered(Around.Answered(form, what, screen.withdrawn, model.phone.now()), screen)
        show(state(screen, around))
    }

    private suspend fun around(): Around = around(place.visit)

    private suspend fun state(screen: Screen, around: Around) =
        SectionState(screen, place, isAlone, around.overview(), around.last?.takeIf { it.form == form })
}
