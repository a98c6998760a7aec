package id.siklus.app.screen.household

import id.siklus.Person
import id.siklus.PersonField
import id.siklus.Precision
import id.siklus.Relation
import id.siklus.Sex
import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.kit.Field.Shape.DATE
import id.siklus.app.kit.Field.Shape.DIGITS

/** The fields of a person, with what is wrong with them. */
class PersonFormState(
    /** What is known, by the name of the field; nothing of a new person. */
    val known: Map<String, String?>? = null,
    /** What is wrong, by the name of the field. */
    val errors: Map<String, String> = emptyMap(),
    /** What should be looked at again, though it was kept. */
    val warnings: List<Int> = emptyList(),
) {
    companion object {
        val NAME = Field(PersonField.NAME.key, R.string.field_name)

        /** What may be known besides. */
        val OTHERS =
            listOf(
                Field(PersonField.NIK.key, R.string.field_nik, DIGITS),
                Field(PersonField.BIRTH_WEIGHT_G.key, R.string.field_birth_weight, DIGITS),
                Field(PersonField.BIRTH_GESTATION_WEEKS.key, R.string.field_birth_gestation, DIGITS),
            )

        /** What is recorded of somebody who no longer lives here. */
        val ENDS =
            listOf(Field(PersonField.LEFT_ON.key, R.string.field_left_on, DATE), Field(PersonField.DIED_ON.key, R.string.field_died_on, DATE))
    }
}

/** How much of a birth date is known, and how it is typed. */
enum class BornAs(val label: Int, val field: Field) {
    DAY(R.string.born_day, Field("born_day", R.string.born_day_field, DATE)),
    MONTH(R.string.born_month, Field("born_month", R.string.born_month_field, DIGITS)),
    YEAR(R.string.born_year, Field("born_year", R.string.born_year_field, DIGITS)),
    ABOUT(R.string.born_about, Field("born_about", R.string.born_about_field, DIGITS)),
    ;

    /** As the library is given it: `2024-03-15`, `2024-03`, `2024` or `~45`. */
    fun born(typed: String): String =
        when (this) {
            DAY -> DATE.value(typed)
            MONTH -> if (typed.length == MONTH_DIGITS) "${typed.drop(2)}-${typed.take(2)}" else typed
            YEAR -> typed
            ABOUT -> "~$typed"
        }

    /** As a known date is typed. */
    fun typed(born: String): String = if (this == MONTH) born.split('-').reversed().joinToString("") else field.shape.shown(born)

    companion object {
        private const val MONTH_DIGITS = 6

        fun of(precision: Precision) =
            when (precision) {
                Precision.DAY -> DAY
                Precision.MONTH -> MONTH
                Precision.YEAR -> YEAR
            }
    }
}

/** As the library names a field in an error. */
val PersonField.key: String get() = name.lowercase()

/** As the library writes a code of a list. */
val Enum<*>.code: String get() = name.lowercase()

/** What a relation is called, of somebody of that sex where it is known. */
fun Relation.label(sex: Sex?): Int =
    if (this != Relation.SPOUSE || sex == null) label else if (sex == Sex.FEMALE) R.string.relation_wife else R.string.relation_husband

/** What a relation is called. */
val Relation.label: Int
    get() =
        when (this) {
            Relation.HEAD -> R.string.relation_head
            Relation.SPOUSE -> R.string.relation_spouse
            Relation.CHILD -> R.string.relation_child
            Relation.CHILD_IN_LAW -> R.string.relation_child_in_law
            Relation.GRANDCHILD -> R.string.relation_grandchild
            Relation.PARENT -> R.string.relation_parent
            Relation.PARENT_IN_LAW -> R.string.relation_parent_in_law
            Relation.OTHER_RELATIVE -> R.string.relation_other_relative
            Relation.OTHER -> R.string.relation_other
        }

/** What is known of a person, as the library would be given it. */
fun Person.known(): Map<String, String?> =
    mapOf(
        PersonField.NAME.key to name,
        PersonField.SEX.key to sex?.code,
        PersonField.BORN.key to born?.let { born -> born.date.toString().take(digitsOf(born.precision)) },
        PersonField.RELATION.key to relation?.code,
        PersonField.NIK.key to nik,
        PersonField.BIRTH_WEIGHT_G.key to birth.weightG?.toString(),
        PersonField.BIRTH_GESTATION_WEEKS.key to birth.gestationWeeks?.toString(),
        PersonField.LEFT_ON.key to leftOn?.toString(),
        PersonField.DIED_ON.key to diedOn?.toString(),
    )

/** How much of `2024-03-15` is known. */
private fun digitsOf(precision: Precision) =
    when (precision) {
        Precision.DAY -> "2024-03-15".length
        Precision.MONTH -> "2024-03".length
        Precision.YEAR -> "2024".length
    }
