package id.siklus.app.screen.household

import id.siklus.PersonField
import id.siklus.RegisterWarning
import id.siklus.Registered
import id.siklus.Relation
import id.siklus.Sex
import id.siklus.app.R
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.fill
import id.siklus.app.model.values
import id.siklus.app.screen.household.PersonFormState.Companion.ENDS
import id.siklus.app.screen.household.PersonFormState.Companion.NAME
import id.siklus.app.screen.household.PersonFormState.Companion.OTHERS
import id.siklus.app.shell.Shell

/** Registers a person, or corrects one. */
class PersonFormPresenter(model: Model, private val place: Place.PersonForm) : Presenter<PersonFormState>(model) {
    /** What was tapped so far. */
    val sex: Sex? get() = Sex.entries.find { it.code == typed[PersonField.SEX.key] }
    val relation: Relation? get() = Relation.entries.find { it.code == typed[PersonField.RELATION.key] }
    val bornAs: BornAs get() = BornAs.entries.find { it.code == typed[BORN_AS] } ?: BornAs.DAY

    override fun view(shell: Shell) = PersonFormView(shell, this)

    override suspend fun load(): PersonFormState {
        place.mother?.let { fillBorn(BornAs.DAY, bornOf(it)) }
        val person = place.person?.let { session.siklus.person(it) } ?: return PersonFormState(warnings = place.warnings)
        val known = person.known()
        typed.fill(listOf(NAME) + OTHERS + ENDS, known)
        for (field in listOf(PersonField.SEX, PersonField.RELATION)) known[field.key]?.let { typed.putIfAbsent(field.key, it) }
        person.born?.let { fillBorn(BornAs.of(it.precision), known[PersonField.BORN.key]) }
        return PersonFormState(known, warnings = place.warnings)
    }

    fun choose(sex: Sex) = tapped(PersonField.SEX.key, sex.code)

    /** A second tap takes it back: nobody needs to say what somebody is to the head. */
    fun choose(relation: Relation) = tapped(PersonField.RELATION.key, relation.code.takeIf { this.relation != relation })

    fun choose(bornAs: BornAs) = tapped(BORN_AS, bornAs.code)

    /** Saves it. What should be looked at again is shown once. */
    fun save() =
        saving({ PersonFormState(state?.known, it) }) {
            val done = if (place.person == null) register() else correct(place.person)
            val warnings = done?.warnings.orEmpty().map(::words)
            if (warnings.isEmpty() || warnings == state?.warnings) leave(done) else warn(done!!, warnings)
        }

    private fun leave(done: Registered?) {
        if (place.person == null && done != null) model.replace(Place.Person(done.person)) else model.back()
    }

    /** It is kept; the next look corrects it, or leaves it as it is. */
    private fun warn(done: Registered, warnings: List<Int>) {
        if (place.person == null) return model.replace(Place.PersonForm(place.household, done.person, warnings))
        show(PersonFormState(state?.known, warnings = warnings))
    }

    private suspend fun register(): Registered =
        session.siklus.registerPerson(session.author(), place.household, values().mapKeys { field(it.key) }, language)

    private suspend fun correct(person: String): Registered? {
        val (values, known) = values() to state!!.known.orEmpty()
        val changed = PersonField.entries.filter { values[it.key] != known[it.key] }.associateWith { values[it.key] }
        return if (changed.isEmpty()) null else session.siklus.correctPerson(session.author(), person, changed, language)
    }

    private fun values(): Map<String, String> {
        val born = typed[bornAs.field.name]?.trim()?.takeIf(String::isNotEmpty)?.let(bornAs::born)
        val tapped = listOf(PersonField.SEX.key, PersonField.RELATION.key).mapNotNull { key -> typed[key]?.let { key to it } }
        return typed.values(listOf(NAME) + OTHERS + ENDS) + tapped + listOfNotNull(born?.let { PersonField.BORN.key to it })
    }

    /** The day on which she gave birth last. */
    private suspend fun bornOf(mother: String) = session.siklus.pregnancies(mother).mapNotNull { it.deliveredOn }.maxOrNull()?.toString()

    private fun fillBorn(bornAs: BornAs, born: String?) {
        if (born == null) return
        typed.putIfAbsent(BORN_AS, bornAs.code)
        typed.putIfAbsent(bornAs.field.name, bornAs.typed(born))
    }

    private fun tapped(key: String, value: String?) {
        if (value == null) typed.remove(key) else typed[key] = value
        state?.let { show(PersonFormState(it.known, it.errors - key)) }
    }

    private fun field(key: String) = PersonField.entries.first { it.key == key }

    private fun words(warning: RegisterWarning) =
        when (warning) {
            RegisterWarning.NIK_OF_OTHER_SEX -> R.string.nik_of_other_sex
            RegisterWarning.NIK_OF_OTHER_BIRTH_DATE -> R.string.nik_of_other_birth_date
        }

    private companion object {
        const val BORN_AS = "born_as"
    }
}
