package id.siklus

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(kotlinx.coroutines.ExperimentalCoroutinesApi::class)
class LifecycleTest {
    @Test
    fun `a closed pack refuses and says so`() = runTest {
        val pack = RulePack.embedded()
        pack.close()
        pack.close()
        val error = assertThrows(IllegalStateException::class.java) { runBlocking { pack.assess(People.father) } }
        assertTrue("destroyed" in error.message!!)
        assertThrows(IllegalStateException::class.java) { pack.title() }
        assertEquals("ilp", pack.id)
    }

    @Test
    fun `a pack lives on when another handle of it is closed`() = runTest {
        RulePack.embedded().use { pack ->
            RulePack.embedded().close()
            assertTrue(pack.assess(People.father).undecidable)
        }
    }

    @Test
    fun `calls run where the app says`() = runTest {
        val opening = async { RulePack.embedded(StandardTestDispatcher(testScheduler)) }
        assertFalse(opening.isCompleted)
        testScheduler.advanceUntilIdle()
        assertTrue(opening.isCompleted)
        opening.await().use { pack ->
            val call = async(Dispatchers.Unconfined) { pack.assess(People.father) }
            assertFalse(call.isCompleted)
            testScheduler.advanceUntilIdle()
            assertTrue(call.isCompleted)
        }
    }

    @Test
    fun `a call that is cancelled before its turn is never made`() = runTest {
        val pack = RulePack.embedded(StandardTestDispatcher(testScheduler))
        // A closed pack would throw if the call were made.
        pack.close()
        var ended: Throwable? = null
        val call = launch { pack.assess(People.father) }
        call.invokeOnCompletion { ended = it }
        call.cancel()
        runCurrent()
        assertTrue(ended is CancellationException)
        assertTrue(call.isCancelled)
    }

    @Test
    fun `a call whose result nobody waits for is cancelled, and the pack works on`() = runTest {
        RulePack.embedded().use { pack ->
            val calls = List(8) { async(Dispatchers.Default) { pack.assess(People.daughter) } }
            calls.forEach { it.cancel() }
            calls.forEach { it.join() }
            assertEquals(Action.EMERGENCY, pack.assess(People.daughter).action)
        }
    }

    @Test
    fun `many threads get the same result`() = runTest {
        RulePack.embedded().use { pack ->
            val results = List(16) { async(Dispatchers.Default) { pack.assess(People.daughter) } }.awaitAll()
            assertEquals(1, results.toSet().size)
        }
    }
}
