package id.siklus.app.screen.household

import id.siklus.Household

/** A household with its members. */
class HouseholdState(
    /** The household. */
    val household: Household,
    /** A visit that has not ended. */
    val visit: String?,
)
