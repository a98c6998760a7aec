package id.siklus.app.kit

import id.siklus.Described
import id.siklus.Sex
import id.siklus.app.R
import id.siklus.app.shell.Shell

/** What somebody or a household is called. */
fun Shell.named(name: String?): String = if (name.isNullOrEmpty()) text(R.string.no_name) else name

/** How old somebody is, as `17 tahun`, or `sekitar 67 tahun`. */
fun Shell.age(described: Described): String = about(described, described.age)

/** Age and life stage of somebody, as `17 tahun, Ibu hamil 21 minggu 5 hari`. */
fun Shell.who(described: Described): String = about(described, "${described.age}, ${described.stage}")

/** The same in short: the life stage only where it says more than the age. */
fun Shell.shortWho(described: Described): String = if (described.stage != described.ageGroup) who(described) else age(described)

private fun Shell.about(described: Described, words: String) = if (described.isEstimated) text(R.string.about_age, words) else words

/** What a sex is called. */
val Sex.label: Int
    get() =
        when (this) {
            Sex.FEMALE -> R.string.female
            Sex.MALE -> R.string.male
        }
