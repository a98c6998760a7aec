package id.siklus.app.kit

import id.siklus.app.shell.Shell
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter
import java.util.Locale

/** A day as `12 Nov 2026`, in the language of the app. */
fun Shell.shortDate(day: LocalDate): String = DateTimeFormatter.ofPattern("d MMM yyyy", locale()).format(day)

/** A time of day as `09.41`. */
fun Shell.timeOfDay(time: OffsetDateTime): String = DateTimeFormatter.ofPattern("HH.mm", locale()).format(time)

private fun Shell.locale(): Locale = context.resources.configuration.locales[0]
