package id.siklus

import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.Collections
import javax.crypto.KeyGenerator
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeBytes

class KeyRingTest {
    @TempDir
    lateinit var folder: Path

    private val file get() = folder.resolve("kunci")
    private val phone = Keystore()

    @Test
    fun `the key of a ring makes and opens a store, for each cadre`() = runTest {
        val tini =
            made().use { new ->
                Siklus.create(folder.resolve("siklus.db"), new.key, Home.TODAY.at).use { Home.of(it) }
                new.ring.addCadre(new.key, "Bu Tini Contoh", pin("305172"), at(1))
            }
        open().use { ring ->
            assertEquals(listOf("Bu Sari Contoh", "Bu Tini Contoh"), ring.cadres().map { it.name })
            ring.unlock(tini, pin("305172"), at(2)).use { key ->
                assertEquals(tini, key.cadre)
                Siklus.open(folder.resolve("siklus.db"), key).use { assertEquals(1, it.households(0, 9).size) }
            }
        }
    }

    @Test
    fun `wrong pins wait, over a restart and with the clock set back`() = runTest {
        val cadre = made().use { it.key.cadre }
        open().use { ring ->
            for (left in 4 downTo 0) {
                val wrong = failure<SiklusException.WrongPin> { ring.unlock(cadre, pin("999998"), at(0)) }
                assertEquals(Triple("wrong_pin", left, if (left == 0) 30L else 0L), Triple(wrong.code, wrong.triesLeft, wrong.wait.seconds))
            }
        }
        open().use { ring ->
            val wait = failure<SiklusException.MustWait> { ring.unlock(cadre, pin("482913"), at(10)) }
            assertEquals("must_wait" to Duration.ofSeconds(20), wait.code to wait.wait)
            assertEquals(Duration.ofSeconds(30), ring.waitOf(cadre, at(-3_600)))
            ring.unlock(cadre, pin("482913"), at(-3_570)).close()
            assertEquals(Duration.ZERO, ring.waitOf(cadre, at(-3_570)))
        }
    }

    @Test
    fun `with the time since the start, setting the clock forward gains nothing`() = runTest {
        val cadre = made().use { it.key.cadre }
        open().use { ring ->
            repeat(5) { failure<SiklusException.WrongPin> { ring.unlock(cadre, pin("999998"), at(0, boot = 50)) } }
            assertEquals(Duration.ofSeconds(29), ring.waitOf(cadre, at(7_200, boot = 51)))
        }
    }

    @Test
    fun `a pin changes and cannot be easy`() = runTest {
        made().use { (ring, key) ->
            ring.changePin(key.cadre, pin("482913"), pin("640258"), at(0))
            ring.unlock(key.cadre, pin("640258"), at(0)).close()
            KeyRing.checkNewPin(pin("305172"))
            val reasons = mapOf("12345" to PinFault.NOT_SIX_DIGITS, "777777" to PinFault.SAME_DIGIT, "654321" to PinFault.ROW, "１２３４５６" to PinFault.NOT_SIX_DIGITS)
            for ((digits, reason) in reasons) {
                val weak = failure<SiklusException.WeakPin> { ring.changePin(key.cadre, pin("640258"), pin(digits), at(0)) }
                assertEquals("weak_pin" to reason, weak.code to weak.reason, digits)
                val asked = pin(digits)
                assertEquals(reason, failure<SiklusException.WeakPin> { KeyRing.checkNewPin(asked) }.reason)
                assertTrue(asked.all { it == '\u0000' }, "it is wiped")
            }
        }
    }

    @Test
    fun `cadres are removed, but not the last one`() = runTest {
        made().use { (ring, key) ->
            val tini = ring.addCadre(key, "Bu Tini Contoh", pin("305172"), at(1))
            ring.removeCadre(key, tini)
            assertEquals("cadre", failure<SiklusException.NotFound> { ring.unlock(tini, pin("305172"), at(2)) }.what)
            assertEquals(StateRule.LAST_CADRE, failure<SiklusException.State> { ring.removeCadre(key, key.cadre) }.rule)
            assertEquals("name", failure<SiklusException.InvalidInput> { ring.addCadre(key, " ", pin("305172"), at(1)) }.fields.single().field)
        }
    }

    @Test
    fun `the recovery code gives a new pin, however it is typed`() = runTest {
        made().use { new ->
            assertTrue(Regex("([2-9A-HJ-NP-Z]{4}-){6}[2-9A-HJ-NP-Z]{4}").matches(new.recoveryCode), "the form of a code")
            val typed = new.recoveryCode.lowercase().replace('-', ' ')
            new.ring.recover(typed, new.key.cadre, pin("640258")).close()
            new.ring.unlock(new.key.cadre, pin("640258"), at(0)).close()
            assertTrue(failure<SiklusException.WrongRecoveryCode> { new.ring.recover("AAAA", new.key.cadre, pin("640258")) }.mistyped)
            new.ring.renewRecoveryCode(new.key)
            assertFalse(failure<SiklusException.WrongRecoveryCode> { new.ring.recover(typed, new.key.cadre, pin("640258")) }.mistyped)
        }
    }

