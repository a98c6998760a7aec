package id.siklus

/** The sex that a form states. */
public enum class Sex {
    /** A woman or a girl. */
    FEMALE,

    /** A man or a boy. */
    MALE,
}

/** Which part of a birth date counts. */
public enum class Precision {
    /** The day is known. */
    DAY,

    /** The month and the year are known. */
    MONTH,

    /** Only the year is known. */
    YEAR,
}

/** A life stage. */
public enum class LifeStage {
    /** A pregnancy is in progress. */
    PREGNANT,

    /** Day 0 to 42 after a delivery. */
    POSTPARTUM,

    /** Day 0 to 28 of life. */
    NEWBORN,

    /** Day 29 to 5 completed months. */
    INFANT0_TO5_MONTHS,

    /** 6 to 11 completed months. */
    INFANT6_TO11_MONTHS,

    /** 12 to 59 completed months. */
    CHILD12_TO59_MONTHS,

    /** 60 to 71 completed months. */
    PRESCHOOL60_TO71_MONTHS,

    /** 6 to 9 completed years. */
    SCHOOL_AGE,

    /** 10 to 18 completed years. */
    ADOLESCENT,

    /** 19 to 59 completed years. */
    ADULT,

    /** 60 completed years and over. */
    OLDER_ADULT,
}

/** What is done about a finding; the last one is the most urgent. */
public enum class Action {
    /** All is well: *sudah baik*. */
    NONE,

    /** Teach: *edukasi*. */
    EDUCATE,

    /** A service is missing, make the appointment: *ingatkan layanan*. */
    SERVICE_DUE,

    /** Told to the health worker the same day: *lapor nakes*. */
    REPORT,

    /** Examined at Pustu or Puskesmas by a deadline: *rujuk*. */
    REFER,

    /** Go now: *rujuk segera*. */
    EMERGENCY,
}

/** By when somebody who is referred must be examined. */
public enum class Within {
    /** Within 24 hours. */
    HOURS24,

    /** Within 7 days. */
    DAYS7,
}

/** How sure the source of a rule is. */
public enum class Confidence {
    /** Read in the source. */
    CONFIRMED,

    /** Known, but not read again in the source. */
    RECALLED,

    /** Sources differ. */
    DISPUTED,

    /** A decision of this project. */
    DESIGN,
}
