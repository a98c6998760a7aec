package id.siklus.app

import android.widget.EditText

/** The first field. */
fun Hand.field(): EditText = views().filterIsInstance<EditText>().first()

/** Types into it. */
fun Hand.write(text: String) {
    field().setText(text)
    settle()
}

/** Keys in a PIN. */
fun Hand.pin(digits: String) = digits.forEach { tap(it.toString()) }

/** The recovery code on the screen, by its groups. */
fun Hand.code(): List<String> = Regex("\\d\\. {2}([2-9A-Z]{4})").findAll(words()).map { it.groupValues[1] }.toList()

/** Writes the recovery code down and types what is asked for. */
fun Hand.writeCode(): String {
    val groups = code()
    tap("Sudah saya tulis")
    write(asked().joinToString(" ") { groups[it] }.lowercase())
    tap("Selesai")
    return groups.joinToString("-")
}

/** Which groups are asked for, from 0. */
fun Hand.asked(): List<Int> = Regex("baris (\\d)").findAll(words()).map { it.groupValues[1].toInt() - 1 }.toList()

/** The first cadre comes, up to the recovery code. */
fun Hand.firstCadre() {
    open()
    tap("Mulai")
    write("Bu Rina")
    tap("Lanjutkan")
    pin(PIN)
    pin(PIN)
}

/** The first cadre comes; gives the recovery code. */
fun Hand.firstStart(): String {
    firstCadre()
    return writeCode()
}

/** A way through the settings. */
fun Hand.settings(vararg taps: String) = (listOf("Pengaturan") + taps).forEach(::tap)

/** Another cadre is added. */
fun Hand.addCadre() {
    settings("Kader di ponsel ini", "Tambah kader")
    write("Bu Tini")
    tap("Lanjutkan")
    pin(OTHER_PIN)
    pin(OTHER_PIN)
}

/** Locks from the settings. */
fun Hand.lock() {
    while (views().none { it.contentDescription == "Pengaturan" }) tap("Kembali")
    settings("Kunci sekarang")
}

const val PIN = "482913"
const val OTHER_PIN = "305172"
const val WRONG_PIN = "999998"
