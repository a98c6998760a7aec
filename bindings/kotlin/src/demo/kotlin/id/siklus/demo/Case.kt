package id.siklus.demo

import id.siklus.Action
import id.siklus.Answer
import java.nio.file.Path
import java.time.LocalDate
import kotlin.io.path.readLines

/** A person of the demo as `cargo xtask demo` writes it down from a case file: a word and its values on each line, parted by tabs. */
internal class Case(
    val sex: String,
    val born: String,
    val lmp: LocalDate?,
    /** What the case file expects to come out. */
    val action: Action,
    /** The visits by their day, the last one that of today, each with its answers. */
    val visits: Map<LocalDate, Map<String, Answer>>,
    /** Services received, which the store does not keep yet. */
    val services: List<String>,
) {
    val today: LocalDate get() = visits.keys.max()

    companion object {
        fun read(file: Path): Case {
            val lines = file.readLines().map { it.split('\t') }
            val only = lines.filter { it.size == 2 }.associate { (word, value) -> word to value }
            return Case(
                sex = only.getValue("sex"),
                born = only.getValue("born"),
                lmp = only["lmp"]?.let(LocalDate::parse),
                action = Action.valueOf(only.getValue("action").uppercase()),
                visits = visits(lines),
                services = lines.filter { it.first() == "service" }.map { it[1] },
            )
        }

        private fun visits(lines: List<List<String>>): Map<LocalDate, Map<String, Answer>> {
            val facts = lines.filter { it.first() == "fact" }
            return facts.groupBy({ LocalDate.parse(it[1]) }, { it[2] to answer(it[3], it[4]) }).mapValues { (_, given) -> given.toMap() }
        }

        private fun answer(kind: String, value: String): Answer =
            when (kind) {
                "yes_no" -> Answer.YesNo(value.toBooleanStrict())
                "number" -> Answer.Number(value)
                "date" -> Answer.Date(LocalDate.parse(value))
                "codes" -> Answer.Codes(value.split(',').filter(String::isNotEmpty).toSet())
                "unknown" -> Answer.Unknown
                else -> Answer.Code(value)
            }
    }
}
