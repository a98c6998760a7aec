package id.siklus.app.desk

/** How a screen is looked at: in a language, with a size of text, by day or by night. */
data class Dress(val language: String, val fontScale: Float, val dark: Boolean) {
    /** As a part of a file's name. */
    val name: String get() = listOf(language, if (fontScale > 1) "large" else "normal", if (dark) "dark" else "light").joinToString("-")

    companion object {
        /** As most cadres see it. */
        val PLAIN = Dress("id", 1f, dark = false)

        /** Each one. */
        val ALL = listOf("id", "en").flatMap { language -> listOf(1f, 2f).flatMap { scale -> listOf(false, true).map { Dress(language, scale, it) } } }
    }
}
