package id.siklus.app.screen.result

import android.view.View
import android.widget.Button
import id.siklus.Alarm
import id.siklus.Standing
import id.siklus.app.R
import id.siklus.app.kit.ActionLook
import id.siklus.app.kit.Rows
import id.siklus.app.kit.named
import id.siklus.app.kit.onTap
import id.siklus.app.kit.show
import id.siklus.app.kit.showStanding
import id.siklus.app.kit.showText
import id.siklus.app.kit.speaks
import id.siklus.app.kit.text
import id.siklus.app.screen.showAlone
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Draws the danger signs with what to do, and the way to the health worker. */
class AlarmsView(shell: Shell, private val presenter: AlarmsPresenter) : ScreenView<AlarmsState>(shell, R.layout.alarms) {
    private val alarms = Rows<Alarm>(content.findViewById(R.id.findings), { it.person to it.title }, { R.layout.alarm }, ::alarm)
    private val letters = Rows<Alarm>(content.findViewById(R.id.letters), { it.person }, { R.layout.letter_button }, ::letter)
    private lateinit var state: AlarmsState

    init {
        content.onTap(R.id.call) { shell.dial() }
    }

    override fun draw(state: AlarmsState) {
        this.state = state
        shell.header(shell.text(R.string.alarms_title), canGoBack = true)
        shell.primary(shell.text(R.string.back_to_questions), presenter::finish)
        shell.showAlone(content, state.discretion, presenter)
        alarms.show(state.alarms)
        letters.show(state.members)
    }

    private fun alarm(view: View, alarm: Alarm) {
        view.showStanding(Standing.EMERGENCY)
        view.background = ActionLook.EMERGENCY.card(shell.context)
        view.text(R.id.name).text = shell.named(alarm.name)
        val isHidden = state.discretion.hides(alarm.private)
        view.show(R.id.what, !isHidden)
        view.text(R.id.title).text = alarm.title
        view.text(R.id.advice).showText(alarm.advice.takeUnless { isHidden })
        view.speaks(R.id.speak, shell) { "${alarm.title}. ${alarm.advice}" }
    }

    private fun letter(view: View, alarm: Alarm) {
        val name = shell.named(alarm.name)
        (view as Button).text = if (state.members.size == 1) shell.text(R.string.share_letter) else shell.text(R.string.share_letter_of, name)
        view.setOnClickListener { presenter.letter(alarm.person) }
    }
}
