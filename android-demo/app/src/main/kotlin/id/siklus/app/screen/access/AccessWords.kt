package id.siklus.app.screen.access

import id.siklus.PinFault
import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.kit.Said

private const val SECOND_MS = 1_000L
private const val MINUTE_S = 60L

/** How long is waited still. */
fun waitWords(milliseconds: Long): Said {
    val seconds = (milliseconds + SECOND_MS - 1) / SECOND_MS
    val (minutes, rest) = seconds / MINUTE_S to seconds % MINUTE_S
    return if (minutes == 0L) Said(R.string.wait_seconds, rest) else Said(R.string.wait_minutes, minutes, rest)
}

/** How often the PIN may be tried still. */
fun SiklusException.WrongPin.words() = if (triesLeft > 0) Said(R.string.tries_left, triesLeft) else Said(R.string.no_tries_left)

/** Why it cannot be the PIN. */
fun PinFault.words() =
    Said(
        when (this) {
            PinFault.NOT_SIX_DIGITS -> R.string.pin_not_six_digits
            PinFault.SAME_DIGIT -> R.string.pin_same_digit
            PinFault.ROW -> R.string.pin_row
            PinFault.REPEATED -> R.string.pin_repeated
            PinFault.MUCH_USED -> R.string.pin_much_used
        },
    )

/** What is wrong with the recovery code. */
fun SiklusException.WrongRecoveryCode.words() = Said(if (mistyped) R.string.code_mistyped else R.string.code_of_another)