    @Test
    fun `where the keystore lost its key the code makes the ring again`() = runTest {
        val code = made().use { new ->
            Siklus.create(folder.resolve("siklus.db"), new.key, Home.TODAY.at).close()
            new.recoveryCode
        }
        phone.loseKey()
        assertEquals("ring_damaged", failure<SiklusException.RingDamaged> { open() }.code)
        KeyRing.restore(file, phone, code, "Bu Sari Contoh", pin("640258"), at(9), LEAST).use { new ->
            Siklus.open(folder.resolve("siklus.db"), new.key).close()
        }
        assertEquals("already_there", failure<SiklusException.AlreadyThere> { KeyRing.restore(file, phone, code, "X", pin("640258"), at(9), LEAST) }.code)
    }

    @Test
    fun `a keystore that does not answer, a damaged ring and one that is not there are told apart`() = runTest {
        assertEquals("key_ring", failure<SiklusException.NotFound> { open() }.what)
        made().close()
        assertEquals("already_there", failure<SiklusException.AlreadyThere> { made() }.code)
        phone.answers = false
        assertEquals("seal_failed", failure<SiklusException.SealFailed> { open() }.code)
        phone.answers = true
        val half = file.readBytes().let { it.copyOf(it.size / 2) }
        file.writeBytes(half)
        failure<SiklusException.RingDamaged> { open() }
        assertArrayEquals(half, file.readBytes())
    }

    @Test
    fun `pins are wiped, and nothing of a cadre is printed or lies open in the file`() = runTest {
        val first = pin("482913")
        KeyRing.create(file, phone, "Bu Sari Contoh", first, at(0), LEAST).use { new ->
            val wrong = pin("999998")
            failure<SiklusException.WrongPin> { new.ring.unlock(new.key.cadre, wrong, at(0)) }
            assertTrue((first + wrong).all { it == '\u0000' })
            val printed = listOf(new, new.ring, new.key, new.ring.cadres(), AesGcmSeal(phone.key)).map { it.toString() }
            assertEquals(listOf("NewRing", "KeyRing", "UnlockedKey", "[Cadre]", "AesGcmSeal"), printed)
        }
        assertFalse("Contoh" in file.readText())
    }

    @Test
    fun `a ring and a key that are closed refuse`() = runTest {
        val new = made()
        new.close()
        new.close()
        failure<SiklusException.Closed> { new.ring.cadres() }
        failure<SiklusException.Closed> { Siklus.open(folder.resolve("siklus.db"), new.key) }
        open().use { ring -> failure<SiklusException.Closed> { ring.addCadre(new.key, "Bu Tini Contoh", pin("305172"), at(1)) } }
    }

    @Test
    fun `the log hears of each call`() = runTest {
        val heard = Collections.synchronizedList(ArrayList<String>())
        val log = SiklusLog { event, _, error -> heard += "$event ${error ?: "ok"}" }
        val cadre = made().use { it.key.cadre }
        KeyRing.open(file, phone, log).use { ring -> failure<SiklusException.WrongPin> { ring.unlock(cadre, pin("999998"), at(0)) } }
        assertEquals(listOf("openKeyRing ok", "unlock wrong_pin"), heard)
    }

    @Test
    fun `what a check costs is measured and has limits`() = runTest {
        val cost = KeyRing.calibrate()
        assertTrue(cost.memoryKib >= LEAST.memoryKib && cost.passes >= LEAST.passes, "$cost")
        val cheap = PinCost(memoryKib = 8, passes = 1)
        val refused = failure<SiklusException.InvalidInput> { KeyRing.create(file, phone, "Bu Sari", pin("482913"), at(0), cheap) }
        assertEquals("cost", refused.fields.single().field)
    }

    private suspend fun made(): NewRing = KeyRing.create(file, phone, "Bu Sari Contoh", pin("482913"), at(0), LEAST)

    private suspend fun open(): KeyRing = KeyRing.open(file, phone)

    /** As the keystore of a phone, with a key that it can lose. */
    private class Keystore : DeviceSeal {
        var key = newKey()
        var answers = true

        override fun seal(bytes: ByteArray) = AesGcmSeal(key).seal(bytes)

        override fun unseal(sealed: ByteArray): ByteArray {
            check(answers) { "busy" }
            return AesGcmSeal(key).unseal(sealed)
        }

        fun loseKey() {
            key = newKey()
        }

        private fun newKey() = KeyGenerator.getInstance("AES").apply { init(256) }.generateKey()
    }

    private companion object {
        val LEAST = PinCost(memoryKib = 32 * 1024, passes = 2)

        fun pin(digits: String) = digits.toCharArray()

        fun at(seconds: Long, boot: Long? = null) = Clocks(Instant.parse("2026-03-02T02:00:00Z").plusSeconds(seconds), boot?.let(Duration::ofSeconds))

        operator fun NewRing.component1() = ring

        operator fun NewRing.component2() = key
    }
}
