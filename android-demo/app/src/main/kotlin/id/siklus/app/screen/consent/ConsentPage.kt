package id.siklus.app.screen.consent

import id.siklus.ConsentNotice
import id.siklus.ConsentState
import id.siklus.Household
import id.siklus.app.R
import id.siklus.app.kit.Field

/** The notice on personal data, and what a household says to it. */
class ConsentPage(
    /** What is read out. */
    val notice: ConsentNotice,
    /** The household; none before one is registered. */
    val household: Household?,
    /** Whether its refusal was just recorded. */
    val refused: Boolean = false,
    /** Whether it was not said who speaks for it. */
    val noName: Boolean = false,
) {
    /** Whether it agreed once, and is asked whether it still does. */
    val withdraws: Boolean get() = household?.consent == ConsentState.AGREED

    companion object {
        /** Who speaks for the household. */
        val GIVEN_BY = Field("given_by", R.string.field_given_by)
    }
}
