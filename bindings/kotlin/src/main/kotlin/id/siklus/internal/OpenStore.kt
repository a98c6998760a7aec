package id.siklus.internal

import id.siklus.ffi.Siklus as NativeSiklus

/** A store of the native library with what makes its calls: no public signature names what is generated. */
internal class OpenStore(
    val native: NativeSiklus,
    val caller: Caller,
)
