package id.siklus.app

import id.siklus.Answer
import id.siklus.Entry
import id.siklus.Form
import id.siklus.FormQuestion
import id.siklus.QuestionKind
import id.siklus.Screen
import id.siklus.Visit
import kotlinx.coroutines.runBlocking

/** Answers and measures everything as it is with a healthy child of eight. */
fun Visit.fillIn(person: String): Screen =
    runBlocking {
        val form = Form.Member(person)
        var screen = screen(form)
        while (true) {
            val question = screen.questions().firstOrNull { it.open && it.fact != METER_MARK } ?: break
            screen = answer(form, question.fact, healthy(question))
            screen.question(question.fact)?.error?.let { error("${question.fact}: ${it.text}") }
        }
        screen
    }

private fun healthy(question: FormQuestion): Entry =
    when (val kind = question.kind) {
        is QuestionKind.YesNo -> Entry.Known(Answer.YesNo(question.fact in GOOD))
        is QuestionKind.OneOf -> Entry.Known(Answer.Code((kind.choices.firstOrNull { it.code in WELL } ?: kind.choices.first()).code))
        is QuestionKind.AnyOf -> Entry.Known(Answer.Codes(emptySet()))
        is QuestionKind.Text -> Entry.Typed(if (question.fact.startsWith("finger_count")) "RRR" else "-")
        is QuestionKind.Date -> Entry.Known(Answer.Unknown)
        is QuestionKind.Number -> MEASURED[question.fact]?.let(Entry::Typed) ?: Entry.Known(Answer.Unknown)
    }

/** What the meter shows in place of a number; there is one. */
private const val METER_MARK = "glucose_meter_mark"

/** Codes of what a healthy child says. */
private val WELL = setOf("none", "never", "normal")

/** Where "yes" is good. */
private val GOOD =
    setOf("in_school", "ckg_done_this_year", "bias_complete", "mental_screened_last_year", "brushes_teeth_twice") +
        listOf("staple", "side_dish", "vegetable", "fruit").map { "plate_$it" }
private val MEASURED =
    mapOf("weight_kg" to "26", "height_cm" to "128", "temperature_c" to "36,6", "hemoglobin_g_dl" to "12,8", "glucose_random_mg_dl" to "95") +
        listOf("", "_2", "_3").flatMap { listOf("systolic${it}_mmhg" to "98", "diastolic${it}_mmhg" to "62") } +
        mapOf("fever_days" to "0", "months_since_measured" to "1", "active_60_min_days" to "7", "sdq_total_difficulties" to "3") +
        listOf("right", "left").map { "whisper_${it}_correct" to "5" }
