package id.siklus.app.phone

import android.content.Context
import android.content.res.Configuration
import java.util.Locale

/** Language and size of text, as the cadre chose them. They are kept outside the store: the lock needs them too. */
class Look(context: Context) {
    private val kept = context.getSharedPreferences("look", Context.MODE_PRIVATE)

    /** `id` or `en`, as the library calls them. */
    var language: String
        get() = kept.getString(LANGUAGE, null) ?: INDONESIAN
        set(value) = kept.edit().putString(LANGUAGE, value).apply()

    /** How much larger than the phone's own text, in percent. */
    var textPercent: Int
        get() = kept.getInt(TEXT, NORMAL)
        set(value) = kept.edit().putInt(TEXT, value).apply()

    /** A context in that language and size. */
    fun on(context: Context): Context {
        val own = Configuration(context.resources.configuration)
        own.setLocale(locale())
        own.fontScale = own.fontScale * textPercent / NORMAL
        return context.createConfigurationContext(own)
    }

    /** The language as the platform calls it. */
    fun locale(): Locale = Locale.forLanguageTag(language)

    companion object {
        const val INDONESIAN = "id"
        const val ENGLISH = "en"
        const val NORMAL = 100
        private const val LANGUAGE = "language"
        private const val TEXT = "text_percent"
    }
}
