package id.siklus.internal

import id.siklus.InvalidField
import id.siklus.SiklusException
import id.siklus.ffi.InternalException
import id.siklus.ffi.SiklusException as NativeException

/** Calls the native library and turns its errors into those of this one. */
internal inline fun <T> calling(call: () -> T): T =
    try {
        call()
    } catch (error: NativeException) {
        throw error.toPublic()
    } catch (_: InternalException) {
        throw SiklusException.Unexpected()
    }

/** Java still calls Indonesian by a code that was withdrawn. */
internal fun languageCode(language: String): String = if (language == "in") "id" else language

private fun NativeException.toPublic(): SiklusException =
    when (this) {
        is NativeException.InvalidInput -> SiklusException.InvalidInput(fields.map { InvalidField(it.field, word(it.rule), it.accepted) })
        is NativeException.PackFaulty -> SiklusException.PackFaulty(faults)
    }

/** The word of the same name. Both sides have the same words; a test looks. */
internal inline fun <reified T : Enum<T>> word(native: Enum<*>): T = enumValueOf(native.name)
