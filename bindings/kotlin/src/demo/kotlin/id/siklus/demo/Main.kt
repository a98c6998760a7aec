package id.siklus.demo

import id.siklus.Completion
import id.siklus.Form
import id.siklus.PersonResult
import id.siklus.Siklus
import id.siklus.Visit
import kotlinx.coroutines.runBlocking
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import java.security.SecureRandom
import kotlin.io.path.fileSize
import kotlin.io.path.readBytes
import kotlin.system.exitProcess

/** Who is being asked when the app is killed, and after how many answers. */
private const val VICTIM = 1
private const val ANSWERS_BEFORE_THE_KILL = 40
private const val BYTES_OF_A_KILOBYTE = 1024

/**
 * `LANGUAGE WIDTH COLOR CASES...` shows a home visit; `cadre STORE LANGUAGE WIDTH COLOR CASES...` is the part that is killed.
 * `cargo xtask demo` starts it.
 */
fun main(arguments: Array<String>) {
    System.setOut(PrintStream(System.out, true, Charsets.UTF_8))
    val isCadre = arguments.first() == "cadre"
    val rest = if (isCadre) arguments.drop(2) else arguments.toList()
    val (language, width, color) = rest
    val words = Words(english = language == "en")
    val cases = rest.drop(3).map { Case.read(Path.of(it)) }
    if (isCadre) return cadre(Path.of(arguments[1]), cases, words)
    val folder = Files.createTempDirectory("siklus-demo-")
    val good =
        try {
            Demo(words, Terminal(color == "color", width.toInt()), folder.resolve("siklus.db"), cases).show(rest)
        } finally {
            folder.toFile().deleteRecursively()
        }
    if (!good) exitProcess(1)
}

private class Demo(
    private val words: Words,
    private val terminal: Terminal,
    private val store: Path,
    cases: List<Case>,
) {
    private val members = members(cases)
    private val today = members.first().case.today
    private val key = ByteArray(Protocol.KEY_BYTES).also(SecureRandom()::nextBytes)

    /** Whether everything was as it should be. */
    fun show(arguments: List<String>): Boolean = runBlocking {
        terminal.heading(words.headings().registering)
        val killing = Killing(words, terminal, members[VICTIM].name, ANSWERS_BEFORE_THE_KILL)
        val acknowledged = killing.run(store, key, arguments)
        val (visit, results, nothingLost) = goOn(acknowledged)
        terminal.heading(words.headings().results)
        val expected = members.count { member -> show(results.single { it.person == member.id }).action == member.case.action }
        readBack(visit, results) && nothingLost && expected == members.size
    }

    /** Opens the store again, as after the phone was switched on, and completes the visit. */
    private suspend fun goOn(acknowledged: Acknowledged): Triple<String, List<PersonResult>, Boolean> {
        terminal.heading(words.headings().killed)
        terminal.line(words.killed(acknowledged.exitCode, acknowledged.facts.size))
        Siklus.open(store, key.copyOf()).use { siklus ->
            val left = siklus.openVisits().single()
            for (member in members) member.id = left.parts.single { it.name == member.name }.person
            val visit = siklus.resumeVisit(left.visit)
            val nothingLost = nothingLost(visit, acknowledged)
            for (member in members) finish(visit, member)
            return Triple(left.visit, complete(visit), nothingLost)
        }
    }

    private suspend fun nothingLost(visit: Visit, acknowledged: Acknowledged): Boolean {
        val screen = visit.screen(Form.Member(members.single { it.name == acknowledged.member }.id), words.language)
        val kept = acknowledged.facts.count { fact -> screen.question(fact)?.open == false }
        terminal.line(words.resumed(kept, acknowledged.facts.size))
        return kept == acknowledged.facts.size
    }

    private suspend fun finish(visit: Visit, member: Member) {
        val facts = member.case.visits.getValue(today)
        var answers = 0
        val screen = visit.fillIn(member, facts, words.language) { answers += 1 }
        if (answers > 0) terminal.line(words.answered(member.name, answers))
        screen.notAsked(facts).ifEmpty { null }?.let { terminal.line("  ${member.name}, " + words.notAsked(it)) }
        member.case.services.ifEmpty { null }?.let { terminal.line("  ${member.name}, " + words.services(it)) }
    }

    private suspend fun complete(visit: Visit): List<PersonResult> {
        val first = visit.complete(cadreOn(today), leaveOpen = false, words.language)
        if (first is Completion.AskFirst) {
            val open = first.open.sortedBy { open -> members.indexOfFirst { it.id == open.person } }
            for (open in open) terminal.line(words.open(nameOf(open.person), open.askNext.map { it.label }))
            terminal.line(words.leftOpen())
        }
        val done = if (first is Completion.AskFirst) visit.complete(cadreOn(today), leaveOpen = true, words.language) else first
        terminal.line(words.completed(today))
        return (done as Completion.Done).results
    }

    private fun show(result: PersonResult): PersonResult {
        terminal.heading(nameOf(result.person))
        terminal.result(result.lines)
        return result
    }

    private fun nameOf(person: String) = members.single { it.id == person }.name

    private suspend fun readBack(visit: String, results: List<PersonResult>): Boolean {
        terminal.heading(words.headings().readBack)
        Siklus.open(store, key.copyOf()).use { siklus ->
            val same = siklus.results(visit, words.language).results == results && results.all(PersonResult::follows)
            terminal.line(words.reopened(results.size, same))
            val found = siklus.verify()
            terminal.line(words.verified(found.rows, found.whole))
            val needles = needles()
            terminal.line(words.readable(store.fileSize() / BYTES_OF_A_KILOBYTE, needles))
            return same && found.whole && needles == 0
        }
    }

    /** How often a name stands in the file as it lies on the disk. */
    private fun needles(): Int {
        val text = store.readBytes().toString(Charsets.ISO_8859_1)
        return members.count { it.name in text }
    }
}
