package id.siklus.app

import android.widget.EditText

/** Types into the only field. */
fun Hand.write(text: String) {
    views().filterIsInstance<EditText>().single().setText(text)
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
    val asked = Regex("baris (\\d)").findAll(words()).map { groups[it.groupValues[1].toInt() - 1] }
    write(asked.joinToString(" ").lowercase())
    tap("Selesai")
    return groups.joinToString("-")
}

/** The first cadre comes. */
fun Hand.firstStart(name: String = "Bu Rina", pin: String = "482913"): String {
    open()
    tap("Mulai")
    write(name)
    tap("Lanjutkan")
    pin(pin)
    pin(pin)
    return writeCode()
}
