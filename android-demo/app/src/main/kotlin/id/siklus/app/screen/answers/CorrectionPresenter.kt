package id.siklus.app.screen.answers

import id.siklus.Answer
import id.siklus.Entry
import id.siklus.FieldMessage
import id.siklus.FormQuestion
import id.siklus.ShownAnswer
import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.screen.form.Answering
import id.siklus.app.screen.form.KeyingPresenter
import id.siklus.app.screen.form.QuestionView
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** A question with the answer that is to stand there. */
class Correction(
    /** The question as it will stand. */
    val question: FormQuestion,
    /** What is given in place of the answer; nothing before the cadre tapped. */
    val given: Entry? = null,
)

/** Has another answer tapped or typed. Nothing is saved before the cadre says so. */
class CorrectionPresenter(model: Model, private val place: Place.Correction) : Presenter<Correction>(model), Answering {
    override fun view(shell: Shell) =
        object : ScreenView<Correction>(shell, R.layout.question) {
            private val question = QuestionView(shell, this@CorrectionPresenter)

            override fun draw(state: Correction) {
                shell.header(shell.text(R.string.correct_answer), canGoBack = true)
                shell.primary(shell.text(R.string.save_correction).takeIf { state.given != null }, ::save)
                question.bind(content, state.question)
            }
        }

    override suspend fun load() = Correction(model.question(place))

    override fun answer(question: FormQuestion, answer: Answer) {
        val shown = ShownAnswer(answer.typed(), "").takeIf { answer !is Answer.Unknown }
        show(Correction(question.copy(answer = shown, unknown = shown == null, open = false, error = null), Entry.Known(answer)))
    }

    override fun type(question: FormQuestion, text: String) =
        show(Correction(question.copy(answer = ShownAnswer(text, text), error = null), Entry.Typed(text)))

    override val unfinished get() = typed

    override fun clear(question: FormQuestion) =
        show(Correction(question.copy(answer = null, unknown = false, open = true, error = null), Entry.Cleared))

    /** What an earlier visit said is no answer to be confirmed here. */
    override fun confirm(question: FormQuestion) = Unit

    override fun enter(question: FormQuestion) = Unit

    fun save() = once {
        val now = state ?: return@once
        model.correct(place, now.given ?: return@once)?.let { show(Correction(now.question.copy(error = it), now.given)) }
    }

    /** As the library writes an answer of a list. */
    private fun Answer.typed(): String =
        when (this) {
            is Answer.YesNo -> yes.toString()
            is Answer.Code -> code
            is Answer.Codes -> codes.joinToString(",")
            is Answer.Date, is Answer.Number, is Answer.Text, Answer.Unknown -> ""
        }
}

/** Has another number or date keyed in. */
class KeyedCorrectionPresenter(model: Model, private val place: Place.Correction) : KeyingPresenter(model) {
    override suspend fun question() = model.question(place)

    override suspend fun give(entry: Entry) = model.correct(place, entry)

    override fun leave() = Unit

    /** In place of a number the answer may be that nobody knows. */
    override fun without(question: FormQuestion) =
        question.unknownLabel?.takeIf { !question.unknown }?.let { Without(it, Entry.Known(Answer.Unknown)) }
}

/** The question as it stands on the sheet. What an earlier visit said is left out: here the answer of this visit is corrected. */
private suspend fun Model.question(place: Place.Correction): FormQuestion {
    val sections = atWork().siklus.answerSheet(place.visit, place.person, phone.look.language).sections
    val questions = sections.flatMap { section -> section.answers.map { it.question } + section.open }
    return questions.first { it.fact == place.fact }.copy(last = null)
}

/** Writes the correction and shows how the person stands now; what is wrong with it, if it is not accepted. */
private suspend fun Model.correct(place: Place.Correction, entry: Entry): FieldMessage? {
    val session = atWork()
    try {
        session.siklus.correctAnswer(session.author(), place.visit, place.person, place.fact, entry, phone.look.language)
    } catch (refused: SiklusException.InvalidInput) {
        return FieldMessage(refused.fields.joinToString("\n") { it.accepted }, suggestion = null)
    }
    replace(Place.Result(place.visit, place.person))
    return null
}
