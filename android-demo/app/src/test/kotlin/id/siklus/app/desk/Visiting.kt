package id.siklus.app.desk

import org.junit.Test

class Visiting {
    @Test
    fun visit() = Unit
}
