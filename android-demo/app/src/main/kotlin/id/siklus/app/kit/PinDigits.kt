package id.siklus.app.kit

/** The digits of a PIN while they are keyed in. They are never part of what the platform keeps, and wiped when they are taken. */
class PinDigits {
    private val digits = CharArray(LENGTH)

    /** How many there are. */
    var count = 0
        private set

    /** One more; true when it was the last one. */
    fun plus(digit: Char): Boolean {
        if (count < LENGTH) digits[count++] = digit
        return count == LENGTH
    }

    /** One less. */
    fun less() {
        if (count > 0) digits[--count] = WIPED
    }

    /** All of them. They are wiped here, and are still counted. */
    fun take(): CharArray = digits.copyOf(count).also { digits.fill(WIPED) }

    /** None are left. */
    fun clear() {
        digits.fill(WIPED)
        count = 0
    }

    companion object {
        /** Digits of a PIN. */
        const val LENGTH = 6
        private const val WIPED = '\u0000'
    }
}
