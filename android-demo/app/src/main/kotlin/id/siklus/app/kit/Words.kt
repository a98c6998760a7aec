package id.siklus.app.kit

import id.siklus.Described

/** Age and life stage, as "17 tahun, Ibu hamil 21 minggu". */
val Described.words: String get() = "$age, $stage"
