package id.siklus

/** A form as it stands on the screen, in the language asked for. The app draws it and decides nothing. */
public data class Screen(
    /** The headings of its forms. */
    public val title: String,
    /** Sections of which something is visible, danger signs first, those of the other setting folded at the end. */
    public val sections: List<Section>,
    /** The heading of the folded sections; none when there are none. */
    public val foldedTitle: String?,
    /** How far the sections of this setting are. */
    public val progress: Progress,
    /** Whether every visible question of this setting is answered, "not known" included. */
    public val complete: Boolean,
    /** What was found so far, the most urgent first. Of a sheet nothing is found. */
    public val findings: List<Found>,
    /** Whether a rule that would refer is still undecided. */
    public val urgentOpen: Boolean,
    /** How the person stands so far; none of a sheet that is not about a person. */
    public val standing: Standing?,
    /** Whether "all is well" may be shown. */
    public val clear: Boolean,
    /** How a child grows, as soon as something is measured; none of adults and of a sheet that is not about a person. */
    public val growth: Growth?,
    /** Why nobody can say how a child grows, and what to do about it: the day of birth is not known. Show it where [growth] is shown. */
    public val needsBirthDay: String?,
    /** At most five open questions that would settle the most urgent undecided rules. */
    public val askNext: List<AskNext>,
    /** The heading of [askNext]. */
    public val askNextTitle: String,
    /** What the last answer withdrew. */
    public val withdrawn: List<Withdrawn>,
) {
    /** The visible questions, in order. */
    public fun questions(): List<FormQuestion> = sections.flatMap { it.questions }

    /** The question for a [fact], if it is visible. */
    public fun question(fact: String): FormQuestion? = questions().find { it.fact == fact }

    override fun toString(): String = "Screen"
}

/** Questions under one heading. */
public data class Section(
    /** Its id in the pack. */
    public val id: String,
    /** The heading. */
    public val title: String,
    /** What is read before the first question. */
    public val intro: String?,
    /** Danger signs. */
    public val danger: Boolean,
    /** Asked alone with the person. */
    public val private: Boolean,
    /** Ends the visit. */
    public val closing: Boolean,
    /** Dated services are copied here before the questions. */
    public val services: Boolean,
    /** The button that leads to the card of services ([Siklus.serviceCard]); none where there are none to copy. */
    public val servicesButton: String?,
    /** Holds measures that a child's growth is told by: the place to show [Screen.growth]. */
    public val growth: Boolean,
    /** Of the other setting: closed until the cadre opens it, and not counted. */
    public val folded: Boolean,
    /** How far it is. */
    public val progress: Progress,
    /** The button that answers its open questions with "no"; none when it would answer fewer than two. */
    public val answerNo: String?,
    /** The visible questions, in order. */
    public val questions: List<FormQuestion>,
) {
    override fun toString(): String = "Section"
}

/** Answered questions among those that are visible. */
public data class Progress(
    /** Those that are answered, "not known" included. */
    public val answered: Int,
    /** All that are visible. */
    public val of: Int,
) {
    override fun toString(): String = "Progress"
}

/** A rule that fires. */
public data class Found(
    /** The id of the rule. */
    public val rule: String,
    /** What is done about it. */
    public val action: Action,
    /** The word for that. */
    public val actionText: String,
    /** The deadline of a referral. */
    public val within: Within?,
    /** The deadline in words. */
    public val withinText: String?,
    /** What was found. */
    public val title: String,
    /** What the cadre says or does. */
    public val advice: String,
    /** Whether it would brand the person, or may tell something that was said alone: where others look on, show the word of the action alone. */
    public val private: Boolean,
) {
    override fun toString(): String = "Found"
}

/** An open question that matters most. */
public data class AskNext(
    /** The id of the fact in the pack. */
    public val fact: String,
    /** The question. */
    public val label: String,
    /** The id of the section in which it stands. */
    public val section: String,
    /** Whether that section is folded. */
    public val folded: Boolean,
    /** Whether it is asked alone with the person. */
    public val private: Boolean,
    /** The most urgent action that it may lead to. */
    public val action: Action,
) {
    override fun toString(): String = "AskNext"
}

/** An answer that the last one made inapplicable. */
public data class Withdrawn(
    /** The id of the fact in the pack. */
    public val fact: String,
    /** The question. */
    public val label: String,
    /** What was answered; none when it was "not known". */
    public val answer: ShownAnswer?,
    /** All of it in a sentence. */
    public val text: String,
    /** Whether it was asked alone with the person: not to be named on screens that others see. */
    public val private: Boolean,
) {
    override fun toString(): String = "Withdrawn"
}
