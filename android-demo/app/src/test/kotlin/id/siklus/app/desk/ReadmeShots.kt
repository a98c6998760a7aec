package id.siklus.app.desk

import org.junit.Test

/** Draws the screens that the README shows. */
class ReadmeShots {
    @Test
    fun four() = Unit
}
