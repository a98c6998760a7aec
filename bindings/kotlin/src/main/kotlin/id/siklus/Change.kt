package id.siklus

/** What a call changed in the store. It holds ids alone. */
public sealed class Change {
    /** A household, its consent, or who belongs to it. */
    public data class Household(
        /** Its id. */
        public val id: String,
    ) : Change()

    /** A person or a pregnancy of theirs. */
    public data class Person(
        /** The id of the person. */
        public val id: String,
    ) : Change()

    /** A visit: opened, answered, ended, or corrected. */
    public data class Visit(
        /** Its id. */
        public val id: String,
    ) : Change()

    /** The settings of the area. */
    public object Settings : Change() {
        override fun toString(): String = "Settings"
    }
}
