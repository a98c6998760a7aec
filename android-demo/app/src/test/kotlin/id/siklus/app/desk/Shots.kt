package id.siklus.app.desk

import id.siklus.app.Hand
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** Draws every screen in every dress. */
@RunWith(RobolectricTestRunner::class)
class Shots {
    @Test
    fun everyScreen() {
        val hand = Hand()
        var drawn = 0
        Tour(hand) { sight ->
            for (dress in Dress.ALL) {
                hand.wear(dress)
                sight.again()
                hand.picture("${dress.name}/${sight.name}")
                drawn += 1
            }
            hand.wear(Dress.PLAIN)
        }.everything()
        println("$drawn pictures of ${drawn / Dress.ALL.size} screens lie in ${System.getProperty("siklus.pictures")}")
    }
}
