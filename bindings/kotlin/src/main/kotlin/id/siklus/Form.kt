package id.siklus

/** Whose form it is. */
public sealed class Form {
    /** That of a member. */
    public data class Member(
        /** The id of the member. */
        public val person: String,
    ) : Form()

    /** The family sheet. */
    public data class Household(
        /** The id of the household. */
        public val household: String,
    ) : Form()
}

/** What the cadre gives as an answer. Nothing of it shows in `toString`. */
public sealed class Entry {
    /** What was typed into a field, as `22,4`. The form says at the question what is wrong with it. */
    public data class Typed(
        /** What stands in the field. */
        public val text: String,
    ) : Entry() {
        override fun toString(): String = "Entry"
    }

    /** An answer that was tapped or measured. */
    public data class Known(
        /** The answer. */
        public val answer: Answer,
    ) : Entry() {
        override fun toString(): String = "Entry"
    }

    /** The answer is taken away; the question is open again. */
    public object Cleared : Entry() {
        override fun toString(): String = "Entry"
    }
}
