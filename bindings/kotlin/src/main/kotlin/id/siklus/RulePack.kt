package id.siklus

import id.siklus.internal.calling
import id.siklus.internal.languageCode
import id.siklus.internal.toNative
import id.siklus.internal.toPublic
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import id.siklus.ffi.RulePack as NativePack

/**
 * A rule pack that is ready to judge. It may be used from any thread and must be closed:
 *
 * ```
 * RulePack.embedded().use { pack -> pack.assess(case) }
 * ```
 *
 * Texts come in the language asked for, as `id` or `en`; where the pack has none they fall back to Indonesian.
 */
public class RulePack private constructor(
    private val native: NativePack,
    private val dispatcher: CoroutineDispatcher,
) : AutoCloseable {
    /** The id, as `ilp`. */
    public val id: String

    /** The version, as `2026.11.0`. */
    public val version: String

    /** The identity of the pack: the SHA-256 of its canonical form, in hexadecimal digits. */
    public val sha256: String

    /** The languages in which the pack has texts: Indonesian, English, then the others. */
    public val languages: List<String>

    init {
        val info = native.info()
        id = info.id
        version = info.version
        sha256 = info.sha256
        languages = info.languages
    }

    /** What the pack is called in a [language]. */
    public fun title(language: String = DEFAULT_LANGUAGE): String = calling { native.title(languageCode(language)) }

    /**
     * Judges a person. The same [case] always gives the same result; nothing is stored and no clock is read.
     *
     * @throws SiklusException.InvalidInput when something in the case is not accepted; every such field is named
     * @throws IllegalStateException when the pack is closed
     */
    public suspend fun assess(case: PersonCase, language: String = DEFAULT_LANGUAGE): Assessment =
        withContext(dispatcher) {
            calling { native.assess(case.toNative(), languageCode(language)).toPublic() }
        }

    /** Releases the native memory. Calling it again does nothing. */
    override fun close() {
        native.close()
    }

    /** Names the pack. */
    override fun toString(): String = "RulePack($id $version)"

    /** Opens packs. */
    public companion object {
        /** The language in which every text is there: Indonesian. */
        public const val DEFAULT_LANGUAGE: String = "id"

        /**
         * The pack that is built in. It is loaded at the first call, which takes a moment, and shared from then on.
         *
         * @param dispatcher where this call and those of the pack run
         * @throws SiklusException.PackFaulty when the library is damaged
         */
        public suspend fun embedded(dispatcher: CoroutineDispatcher = Dispatchers.IO): RulePack =
            withContext(dispatcher) {
                calling { RulePack(NativePack.embedded(), dispatcher) }
            }
    }
}
