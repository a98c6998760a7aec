package id.siklus.internal

import id.siklus.Answer
import id.siklus.BirthData
import id.siklus.BirthDate
import id.siklus.Dose
import id.siklus.EarlierVisit
import id.siklus.PersonCase
import id.siklus.Pregnancy
import id.siklus.ffi.BirthRequest
import id.siklus.ffi.BornRequest
import id.siklus.ffi.CaseRequest
import id.siklus.ffi.DoseRequest
import id.siklus.ffi.EarlierVisitRequest
import id.siklus.ffi.FactAnswer
import id.siklus.ffi.PregnancyRequest
import id.siklus.ffi.RecordedFact
import java.math.BigDecimal

internal fun PersonCase.toNative() =
    CaseRequest(
        on = on.toString(),
        sex = word(sex),
        born = born.toNative(),
        pregnancy = pregnancy?.toNative(),
        deliveredOn = deliveredOn?.toString(),
        birth = birth.toNative(),
        facts = facts.toNative(),
        history = history.map(EarlierVisit::toNative),
        doses = doses.map(Dose::toNative),
    )

private fun BirthDate.toNative() = BornRequest(date.toString(), word(precision))

internal fun Pregnancy.toNative(): PregnancyRequest =
    when (this) {
        is Pregnancy.Lmp -> PregnancyRequest.Lmp(on.toString())
        is Pregnancy.Edd -> PregnancyRequest.Edd(on.toString())
    }

private fun BirthData.toNative() = BirthRequest(weightG?.toLong(), gestationWeeks?.toLong())

private fun EarlierVisit.toNative() = EarlierVisitRequest(on.toString(), facts.toNative())

private fun Dose.toNative() = DoseRequest(service.wellFormed(), on?.toString())

private fun Map<String, Answer>.toNative() = map { (fact, answer) -> RecordedFact(fact.wellFormed(), answer.toNative()) }

internal fun Answer.toNative(): FactAnswer =
    when (this) {
        Answer.Unknown -> FactAnswer.Unknown
        is Answer.YesNo -> FactAnswer.YesNo(yes)
        is Answer.Number -> FactAnswer.Number(value.digits())
        is Answer.Code -> FactAnswer.Code(code.wellFormed())
        is Answer.Codes -> FactAnswer.Codes(codes.map(String::wellFormed))
        is Answer.Date -> FactAnswer.Date(date.toString())
        is Answer.Text -> FactAnswer.Text(text.wellFormed())
    }

/** In plain digits, but for a number so long that it would fill the memory; the core refuses those. */
private fun BigDecimal.digits(): String = if (scale() in -MOST_DIGITS..MOST_DIGITS) toPlainString() else toString()

private const val MOST_DIGITS = 40

/** Text fields cut emoji in two; the half that is left is no character and cannot cross. */
internal fun String.wellFormed(): String = encodeToByteArray().decodeToString()
