package id.siklus.app.kit

/** What was keyed in on the keypad of the app: digits, and a comma where one makes sense. It judges nothing; the library does. */
class Keyed private constructor(
    /** The keys so far. */
    val keys: String,
    private val kind: Kind,
) {
    private sealed class Kind {
        class Number(val decimals: Int) : Kind()

        data object Date : Kind()
    }

    /** Whether there is a comma among the keys. */
    val hasComma: Boolean get() = kind is Kind.Number && kind.decimals > 0

    /** As it stands on the screen. */
    val shown: String get() = if (kind is Kind.Date) parts().joinToString("-") else keys

    /** As the library reads it. */
    val typed: String get() = if (kind is Kind.Date) parts().reversed().joinToString("-") else keys

    /** One more key; one that makes no sense changes nothing. */
    fun plus(key: Char): Keyed =
        when (kind) {
            is Kind.Date -> if (key.isDigit() && keys.length < DATE_DIGITS) Keyed(keys + key, kind) else this
            is Kind.Number -> if (fits(key, kind.decimals)) Keyed(keys + key, kind) else this
        }

    /** One key less. */
    fun less(): Keyed = Keyed(keys.dropLast(1), kind)

    private fun fits(key: Char, decimals: Int): Boolean {
        val comma = keys.indexOf(COMMA)
        return when {
            key == COMMA -> decimals > 0 && comma < 0 && keys.isNotEmpty()
            comma >= 0 -> keys.length - comma - 1 < decimals
            else -> keys.length < MOST_DIGITS
        }
    }

    /** Day, month and year as far as they are keyed in. */
    private fun parts() = listOf(keys.take(2), keys.drop(2).take(2), keys.drop(4)).filter(String::isNotEmpty)

    companion object {
        const val COMMA = ','
        private const val DATE_DIGITS = 8
        private const val MOST_DIGITS = 6

        /** A number with so many digits behind the comma at most. */
        fun number(keys: String, decimals: Int) = Keyed(keys, Kind.Number(decimals))

        /** A date: two digits of the day, two of the month, four of the year. */
        fun date(keys: String) = Keyed(keys, Kind.Date)

        /** The keys that give a date as the library writes it. */
        fun keysOfDate(typed: String): String = typed.split('-').reversed().joinToString("")
    }
}
