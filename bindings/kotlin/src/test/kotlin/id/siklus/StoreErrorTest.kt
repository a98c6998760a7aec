package id.siklus

import id.siklus.internal.calling
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import id.siklus.ffi.SiklusException as NativeException

class StoreErrorTest {
    @TempDir
    lateinit var folder: Path

    private val file get() = folder.resolve("siklus.db")

    @Test
    fun `no store, and a store that is there already`() = runTest {
        assertEquals("store", failure<SiklusException.NotFound> { Siklus.open(file, Home.key()) }.what)
        Home.store(folder).close()
        assertEquals("already_there", failure<SiklusException.AlreadyThere> { Home.store(folder) }.code)
    }

    @Test
    fun `a wrong key changes nothing`() = runTest {
        Home.of(Home.store(folder)).close()
        val before = file.readBytes()
        assertEquals("wrong_key", failure<SiklusException.WrongKey> { Siklus.open(file, Home.key(fill = 6)) }.code)
        assertArrayEquals(before, file.readBytes())
    }

    @Test
    fun `a key has 32 bytes and is wiped, whatever comes of the call`() = runTest {
        val short = ByteArray(31) { 1 }
        assertEquals("key", failure<SiklusException.InvalidInput> { Siklus.open(file, short) }.fields.single().field)
        assertTrue(short.all { it == 0.toByte() })
        val key = Home.key()
        Siklus.create(file, key, Home.TODAY.at).close()
        assertTrue(key.all { it == 0.toByte() })
    }

    @Test
    fun `a damaged file and an empty one are left as they are`() = runTest {
        Home.of(Home.store(folder)).close()
        val bytes = file.readBytes()
        for (place in 100..200) bytes[place] = (bytes[place] + 1).toByte()
        for (content in listOf(bytes, ByteArray(0))) {
            file.writeBytes(content)
            assertEquals("damaged", failure<SiklusException.Damaged> { Home.reopen(folder) }.code)
            assertArrayEquals(content, file.readBytes())
        }
    }

    @Test
    fun `a store is open once`() = runTest {
        Home.store(folder).use {
            assertEquals("locked", failure<SiklusException.Locked> { Home.reopen(folder) }.code)
        }
        Home.reopen(folder).close()
    }

    @Test
    fun `when there is no room what was saved stands, and writing goes on with room`() = runTest {
        val saved = ArrayList<String>()
        Home.store(folder, maxPages = 80).use { siklus ->
            val household = siklus.registerHousehold(Home.TODAY, Home.AGREED, mapOf(HouseholdField.NAME to "Pak Contoh"))
            saved += household
            val address = mapOf(HouseholdField.NAME to "Bu Contoh", HouseholdField.ADDRESS to "x".repeat(200))
            val error = failure<SiklusException.NoSpace> { repeat(2_000) { saved += siklus.registerHousehold(Home.TODAY, Home.AGREED, address) } }
            assertEquals("no_space", error.code)
            assertEquals(saved.size, siklus.households(0, 5_000).size)
        }
        Home.reopen(folder).use { siklus ->
            saved += siklus.registerHousehold(Home.TODAY, Home.AGREED, mapOf(HouseholdField.NAME to "Bu Contoh"))
            assertEquals(saved.toSet(), siklus.households(0, 5_000).map { it.id }.toSet())
        }
    }

    @Test
    fun `what is not there is named`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val nobody = "0199c6a2-9b1e-7c3d-8e4f-000000000000"
            assertEquals("person", failure<SiklusException.NotFound> { home.siklus.person(nobody) }.what)
            assertEquals("household", failure<SiklusException.NotFound> { home.siklus.household("no id at all") }.what)
            assertEquals("visit", failure<SiklusException.NotFound> { home.siklus.results(nobody) }.what)
        }
    }

    @Test
    fun `without consent nothing is kept but the refusal`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val refusal = Consent(ConsentState.REFUSED, notice = "2026-1")
            val household = home.siklus.registerHousehold(Home.TODAY, refusal, mapOf(HouseholdField.NAME to "Bu Contoh"))
            assertEquals("no_consent", failure<SiklusException.NoConsent> { home.siklus.openVisit(Home.TODAY, household) }.code)
            assertEquals(null, home.siklus.household(household).name)
            home.siklus.recordConsent(Home.TODAY, home.household, Consent(ConsentState.WITHDRAWN, notice = "2026-1"))
            failure<SiklusException.NoConsent> { home.openVisit() }
        }
    }

    @Test
    fun `each field that is not accepted has its words`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val fields = mapOf(PersonField.NAME to "Siti", PersonField.SEX to "f", PersonField.NIK to "123")
            val error = failure<SiklusException.InvalidInput> { home.siklus.registerPerson(Home.TODAY, home.household, fields, "en") }
            val rules = error.fields.associate { it.field to it.rule }
            val expected = mapOf("sex" to InvalidRule.NOT_A_CHOICE, "nik" to InvalidRule.PATTERN, "born" to InvalidRule.EMPTY)
            assertEquals(expected, rules)
            assertEquals("Must have 16 digits.", error.fields.single { it.field == "nik" }.accepted)
            assertFalse("Siti" in error.stackTraceToString() || "123" in error.message!!)
            val pregnant = failure<SiklusException.InvalidInput> { home.siklus.beginPregnancy(Home.TODAY, home.father, Pregnancy.Lmp(People.LMP)) }
            assertEquals("lmp" to "Hanya untuk perempuan.", pregnant.fields.single().let { it.field to it.accepted })
        }
    }

    @Test
    fun `an answer that is not accepted is told at its question`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val question = home.openVisit().answer(Form.Member(home.girl), "muac_cm", Entry.Typed("224")).question("muac_cm")!!
            assertTrue(question.open)
            assertEquals("22.4", question.error?.suggestion?.typed)
        }
    }

    @Test
    fun `what must be done first is named`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            suspend fun rule(call: suspend () -> Any) = failure<SiklusException.State> { call() }.rule
            assertEquals(StateRule.VISIT_IN_PROGRESS, rule { home.openVisit() })
            assertEquals(StateRule.PARTS_OPEN, rule { visit.complete(Home.TODAY) })
            assertEquals(StateRule.HIDDEN, rule { visit.answer(Form.Member(home.girl), "headache_severe", Answer.YesNo(true)) })
            assertEquals(StateRule.NOT_ASKED, rule { visit.answer(Form.Member(home.father), "headache", Answer.YesNo(true)) })
            assertEquals(StateRule.NOTHING_TO_CONFIRM, rule { visit.confirm(Form.Member(home.girl), "headache") })
            assertEquals("fact", failure<SiklusException.InvalidInput> { visit.confirm(Form.Member(home.girl), "no_such") }.fields.single().field)
        }
    }

    /** These need another user, a later version or a broken library, so only their way over is tested here. */
    @Test
    fun `errors that cannot be made here cross too`() {
        val newer = failure<SiklusException.NewerSchema> { calling { throw NativeException.NewerSchema(9u, 1u) } }
        assertEquals(Triple("newer_schema", 9, 1), Triple(newer.code, newer.found, newer.known))
        assertEquals("read_only", failure<SiklusException.ReadOnly> { calling { throw NativeException.ReadOnly() } }.code)
        assertEquals("disk", failure<SiklusException.Unexpected> { calling { throw NativeException.Unexpected("disk") } }.message)
    }
}
