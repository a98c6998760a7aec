package id.siklus

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.yield
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.Collections
import java.util.concurrent.atomic.AtomicInteger

class StoreLifecycleTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a closed store refuses, and its visits with it`() = runTest {
        val home = Home.of(Home.store(folder))
        val visit = home.openVisit()
        home.close()
        home.close()
        assertEquals("closed", failure<SiklusException.Closed> { home.siklus.households(0, 1) }.code)
        failure<SiklusException.Closed> { visit.answer(Form.Member(home.girl), "headache", Answer.YesNo(true)) }
        failure<SiklusException.Closed> { home.siklus.isDamaged() }
        Home.reopen(folder).close()
    }

    @Test
    fun `many threads write to one store`() = runTest {
        Home.of(Home.store(folder)).use { home ->
            val visit = home.openVisit()
            val facts = listOf("weight_kg" to "47.3", "height_cm" to "151.5", "muac_cm" to "22.4", "temperature_c" to "36.9")
            val members = listOf(home.father, home.girl)
            val answers = members.flatMap { member -> facts.map { Triple(member, it.first, it.second) } }
            val asked = answers.filter { (member, fact) -> visit.screen(Form.Member(member)).question(fact) != null }
            asked.map { (member, fact, digits) ->
                async(Dispatchers.Default) { visit.answer(Form.Member(member), fact, Answer.Number(digits)) }
            }.awaitAll()
            for ((member, fact) in asked) assertFalse(visit.screen(Form.Member(member)).question(fact)!!.open, fact)
            assertTrue(asked.size >= 6)
        }
    }

    @Test
    fun `what was acknowledged before a cancellation is there, and the store goes on`() {
        val acknowledged = AtomicInteger()
        runBlocking(Dispatchers.Default) {
            Home.store(folder).use { siklus ->
                repeat(10) { round ->
                    val saving = launch {
                        while (true) {
                            siklus.registerHousehold(Home.TODAY, Home.AGREED, mapOf(HouseholdField.NAME to "Keluarga $round"))
                            acknowledged.incrementAndGet()
                        }
                    }
                    val before = acknowledged.get()
                    while (acknowledged.get() < before + 3) yield()
                    saving.cancelAndJoin()
                }
                val kept = siklus.households(0, 10_000).size
                // One more a round can have been saved when nobody waited for it any more.
                assertTrue(kept in acknowledged.get()..acknowledged.get() + 10, "$kept of $acknowledged")
            }
            Home.reopen(folder).use { assertTrue(it.verify().whole) }
        }
    }

    @Test
    fun `a store whose opening is cancelled is not left open`() {
        runBlocking(Dispatchers.Default) {
            Home.store(folder).close()
            repeat(5) {
                val opening = launch(start = CoroutineStart.UNDISPATCHED) { Home.reopen(folder).close() }
                yield()
                opening.cancelAndJoin()
                Home.reopen(folder).close()
            }
        }
    }

    @Test
    fun `each call that wrote is told as a change`() = runTest {
        val told = Collections.synchronizedList(ArrayList<Change>())
        val siklus = Home.store(folder)
        val hearing = launch(Dispatchers.Unconfined) { siklus.changes.toList(told) }
        Home.of(siklus).use { home ->
            assertEquals(Change.Household(home.household), told.first())
            assertTrue(told.containsAll(listOf(home.father, home.girl, home.grandmother).map { Change.Person(it) }))
            told.clear()
            val visit = home.openVisit()
            visit.screen(Form.Member(home.girl))
            visit.answer(Form.Member(home.girl), "headache", Answer.YesNo(false))
            failure<SiklusException.State> { visit.complete(Home.TODAY) }
            home.only(visit, home.girl)
            visit.complete(Home.TODAY)
            val own = Change.Visit(visit.id)
            assertEquals(listOf(own, Change.Household(home.household), own, own, own), told)
            visit.complete(Home.TODAY, leaveOpen = true)
            assertEquals(listOf(own, Change.Person(home.girl)), told.takeLast(2))
        }
        hearing.cancelAndJoin()
    }

    @Test
    fun `the log hears of calls and of nothing personal`() = runTest {
        val heard = Collections.synchronizedList(ArrayList<String>())
        val log = SiklusLog { event, took, error ->
            heard += "$event ${error ?: "done"}"
            check(!took.isNegative)
            error("a log that fails is ignored")
        }
        Home.of(Home.store(folder, log)).use { home ->
            failure<SiklusException.InvalidInput> { home.siklus.registerPerson(Home.TODAY, home.household, mapOf(PersonField.NAME to "Siti")) }
            home.siklus.search("Siti", 10)
        }
        assertEquals(listOf("create done", "registerHousehold done"), heard.take(2))
        assertEquals(listOf("registerPerson invalid_input", "search done", "close done"), heard.takeLast(3))
        assertFalse(heard.any { "Siti" in it || "Contoh" in it })
    }

    @Test
    fun `a call that is cancelled says so`() = runTest {
        Home.store(folder).use { siklus ->
            var ended: Throwable? = null
            val call = launch(Dispatchers.Default) { while (true) siklus.households(0, 1) }
            call.invokeOnCompletion { ended = it }
            call.cancelAndJoin()
            assertTrue(ended is CancellationException)
        }
    }
}
