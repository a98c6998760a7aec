package id.siklus.demo

import java.nio.file.Path

/** What the killed process had acknowledged. */
internal class Acknowledged(
    val exitCode: Int,
    /** The member whose form was being filled in. */
    val member: String,
    /** The facts of this member that were told as saved. */
    val facts: List<String>,
)

/** Lets the cadre work in a process of its own and kills it in the middle of the form of a member, without warning. */
internal class Killing(
    private val words: Words,
    private val terminal: Terminal,
    private val victim: String,
    private val afterAnswers: Int,
) {
    private var member = ""
    private val facts = ArrayList<String>()

    fun run(store: Path, key: ByteArray, arguments: List<String>): Acknowledged {
        val process = ProcessBuilder(java() + listOf("cadre", store.toString()) + arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        process.outputStream.use { it.write(key) }
        process.inputStream.bufferedReader().forEachLine { line ->
            hear(line.substringBefore('\t'), line.substringAfter('\t'))
            if (member == victim && facts.size == afterAnswers) process.toHandle().destroyForcibly()
        }
        val exitCode = process.waitFor()
        check(member == victim && facts.size >= afterAnswers) { "the process ended by itself ($exitCode)" }
        return Acknowledged(exitCode, member, facts)
    }

    private fun hear(word: String, text: String) {
        when (word) {
            Protocol.SAY -> terminal.line(text)
            Protocol.NEXT -> terminal.heading(words.headings().visit)
            Protocol.MEMBER -> next(text)
            Protocol.SAVED -> facts += text
        }
    }

    private fun next(name: String) {
        if (member.isNotEmpty()) terminal.line(words.answered(member, facts.size))
        member = name
        facts.clear()
    }

    private fun java(): List<String> {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        return listOf(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "id.siklus.demo.MainKt")
    }
}
