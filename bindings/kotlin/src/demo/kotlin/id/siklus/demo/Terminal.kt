package id.siklus.demo

import id.siklus.Action
import id.siklus.LineRole
import id.siklus.ResultLine

/** Draws on a terminal, results as `siklus assess` draws them. */
internal class Terminal(
    private val color: Boolean,
    private val width: Int,
) {
    fun heading(text: String) = println("\n== $text")

    fun line(text: String) = wrapped("", text, "")

    /** The lines of one result. */
    fun result(lines: List<ResultLine>) {
        var before: LineRole? = null
        for (line in lines) {
            val style = style(line, before)
            if (style.space && before != null && before != LineRole.HEADING) println()
            wrapped(style.lead, line.text, style.codes)
            before = line.role
        }
    }

    private fun wrapped(lead: String, text: String, codes: String) =
        wrap(text, width - lead.length).forEachIndexed { place, part ->
            println(paint((if (place == 0) lead else " ".repeat(lead.length)) + part, codes))
        }

    private fun paint(text: String, codes: String): String {
        val inside = text.trimStart(' ')
        if (!color || codes.isEmpty()) return text
        return text.dropLast(inside.length) + "\u001b[${codes}m$inside\u001b[0m"
    }

    private class Style(
        val lead: String,
        val space: Boolean,
        val codes: String,
    )

    private fun style(line: ResultLine, before: LineRole?): Style {
        val action = line.action ?: Action.NONE
        return when (line.role) {
            LineRole.PERSON -> Style("", true, BOLD)
            LineRole.ACTION -> Style(sign(action) + " ", true, banner(action))
            LineRole.UNDECIDABLE -> Style(QUESTION, true, "1;7")
            LineRole.SENTENCE -> Style("", false, "")
            LineRole.NOTE -> Style("", before != LineRole.NOTE && before != LineRole.PERSON, "")
            LineRole.HEADING -> Style("", true, "1;4")
            LineRole.URGENCY -> Style(sign(action) + " ", true, color(action))
            LineRole.FINDING -> Style(INDENT, before != LineRole.URGENCY, BOLD)
            LineRole.ADVICE, LineRole.GROWTH, LineRole.QUESTIONS -> Style(INDENT, false, "")
            LineRole.REASON -> Style("$INDENT- ", false, "")
            LineRole.INPUTS -> Style("$INDENT  ", false, DIM)
            LineRole.SOURCE -> Style(INDENT, false, DIM)
            LineRole.ASK -> Style(QUESTION, true, if (action == Action.NONE) "" else color(action))
        }
    }

    /** A sign that stands for the action where there is no colour. */
    private fun sign(action: Action) =
        when (action) {
            Action.EMERGENCY -> "[!]"
            Action.REFER -> "[→]"
            Action.REPORT -> "[☎]"
            Action.SERVICE_DUE -> "[□]"
            Action.EDUCATE -> "[i]"
            Action.NONE -> "[✓]"
        }

    /** The colours of the terminal's own palette, which its user has chosen to be readable. */
    private fun color(action: Action) =
        when (action) {
            Action.EMERGENCY -> "1;31"
            Action.REFER -> "1;33"
            Action.REPORT -> "1;34"
            Action.SERVICE_DUE -> "1;36"
            Action.EDUCATE -> "1"
            Action.NONE -> "1;32"
        }

    /** The same, turned round, so that it is seen from two metres. */
    private fun banner(action: Action) = color(action).replaceFirst("1", "1;7")

    private companion object {
        const val BOLD = "1"
        const val DIM = "2"
        const val INDENT = "    "
        const val QUESTION = "[?] "
    }
}

/** The text in lines of at most so many characters, broken at spaces. A longer word has a line of its own. */
internal fun wrap(text: String, width: Int): List<String> {
    val lines = ArrayList<String>()
    var line = text.takeWhile { it == ' ' }
    for (word in text.split(' ').filter(String::isNotEmpty)) {
        if (line.isNotBlank() && line.length + 1 + word.length > width) {
            lines += line
            line = ""
        }
        line += if (line.isBlank()) word else " $word"
    }
    return lines + line
}
