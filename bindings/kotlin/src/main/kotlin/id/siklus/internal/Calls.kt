package id.siklus.internal

import id.siklus.InvalidField
import id.siklus.SiklusException
import id.siklus.ffi.InternalException
import java.time.Duration
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
        is NativeException.WrongKey -> SiklusException.WrongKey()
        is NativeException.Damaged -> SiklusException.Damaged()
        is NativeException.NewerSchema -> SiklusException.NewerSchema(found.toInt(), known.toInt())
        is NativeException.ReadOnly -> SiklusException.ReadOnly()
        is NativeException.NoSpace -> SiklusException.NoSpace()
        is NativeException.Locked -> SiklusException.Locked()
        is NativeException.NotFound -> SiklusException.NotFound(what)
        is NativeException.AlreadyThere -> SiklusException.AlreadyThere()
        is NativeException.NoConsent -> SiklusException.NoConsent()
        is NativeException.Closed -> SiklusException.Closed()
        is NativeException.WrongPin -> SiklusException.WrongPin(triesLeft.toInt(), Duration.ofSeconds(waitS.toLong()))
        is NativeException.MustWait -> SiklusException.MustWait(Duration.ofSeconds(seconds.toLong()))
        is NativeException.WeakPin -> SiklusException.WeakPin(word(reason))
        is NativeException.WrongRecoveryCode -> SiklusException.WrongRecoveryCode(mistyped)
        is NativeException.RingDamaged -> SiklusException.RingDamaged()
        is NativeException.SealFailed -> SiklusException.SealFailed()
        is NativeException.State -> SiklusException.State(word(rule))
        is NativeException.Unexpected -> SiklusException.Unexpected(reason)
    }

/** The word of the same name. Both sides have the same words; a test looks. */
internal inline fun <reified T : Enum<T>> word(native: Enum<*>): T = enumValueOf(native.name)
