package id.siklus.app.desk

import org.junit.runner.JUnitCore
import java.awt.Toolkit
import kotlin.system.exitProcess

/**
 * Runs the app outside of its tests: `window`, `visit FOLDER`, `shots FOLDER` or `readme FOLDER`, each with a language behind it if wanted.
 *
 * Robolectric runs what looks like a test; that each of them is one is a detail of it.
 */
fun main(arguments: Array<String>) {
    // Robolectric tells the JVM that there is no display, which counts only until the toolkit is there.
    if (arguments[0] == "window") Toolkit.getDefaultToolkit()
    arguments.getOrNull(1)?.let { System.setProperty("siklus.pictures", it) }
    arguments.getOrNull(2)?.let { System.setProperty("siklus.language", it) }
    val done = JUnitCore().run(of(arguments[0]))
    done.failures.forEach { System.err.println(it.trace) }
    exitProcess(if (done.wasSuccessful()) 0 else 1)
}

private fun of(what: String): Class<*> =
    when (what) {
        "window" -> Window::class.java
        "visit" -> Visiting::class.java
        "shots" -> Shots::class.java
        "readme" -> ReadmeShots::class.java
        else -> error("$what is none of window, visit, shots, readme")
    }
