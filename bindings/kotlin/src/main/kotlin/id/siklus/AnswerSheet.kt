package id.siklus

import java.time.LocalDate
import java.time.OffsetDateTime

/** Every answer of a person at a visit with what became of it. */
public data class AnswerSheet(
    /** The id of the visit. */
    public val visit: String,
    /** The id of the person. */
    public val person: String,
    /** The name as known now. */
    public val name: String?,
    /** Age and life stage on the day of the visit. */
    public val described: Described?,
    /** The day of the visit. */
    public val on: LocalDate,
    /** Where it took place. */
    public val place: Setting,
    /** Whether the visit has not ended: nothing is written yet, and an answer is changed in its form. */
    public val inProgress: Boolean,
    /** The headings of the forms of the person. */
    public val title: String,
    /** What was answered, section by section. The last one may hold what the form no longer asks for. */
    public val sections: List<AnswerSection>,
    /** What was answered and no longer counts. */
    public val withdrawn: List<WithdrawnAnswer>,
) {
    override fun toString(): String = "AnswerSheet"
}

/** The answers of a section. */
public data class AnswerSection(
    /** The heading. */
    public val title: String,
    /** Asked alone with the person. */
    public val private: Boolean,
    /** Whether the form asks for these: only then [Siklus.correctAnswer] takes them. */
    public val asked: Boolean,
    /** What was answered. */
    public val answers: List<WrittenAnswer>,
    /** The questions without an answer. One that a correction brought up is answered by [Siklus.correctAnswer] too. */
    public val open: List<FormQuestion>,
) {
    override fun toString(): String = "AnswerSection"
}

/** An answer with all that was written in its place before. */
public data class WrittenAnswer(
    /** The question with the answer that counts: what its field is drawn from. */
    public val question: FormQuestion,
    /** The answer in words, "not known" too. */
    public val text: String,
    /** Whether it is asked alone with the person. */
    public val private: Boolean,
    /** Who wrote it, and when; none while the visit has not ended. */
    public val written: Written?,
    /** What stood there before, the latest first. */
    public val earlier: List<EarlierAnswer>,
) {
    override fun toString(): String = "WrittenAnswer"
}

/** What stood in the place of an answer before. */
public data class EarlierAnswer(
    /** The answer in words; none where it was withdrawn. */
    public val text: String?,
    /** Who wrote it, and when. */
    public val written: Written?,
) {
    override fun toString(): String = "EarlierAnswer"
}

/** An answer that no longer counts. */
public data class WithdrawnAnswer(
    /** The id of the fact in the pack. */
    public val fact: String,
    /** The question. */
    public val label: String,
    /** Whether it is asked alone with the person. */
    public val private: Boolean,
    /** The answer in words; none when it was withdrawn before the visit ended, so that it was never part of it. */
    public val text: String?,
    /** Who withdrew it, and when; none while the visit has not ended. */
    public val written: Written?,
    /** Whether its question stands in the form now, without an answer. Otherwise it no longer applies. */
    public val asked: Boolean,
) {
    override fun toString(): String = "WithdrawnAnswer"
}

/** Who wrote something, and when. */
public data class Written(
    /** The id of the cadre; [KeyRing.cadres] has the names. */
    public val cadre: String,
    /** When it was recorded, with the time zone of the phone. */
    public val at: OffsetDateTime,
) {
    override fun toString(): String = "Written"
}
