package id.siklus.app.screen.form

import android.text.TextWatcher
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.Button
import android.widget.EditText
import id.siklus.Answer
import id.siklus.FormQuestion
import id.siklus.QuestionKind
import id.siklus.app.R
import id.siklus.app.kit.Choice
import id.siklus.app.kit.FairRow
import id.siklus.app.kit.PICTOGRAMS
import id.siklus.app.kit.onText
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.shown
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.shell.Shell

/** What taps at a question do. */
interface Answering {
    /** An answer was tapped. */
    fun answer(question: FormQuestion, answer: Answer)

    /** A text was typed, or what was probably meant was tapped. */
    fun type(question: FormQuestion, text: String)

    /** What is typed and not given yet, by the fact: a turned phone or an app that dies loses none of it. */
    val unfinished: MutableMap<String, String>

    /** A wrong tap is taken back. */
    fun clear(question: FormQuestion)

    /** What an earlier visit said holds. */
    fun confirm(question: FormQuestion)

    /** The keypad is opened. */
    fun enter(question: FormQuestion)
}

/** Draws one question with its answers, what was answered before, and what is wrong with what was entered. */
class QuestionView(private val shell: Shell, private val presenter: Answering) {
    fun bind(view: View, question: FormQuestion) {
        view.text(R.id.label).text = question.label
        view.text(R.id.help).showText(question.help)
        view.speaks(R.id.speak, shell) { listOfNotNull(question.label, question.help).joinToString(". ") }
        view.text(R.id.last).showText(question.last?.text)
        view.text(R.id.old).showText(question.old?.text)
        view.findViewById<Button>(R.id.confirm).let {
            it.showText(question.last?.confirm?.takeIf { question.open })
            it.setOnClickListener { presenter.confirm(question) }
        }
        answers(view.findViewById(R.id.answers), question)
        keyed(view.findViewById(R.id.keyed), question)
        typed(view.findViewById(R.id.typed), question)
        error(view, question)
    }

    private fun answers(row: FairRow, question: FormQuestion) {
        val choices = choices(question) + listOfNotNull(question.unknownLabel?.let { unknown(it, question) })
        row.stacked = question.kind !is QuestionKind.YesNo
        row.show(choices)
    }

    private fun choices(question: FormQuestion): List<Choice> {
        val given = question.answer?.typed
        fun one(label: String, typed: String, answer: Answer) = choice(question, label, given == typed, answer, PICTOGRAMS[question.fact]?.get(typed))
        return when (val kind = question.kind) {
            is QuestionKind.YesNo -> listOf(one(kind.yes, "true", Answer.YesNo(true)), one(kind.no, "false", Answer.YesNo(false)))
            is QuestionKind.OneOf -> kind.choices.map { one(it.label, it.code, Answer.Code(it.code)) }
            is QuestionKind.AnyOf -> severalOf(kind, question)
            is QuestionKind.Number, is QuestionKind.Date, QuestionKind.Text -> emptyList()
        }
    }

    private fun severalOf(kind: QuestionKind.AnyOf, question: FormQuestion): List<Choice> {
        val given = question.answer?.typed?.split(',')?.map(String::trim)?.filter(String::isNotEmpty)?.toSet()
        val none = choice(question, shell.text(R.string.none_of_these), given?.isEmpty() == true, Answer.Codes(emptySet()))
        return kind.choices.map { choice ->
            val isIn = given.orEmpty().contains(choice.code)
            val other = if (isIn) given.orEmpty() - choice.code else given.orEmpty() + choice.code
            Choice(choice.label, isIn, { presenter.answer(question, Answer.Codes(other)) })
        } + none
    }

    private fun unknown(label: String, question: FormQuestion) = choice(question, label, question.unknown, Answer.Unknown)

    /** A wrong tap can be taken back by a long press: the question is open again. */
    private fun choice(question: FormQuestion, label: String, given: Boolean, answer: Answer, icon: Int? = null): Choice {
        val takeBack = { presenter.clear(question) }
        return Choice(label, given, { presenter.answer(question, answer) }, takeBack.takeIf { given }, icon)
    }

    /** Numbers and dates: what was entered stands large, and opens the keypad. */
    private fun keyed(field: Button, question: FormQuestion) {
        val kind = question.kind
        field.shown = kind.isKeyed
        field.text = question.answer?.text ?: shell.text(if (kind is QuestionKind.Date) R.string.enter_date else R.string.enter_number)
        field.isSelected = question.answer != null
        field.setOnClickListener { presenter.enter(question) }
    }

    private fun typed(field: EditText, question: FormQuestion) {
        field.shown = question.kind is QuestionKind.Text
        if (!field.shown || field.hasFocus()) return
        val (given, key) = question.answer?.typed.orEmpty() to UNFINISHED + question.fact
        val text = presenter.unfinished[key] ?: given
        listenTo(field, null)
        if (field.text.toString() != text) field.setText(text)
        listenTo(field) { presenter.unfinished[key] = it }
        field.contentDescription = question.label
        field.setOnEditorActionListener { _, action, _ -> (action == EditorInfo.IME_ACTION_DONE).also { if (it) field.clearFocus() } }
        field.setOnFocusChangeListener { _, focused -> if (!focused) finish(key, given, question) }
        finish(key, given, question)
    }

    /** Each row has one listener, that of the question it shows now. */
    private fun listenTo(field: EditText, told: ((String) -> Unit)?) {
        (field.getTag(R.id.typed) as TextWatcher?)?.let(field::removeTextChangedListener)
        field.setTag(R.id.typed, told?.let(field::onText))
    }

    private fun finish(key: String, given: String, question: FormQuestion) {
        val text = presenter.unfinished.remove(key) ?: return
        if (text != given) presenter.type(question, text)
    }

    private fun error(view: View, question: FormQuestion) {
        view.text(R.id.measure_again).showText(question.measureAgain)
        view.text(R.id.error).showText(question.error?.text)
        val suggestion = question.error?.suggestion
        view.findViewById<Button>(R.id.suggestion).let {
            it.showText(suggestion?.text)
            it.setOnClickListener { suggestion?.let { meant -> presenter.type(question, meant.typed) } }
        }
    }

    private companion object {
        const val UNFINISHED = "typed/"
    }
}
