package id.siklus.app.kit

import android.text.InputType

/** A field of a form that is saved as a whole. */
class Field(
    /** Its name, by which the library names an error. */
    val name: String,
    /** What it is called, a string resource. */
    val label: Int,
    /** What is typed into it. */
    val shape: Shape = Shape.NAME,
) {
    /** What is typed into a field. */
    enum class Shape(val input: Int) {
        NAME(InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_WORDS or InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS),
        SENTENCE(InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES),
        DIGITS(InputType.TYPE_CLASS_NUMBER),

        /** Letters and digits that no keyboard should learn. */
        CODE(InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_CHARACTERS or InputType.TYPE_TEXT_VARIATION_VISIBLE_PASSWORD),

        /** Day, month and year, parted by strokes that come by themselves. */
        DATE(InputType.TYPE_CLASS_NUMBER),
        ;

        /** How a value of the library stands in the field. */
        fun shown(value: String): String = if (this == DATE) Keyed.date(Keyed.keysOfDate(value)).shown else value

        /** What the library is given for what stands in the field. */
        fun value(shown: String): String = if (this == DATE) Keyed.date(digits(shown)).typed else shown

        /** What stands in the field after a key. */
        fun tidy(text: String): String = if (this == DATE) Keyed.date(digits(text).take(DATE_DIGITS)).shown else text

        private fun digits(text: String) = text.filter(Char::isDigit)
    }

    private companion object {
        const val DATE_DIGITS = 8
    }
}
