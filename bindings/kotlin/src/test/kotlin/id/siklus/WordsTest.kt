package id.siklus

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import kotlin.enums.EnumEntries
import id.siklus.ffi.Action as NativeAction
import id.siklus.ffi.ChartIndex as NativeChartIndex
import id.siklus.ffi.Colour as NativeColour
import id.siklus.ffi.Confidence as NativeConfidence
import id.siklus.ffi.ConsentState as NativeConsentState
import id.siklus.ffi.ConsentWay as NativeConsentWay
import id.siklus.ffi.HouseholdField as NativeHouseholdField
import id.siklus.ffi.Index as NativeIndex
import id.siklus.ffi.InvalidRule as NativeInvalidRule
import id.siklus.ffi.LifeStage as NativeLifeStage
import id.siklus.ffi.LineRole as NativeLineRole
import id.siklus.ffi.Mark as NativeMark
import id.siklus.ffi.PartState as NativePartState
import id.siklus.ffi.PersonField as NativePersonField
import id.siklus.ffi.Precision as NativePrecision
import id.siklus.ffi.PinFault as NativePinFault
import id.siklus.ffi.PregnancyField as NativePregnancyField
import id.siklus.ffi.RegisterWarning as NativeRegisterWarning
import id.siklus.ffi.Relation as NativeRelation
import id.siklus.ffi.Remark as NativeRemark
import id.siklus.ffi.ReportWay as NativeReportWay
import id.siklus.ffi.Setting as NativeSetting
import id.siklus.ffi.Sex as NativeSex
import id.siklus.ffi.Standing as NativeStanding
import id.siklus.ffi.StateRule as NativeStateRule
import id.siklus.ffi.Status as NativeStatus
import id.siklus.ffi.VisitState as NativeVisitState
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

    @Test
    fun `of the store too`() {
        same(NativeConsentState.entries, ConsentState.entries)
        same(NativeConsentWay.entries, ConsentWay.entries)
        same(NativeHouseholdField.entries, HouseholdField.entries)
        same(NativeLineRole.entries, LineRole.entries)
        same(NativePartState.entries, PartState.entries)
        same(NativePersonField.entries, PersonField.entries)
        same(NativePinFault.entries, PinFault.entries)
        same(NativePregnancyField.entries, PregnancyField.entries)
        same(NativeRegisterWarning.entries, RegisterWarning.entries)
        same(NativeRelation.entries, Relation.entries)
        same(NativeReportWay.entries, ReportWay.entries)
        same(NativeSetting.entries, Setting.entries)
        same(NativeStanding.entries, Standing.entries)
        same(NativeStateRule.entries, StateRule.entries)
        same(NativeStatus.entries, ServiceStatus.entries)
        same(NativeVisitState.entries, VisitState.entries)
    }

    @Test
    fun `of charts too`() {
        same(NativeChartIndex.entries, ChartIndex.entries)
        same(NativeColour.entries, BandKind.entries)
        same(NativeMark.entries, PointMark.entries)
    }

    @Test
    fun `of growth too`() {
        same(NativeIndex.entries, GrowthIndexKind.entries)
        same(NativeRemark.entries, GrowthRemarkKind.entries)
    }

    private fun same(native: EnumEntries<*>, public: EnumEntries<*>) = assertEquals(native.map { it.name }, public.map { it.name })
}
