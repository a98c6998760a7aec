package id.siklus.app.screen.person

import id.siklus.PersonPage
import id.siklus.PregnancyField
import id.siklus.PregnancyLine
import id.siklus.PregnancyRecord
import id.siklus.app.R
import id.siklus.app.kit.Field
import id.siklus.app.kit.shortDate
import id.siklus.app.shell.Shell

/** The pregnancies of a person, and what is being recorded of one. */
class PregnancyState(
    /** The person. */
    val page: PersonPage,
    /** What is recorded; nothing before it was tapped. */
    val chosen: PregnancyField?,
    /** What is wrong, by the name of the field. */
    val errors: Map<String, String> = emptyMap(),
    /** Whether what was typed is no date. */
    val noDate: Boolean = false,
) {
    /** The one that has not ended. */
    val running: PregnancyLine? get() = page.pregnancies.lastOrNull(PregnancyLine::isRunning)

    /** The last one, after it ended. */
    val ended: PregnancyLine? get() = page.pregnancies.lastOrNull()?.takeIf { running == null }

    /** What can be recorded now. */
    val choices: List<PregnancyField> get() = if (running != null) ENDS + BEGINS else if (page.offersPregnancy) BEGINS else emptyList()

    companion object {
        val BEGINS = listOf(PregnancyField.LMP, PregnancyField.EDD)
        val ENDS = listOf(PregnancyField.DELIVERED_ON, PregnancyField.LOST_ON)
        val FIELDS = PregnancyField.entries.associateWith { Field(it.name.lowercase(), it.label, Field.Shape.DATE) }
    }
}

/** Whether it has not ended. */
val PregnancyLine.isRunning: Boolean get() = PregnancyState.ENDS.all { pregnancy.date(it) == null }

/** A date of it. */
fun PregnancyRecord.date(field: PregnancyField) =
    when (field) {
        PregnancyField.LMP -> lmp
        PregnancyField.EDD -> edd
        PregnancyField.DELIVERED_ON -> deliveredOn
        PregnancyField.LOST_ON -> lostOn
    }

/** What a date is called. */
val PregnancyField.label: Int
    get() =
        when (this) {
            PregnancyField.LMP -> R.string.field_lmp
            PregnancyField.EDD -> R.string.field_edd
            PregnancyField.DELIVERED_ON -> R.string.field_delivered_on
            PregnancyField.LOST_ON -> R.string.field_lost_on
        }

/** How far it is, or how it ended. */
fun Shell.words(line: PregnancyLine): String {
    val (delivered, lost) = line.pregnancy.deliveredOn to line.pregnancy.lostOn
    return when {
        delivered != null -> text(R.string.delivered, shortDate(delivered))
        lost != null -> text(R.string.lost, shortDate(lost))
        else -> line.gestation?.let { text(R.string.pregnant_for, it) } ?: text(R.string.pregnant)
    }
}

/** The dates by which it is counted, and how long it was. */
fun Shell.dates(line: PregnancyLine): String =
    listOfNotNull(
        line.pregnancy.lmp?.let { text(R.string.lmp_on, shortDate(it)) },
        line.pregnancy.edd?.let { text(R.string.edd_on, shortDate(it)) },
        line.gestation?.takeIf { !line.isRunning }?.let { text(R.string.lasted, it) },
    ).joinToString("\n")
