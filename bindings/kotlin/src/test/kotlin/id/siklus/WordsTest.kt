package id.siklus

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import kotlin.enums.EnumEntries
import id.siklus.ffi.Action as NativeAction
import id.siklus.ffi.Confidence as NativeConfidence
import id.siklus.ffi.InvalidRule as NativeInvalidRule
import id.siklus.ffi.LifeStage as NativeLifeStage
import id.siklus.ffi.Precision as NativePrecision
import id.siklus.ffi.Sex as NativeSex
import id.siklus.ffi.Within as NativeWithin

class WordsTest {
    @Test
    fun `both sides have the same words in the same order`() {
        same(NativeAction.entries, Action.entries)
        same(NativeConfidence.entries, Confidence.entries)
        same(NativeInvalidRule.entries, InvalidRule.entries)
        same(NativeLifeStage.entries, LifeStage.entries)
        same(NativePrecision.entries, Precision.entries)
        same(NativeSex.entries, Sex.entries)
        same(NativeWithin.entries, Within.entries)
    }

    private fun same(native: EnumEntries<*>, public: EnumEntries<*>) = assertEquals(native.map { it.name }, public.map { it.name })
}
