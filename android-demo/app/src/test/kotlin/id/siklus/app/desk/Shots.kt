package id.siklus.app.desk

import id.siklus.app.Hand
import id.siklus.app.begin
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** Draws every screen in every dress. */
@RunWith(RobolectricTestRunner::class)
class Shots {
    @Test
    fun everyScreen() {
        val hand = Hand()
        hand.begin()
        hand.open()
        var drawn = 0
        Tour(hand) { name ->
            for (dress in Dress.ALL) hand.wear(dress).picture("${dress.name}/$name").also { drawn += 1 }
            hand.wear(Dress.PLAIN)
        }.everything()
        println("$drawn pictures of ${drawn / Dress.ALL.size} screens lie in ${System.getProperty("siklus.pictures")}")
    }
}
