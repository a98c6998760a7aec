package id.siklus.app.kit

import id.siklus.Described
import id.siklus.Sex
import id.siklus.app.R
import id.siklus.app.shell.Shell

/** Age and life stage, as `17 tahun, Ibu hamil 21 minggu`. */
val Described.words: String get() = "$age, $stage"

/** Age and life stage of somebody, as `17 tahun, Ibu hamil 21 minggu 5 hari`. */
fun Shell.who(described: Described): String = if (described.isEstimated) text(R.string.about_age, described.words) else described.words

/** The same in short: the life stage only where it says more than the age. */
fun Shell.shortWho(described: Described): String =
    if (described.stage != described.ageGroup) who(described) else if (described.isEstimated) text(R.string.about_age, described.age) else described.age

/** What a sex is called. */
val Sex.label: Int
    get() =
        when (this) {
            Sex.FEMALE -> R.string.female
            Sex.MALE -> R.string.male
        }
