package id.siklus.app.shell

import android.widget.TextView
import id.siklus.SiklusException
import id.siklus.StateRule
import id.siklus.app.R

/** What went wrong, in words that help. Nothing was lost by it: what was saved stands. */
internal class ProblemView(shell: Shell, error: SiklusException, again: (() -> Unit)?, leave: () -> Unit) {
    init {
        val (title, help) = error.words()
        val content = shell.content(R.layout.problem)
        shell.header(shell.text(title), canGoBack = true)
        content.findViewById<TextView>(R.id.problem_help).text = help(shell, help, error)
        if (again == null) shell.primary(shell.text(R.string.go_back), leave) else shell.primary(shell.text(R.string.try_again), again)
    }

    /** Input that is refused outside a form names what is accepted. */
    private fun help(shell: Shell, help: Int, error: SiklusException): String {
        val fields = (error as? SiklusException.InvalidInput)?.fields.orEmpty()
        return (listOf(shell.text(help)) + fields.map { it.accepted }).joinToString("\n")
    }
}

/** What happened, and what to do. */
private fun SiklusException.words(): Pair<Int, Int> =
    when (this) {
        is SiklusException.InvalidInput -> R.string.invalid_input to R.string.invalid_input_help
        is SiklusException.PackFaulty -> R.string.pack_faulty to R.string.pack_faulty_help
        is SiklusException.WrongKey -> R.string.wrong_key to R.string.wrong_key_help
        is SiklusException.Damaged -> R.string.damaged to R.string.damaged_help
        is SiklusException.NewerSchema -> R.string.newer_schema to R.string.newer_schema_help
        is SiklusException.ReadOnly -> R.string.read_only to R.string.read_only_help
        is SiklusException.NoSpace -> R.string.no_space to R.string.no_space_help
        is SiklusException.Locked -> R.string.locked to R.string.locked_help
        is SiklusException.NotFound -> R.string.not_found to R.string.not_found_help
        is SiklusException.AlreadyThere -> R.string.already_there to R.string.already_there_help
        is SiklusException.NoConsent -> R.string.no_consent to R.string.no_consent_help
        is SiklusException.Closed -> R.string.closed to R.string.closed_help
        is SiklusException.WrongPin -> R.string.wrong_pin to R.string.wrong_pin_help
        is SiklusException.MustWait -> R.string.must_wait to R.string.must_wait_help
        is SiklusException.WeakPin -> R.string.weak_pin to R.string.weak_pin_help
        is SiklusException.WrongRecoveryCode -> R.string.wrong_code to R.string.wrong_code_help
        is SiklusException.RingDamaged -> R.string.ring_damaged to R.string.damaged_help
        is SiklusException.SealFailed -> R.string.seal_failed to R.string.seal_failed_help
        is SiklusException.State -> R.string.not_now to rule.words()
        is SiklusException.Unexpected -> R.string.unexpected to R.string.unexpected_help
    }

private fun StateRule.words(): Int =
    when (this) {
        StateRule.VISIT_IN_PROGRESS -> R.string.visit_in_progress_help
        StateRule.PARTS_OPEN -> R.string.parts_open_help
        StateRule.PERSON_INCOMPLETE -> R.string.person_incomplete_help
        StateRule.NOT_ASSESSED -> R.string.not_assessed_help
        StateRule.LAST_CADRE -> R.string.last_cadre_help
        StateRule.NOT_ASKED, StateRule.HIDDEN, StateRule.NOTHING_TO_CONFIRM -> R.string.screen_out_of_date_help
    }
