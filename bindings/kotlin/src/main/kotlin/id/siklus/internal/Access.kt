package id.siklus.internal

import id.siklus.Clocks
import id.siklus.DeviceSeal
import id.siklus.PinCost
import id.siklus.SealRefusedException
import id.siklus.UnlockedKey
import id.siklus.ffi.ClocksRequest
import id.siklus.ffi.SealException
import id.siklus.ffi.DeviceSeal as NativeDeviceSeal
import id.siklus.ffi.PinCost as NativeCost
import id.siklus.ffi.UnlockedKey as NativeKey

/** What lies above is no digit of a PIN. */
internal const val ASCII_END = 128

/** A key of the native library: no public signature names what is generated. */
internal class KeyHandle(
    val native: NativeKey,
)

internal fun NativeKey.toPublic() = UnlockedKey(KeyHandle(this))

internal fun Clocks.toNative() = ClocksRequest(at.toEpochMilli(), sinceBoot?.toMillis()?.coerceAtLeast(0)?.toULong())

internal fun PinCost.toNative() = NativeCost(memoryKib.count(), passes.count())

internal fun NativeCost.toPublic() = PinCost(memoryKib.toInt(), passes.toInt())

/** The bytes of a PIN, which are overwritten after the call as its letters are. */
internal inline fun <T> CharArray.asPin(call: (ByteArray) -> T): T {
    val bytes = ByteArray(size) { if (this[it].code < ASCII_END) this[it].code.toByte() else 0 }
    try {
        return call(bytes)
    } finally {
        bytes.fill(0)
        fill('\u0000')
    }
}

/** The seal of the app, as the native library calls it. */
internal class NativeSeal(
    private val seal: DeviceSeal,
) : NativeDeviceSeal {
    override fun seal(bytes: ByteArray): ByteArray = answer { seal.seal(bytes) }

    override fun unseal(sealed: ByteArray): ByteArray = answer { seal.unseal(sealed) }

    private inline fun answer(call: () -> ByteArray): ByteArray =
        try {
            call()
        } catch (_: SealRefusedException) {
            throw SealException.Refused()
        } catch (_: Exception) {
            throw SealException.Unavailable()
        }
}
