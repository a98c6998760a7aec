package id.siklus.app.screen.household

import id.siklus.Household
import id.siklus.HouseholdField
import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.kit.Field.Shape.DATE
import id.siklus.app.kit.Field.Shape.DIGITS
import id.siklus.app.kit.Field.Shape.SENTENCE

/** The fields of a household, with what is wrong with them. */
class HouseholdFormState(
    /** What is known of it, by the name of the field; nothing of a new one. */
    val known: Map<String, String?>? = null,
    /** What is wrong, by the name of the field. */
    val errors: Map<String, String> = emptyMap(),
) {
    /** The fields that are shown. */
    val fields: List<Field> = if (known == null) FIELDS.filter { it.name != HouseholdField.MOVED_ON.key } else FIELDS

    companion object {
        private val FIELDS =
            listOf(
                Field(HouseholdField.NAME.key, R.string.field_household_name),
                Field(HouseholdField.ADDRESS.key, R.string.field_address, SENTENCE),
                Field(HouseholdField.RT.key, R.string.field_rt, DIGITS),
                Field(HouseholdField.RW.key, R.string.field_rw, DIGITS),
                Field(HouseholdField.KK_NUMBER.key, R.string.field_kk_number, DIGITS),
                Field(HouseholdField.MOVED_ON.key, R.string.field_moved_on, DATE),
            )
    }
}

/** As the library names a field in an error. */
val HouseholdField.key: String get() = name.lowercase()

/** What is known of a household, as the library would be given it. */
fun Household.known(): Map<String, String?> =
    mapOf(
        HouseholdField.NAME.key to name,
        HouseholdField.ADDRESS.key to address,
        HouseholdField.RT.key to rt,
        HouseholdField.RW.key to rw,
        HouseholdField.KK_NUMBER.key to kkNumber,
        HouseholdField.MOVED_ON.key to movedOn?.toString(),
    )
