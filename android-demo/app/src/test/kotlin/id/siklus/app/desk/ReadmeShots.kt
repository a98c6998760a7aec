package id.siklus.app.desk

import id.siklus.app.Hand
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** Draws the screens that the README shows, half as large as on a phone. */
@RunWith(RobolectricTestRunner::class)
class ReadmeShots {
    @Test
    fun eachOfThem() {
        val hand = Hand()
        Tour(hand) { sight ->
            if (sight.name !in SHOWN) return@Tour
            hand.wear(Dress.PLAIN).picture("app-${sight.name}", scale = 0.5f)
        }.everything()
        println("${SHOWN.size} pictures for the README lie in ${System.getProperty("siklus.pictures")}")
    }

    private companion object {
        val SHOWN = listOf("today-draft", "section-danger_pregnancy_now", "result", "growth", "answers")
    }
}
