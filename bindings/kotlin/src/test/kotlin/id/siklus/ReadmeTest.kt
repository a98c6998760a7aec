package id.siklus

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.readText

class ReadmeTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `the example of the README is the one that runs here`() {
        val block = Path.of("../../README.md").readText().substringAfter("```kotlin\n", "").substringBefore("```")
        val example = Path.of("src/test/kotlin/example/Example.kt").readText().substringAfter("package example\n\n")
        assertEquals(example, block, "copy src/test/kotlin/example/Example.kt, without its package, into README.md")
    }

    @Test
    fun `the example says what the README promises`() {
        val cadre = Home.TODAY.cadre
        val said = saidBy { runBlocking { example.visit(folder.resolve("siklus.db"), Home.key(), cadre) } }
        assertTrue("\nRUJUK SEGERA\n" in said && "\nSakit kepala berat\n" in said, said)
    }

    private fun saidBy(program: () -> Unit): String {
        val before = System.out
        val said = ByteArrayOutputStream()
        System.setOut(PrintStream(said, true, Charsets.UTF_8))
        try {
            program()
        } finally {
            System.setOut(before)
        }
        return said.toString(Charsets.UTF_8)
    }
}
