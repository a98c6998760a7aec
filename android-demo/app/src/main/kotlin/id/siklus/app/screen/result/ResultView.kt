package id.siklus.app.screen.result

import android.view.View
import android.widget.Button
import android.widget.ImageView
import id.siklus.Finding
import id.siklus.Question
import id.siklus.Report
import id.siklus.Standing
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.Rows
import id.siklus.app.kit.age
import id.siklus.app.kit.onTap
import id.siklus.app.kit.shortDate
import id.siklus.app.kit.show
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.kit.timeOfDay
import id.siklus.app.screen.form.GrowthCard
import id.siklus.app.screen.services.ServicesToday
import id.siklus.app.screen.showAlone
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the result of a person, the most urgent first. */
class ResultView(shell: Shell, private val presenter: ResultPresenter) : ScreenView<ResultState>(shell, R.layout.result) {
    private val findings = Rows<Finding>(content.findViewById(R.id.findings), { it.rule }, { R.layout.finding }, ::finding)
    private val questions = Rows<Question>(content.findViewById(R.id.questions), { it.fact }, { R.layout.open_question }, ::question)
    private val reports = Rows<Report>(content.findViewById(R.id.reports), { it }, { R.layout.report_line }, ::report)
    private val growth = GrowthCard(shell, content.findViewById(R.id.growth))
    private val services = ServicesToday(shell, content.findViewById(R.id.services), presenter::services)
    private lateinit var state: ResultState

    init {
        val taps =
            mapOf(
                R.id.more to presenter::all,
                R.id.call to shell::dial,
                R.id.letter to presenter::letter,
                R.id.report to presenter::reported,
            )
        for ((id, tap) in taps) content.onTap(id) { tap() }
    }

    override fun draw(state: ResultState) {
        this.state = state
        val result = state.result
        val who = listOf(result.name ?: shell.text(R.string.no_name), shell.age(result.described))
        shell.header(who.joinToString(", "), canGoBack = true, step = "${result.described.stage} · ${shell.shortDate(result.on)}")
        shell.primary(shell.text(R.string.result_done), presenter::finish)
        shell.showAlone(content, state.discretion, presenter)
        standing(state)
        findings.show(state.findings)
        growth.show(result.growth)
        services.show(result.dueToday)
        content.show(R.id.services, result.dueToday != null)
        questions.show(state.open)
        reports.show(result.reports)
        content.show(R.id.open, state.open.isNotEmpty())
        content.show(R.id.more, state.more)
        for (id in listOf(R.id.call, R.id.letter, R.id.report)) content.show(id, state.isForHealthWorker)
        content.text(R.id.notes).showText(result.notes.joinToString("\n"))
    }

    private fun standing(state: ResultState) {
        val result = state.result
        val sentences = result.sentences.joinToString(" ")
        content.showStanding(result.standing)
        content.findViewById<View>(R.id.action).background = ActionLook.of(result.standing).card(shell.context)
        content.text(R.id.sentences).text = sentences
        content.speaks(R.id.speak, shell) { "${result.headline}. $sentences" }
        content.show(R.id.follows, !result.follows)
    }

    private fun finding(view: View, finding: Finding) {
        // That something is well does not say that the person is.
        view.showStanding(Standing.valueOf(finding.action.name).takeIf { it != Standing.NONE })
        view.text(R.id.action_word).text = listOfNotNull(finding.actionText, finding.withinText).joinToString(", ")
        view.text(R.id.title).text = finding.title
        view.text(R.id.advice).text = finding.advice
        view.speaks(R.id.speak, shell) { "${finding.title}. ${finding.advice}" }
        reasons(view, finding, finding.rule in state.unfolded)
    }

    private fun reasons(view: View, finding: Finding, unfolded: Boolean) {
        view.text(R.id.why_text).setText(if (unfolded) R.string.why_close else R.string.why)
        view.findViewById<ImageView>(R.id.why_arrow).rotation = if (unfolded) HALF_TURN else 0f
        view.onTap(R.id.why) { presenter.fold(finding.rule) }
        view.text(R.id.reasons).showText(finding.reasons.joinToString("\n").takeIf { unfolded })
        val source = view.text(R.id.source)
        val opens = unfolded && source.text.isEmpty()
        source.showText(finding.source.takeIf { unfolded })
        if (opens) shell.scrollTo(source)
    }

    private fun question(view: View, question: Question) {
        view.text(R.id.label).text = if (state.discretion.hides(question.private)) shell.text(R.string.private_question) else question.label
        view.findViewById<Button>(R.id.ask).let {
            it.setText(if (question.section == null) R.string.complete_data else R.string.ask_this)
            it.setOnClickListener { presenter.ask(question) }
        }
    }

    private fun report(view: View, report: Report) {
        val at = report.toldAt.atOffset(state.offset)
        val day = at.toLocalDate().takeIf { it != state.result.on }?.let { shell.shortDate(it) }
        view.text(R.id.at).text = shell.text(R.string.reported_at, listOfNotNull(day, shell.timeOfDay(at)).joinToString(", "))
        view.text(R.id.to).text = shell.text(R.string.reported_to, report.toldTo, shell.text(report.way.label))
    }

    private companion object {
        const val HALF_TURN = 180f
    }
}
