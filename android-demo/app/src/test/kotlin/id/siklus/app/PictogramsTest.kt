package id.siklus.app

import id.siklus.app.kit.PICTOGRAMS
import org.junit.Assert.assertTrue
import org.junit.Test
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText

class PictogramsTest {
    @Test
    fun `each picture stands for an answer of the pack`() {
        val facts = Path.of("../../core/packs/ilp/facts").listDirectoryEntries("*.toml").joinToString("\n") { it.readText() }
        for ((fact, pictures) in PICTOGRAMS) {
            val entry = facts.substringAfter("\n[fact.$fact]\n", missingDelimiterValue = "").substringBefore("\n[fact.")
            for (code in pictures.keys) assertTrue("$fact has no $code", Regex("\\b$code *= *\\{").containsMatchIn(entry))
        }
    }
}
