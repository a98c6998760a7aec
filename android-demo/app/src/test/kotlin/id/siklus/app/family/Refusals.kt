package id.siklus.app.family

import id.siklus.SiklusException
import java.lang.reflect.Constructor
import java.lang.reflect.Modifier
import java.time.Duration

/** One of each error of the library, those that are added later too; some of them cannot be brought about on a phone that is well. */
object Refusals {
    fun all(): List<SiklusException> =
        SiklusException::class.java.declaredClasses.filter { SiklusException::class.java.isAssignableFrom(it) && !Modifier.isAbstract(it.modifiers) }.flatMap(::made)

    /** One for each word of the list that tells why, where there is one. */
    private fun made(kind: Class<*>): List<SiklusException> {
        val constructor = kind.declaredConstructors.first { !it.isSynthetic }.apply { isAccessible = true }
        val words = constructor.parameterTypes.firstOrNull(Class<*>::isEnum)?.enumConstants ?: arrayOf<Any?>(null)
        return words.map { constructor.newInstance(*arguments(constructor, it)) as SiklusException }
    }

    private fun arguments(constructor: Constructor<*>, word: Any?): Array<Any?> =
        constructor.parameterTypes.map { type ->
            when {
                type.isEnum -> word
                type == String::class.java -> ""
                type == List::class.java -> emptyList<Any>()
                type == Int::class.java -> 3
                type == Boolean::class.java -> false
                type == Duration::class.java -> Duration.ofSeconds(30)
                else -> null
            }
        }.toTypedArray()
}
