package id.siklus

/** How a person stands after what was answered. The last one is the most urgent. */
public enum class Standing {
    /** All is well: *sudah baik*. */
    NONE,

    /** Teach: *edukasi*. */
    EDUCATE,

    /** Nobody can say yet: *belum bisa dinilai*. */
    UNDECIDABLE,

    /** A service is missing: *ingatkan layanan*. */
    SERVICE_DUE,

    /** Told to the health worker the same day: *lapor nakes*. */
    REPORT,

    /** Examined at Pustu or Puskesmas by a deadline: *rujuk*. */
    REFER,

    /** Go now: *rujuk segera*. */
    EMERGENCY,
}

/** Where a visit takes place. */
public enum class Setting {
    /** At home: the short checklist. */
    HOME_VISIT,

    /** On the Posyandu day: the full card. */
    POSYANDU,
}

/** A field of a household. */
public enum class HouseholdField {
    /** How it is called: mostly the name of its head. */
    NAME,

    /** Street, house or landmark. */
    ADDRESS,

    /** Rukun tetangga, the neighbourhood. */
    RT,

    /** Rukun warga, several neighbourhoods. */
    RW,

    /** The number of the family card (nomor KK). */
    KK_NUMBER,

    /** The day on which it moved away. */
    MOVED_ON,
}

/** A field of a person. */
public enum class PersonField {
    /** The name. */
    NAME,

    /** `female` or `male`. */
    SEX,

    /** The birth date as far as it is known: `1995-03-15`, `1995-03`, `1995`, or `~45` for about 45 years. */
    BORN,

    /** What the person is to the head of the household, as `child`. */
    RELATION,

    /** The national number (NIK). A newborn has none yet. */
    NIK,

    /** The weight at birth in grams, 300 to 7,000. */
    BIRTH_WEIGHT_G,

    /** Completed weeks of gestation at birth, 20 to 45. */
    BIRTH_GESTATION_WEEKS,

    /** The day on which the person left the household. */
    LEFT_ON,

    /** The day of death. */
    DIED_ON,
}

/** What a member is to the head of the household, as on the family card (Kartu Keluarga). */
public enum class Relation {
    /** The head (kepala keluarga). */
    HEAD,

    /** Wife or husband. */
    SPOUSE,

    /** Child. */
    CHILD,

    /** Wife or husband of a child (menantu). */
    CHILD_IN_LAW,

    /** Grandchild. */
    GRANDCHILD,

    /** Parent. */
    PARENT,

    /** Parent of the wife or husband (mertua). */
    PARENT_IN_LAW,

    /** Another relative (famili lain). */
    OTHER_RELATIVE,

    /** Someone else of the house. */
    OTHER,
}

/** What a household said to the notice on its data. */
public enum class ConsentState {
    /** It agreed. */
    AGREED,

    /** It refused: nothing but the refusal is kept. */
    REFUSED,

    /** It agreed once and no longer does: what was kept until then stays, nothing is added. */
    WITHDRAWN,
}

/** How it said so. */
public enum class ConsentWay {
    /** Spoken before the cadre. */
    SPOKEN,

    /** Signed. */
    SIGNED,

    /** With a thumb mark. */
    THUMB_MARK,

    /** As a recording. */
    RECORDED,
}

/** What may be wrong with what was kept as entered. */
public enum class RegisterWarning {
    /** The NIK states another sex. The civil registry has errors, so it is for the cadre to say. */
    NIK_OF_OTHER_SEX,

    /** The NIK states another birth date. */
    NIK_OF_OTHER_BIRTH_DATE,
}

/** What became of a member at a visit. */
public enum class PartState {
    /** Asked and judged. */
    ASSESSED,

    /** Not at home. */
    ABSENT,

    /** Did not want to be asked. */
    REFUSED,

    /** Not visited, with a reason. */
    NOT_VISITED,
}

/** How a visit ended. */
public enum class VisitState {
    /** Completed. */
    COMPLETED,

    /** Cancelled, with a reason: what was answered is kept and counts for nothing. */
    CANCELLED,
}

/** How a result was told to the health worker. */
public enum class ReportWay {
    /** Face to face. */
    IN_PERSON,

    /** By phone. */
    PHONE,

    /** By a message. */
    MESSAGE,
}

/** A date of a pregnancy. */
public enum class PregnancyField {
    /** The first day of the last period (HPHT). */
    LMP,

    /** The due date (HPL). */
    EDD,

    /** The day of the birth. */
    DELIVERED_ON,

    /** The day on which the pregnancy was lost. */
    LOST_ON,
}

/** What a line of a result is for. Those that speak of an action have it beside them. */
public enum class LineRole {
    /** Who was judged, and when. */
    PERSON,

    /** The word of the most urgent action. */
    ACTION,

    /** In place of an action: the answers are not enough to call the person safe. */
    UNDECIDABLE,

    /** A sentence about the result as a whole. */
    SENTENCE,

    /** The heading of what follows. */
    HEADING,

    /** The word of an action, with the deadline; the findings that call for it follow. */
    URGENCY,

    /** What was found. */
    FINDING,

    /** What to do about a finding. */
    ADVICE,

    /** Why it was found: a value and its limit. */
    REASON,

    /** What the value in the line before was computed from. */
    INPUTS,

    /** On which documents it rests, and how surely. */
    SOURCE,

    /** How a child grows: an index, the month, or what to measure once more. */
    GROWTH,

    /** Before questions: what they may lead to. */
    ASK,

    /** Questions that have not been answered. */
    QUESTIONS,

    /** When to look again, and by which pack the person was judged. */
    NOTE,
}
