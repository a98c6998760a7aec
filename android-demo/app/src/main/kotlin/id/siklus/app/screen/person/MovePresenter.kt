package id.siklus.app.screen.person

import android.view.View
import android.widget.EditText
import id.siklus.NameHit
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.Said
import id.siklus.app.kit.named
import id.siklus.app.kit.searches
import id.siklus.app.kit.show
import id.siklus.app.kit.showText
import id.siklus.app.kit.text
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.SearchingPresenter
import id.siklus.app.screen.access.Notice
import id.siklus.app.screen.access.NoticePresenter
import id.siklus.app.screen.today.whereabouts
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** To which household a person may move. */
class MoveState(
    /** The name of the person. */
    val name: String?,
    /** The households of the name that is searched for; the first ones before. */
    val households: List<NameHit>,
)

/** Looks for the household to which a person moves. */
class MovePresenter(model: Model, private val place: Place.Move) : SearchingPresenter<MoveState>(model) {
    override fun view(shell: Shell) = MoveView(shell, this)

    override suspend fun load(): MoveState {
        val siklus = session.siklus
        val person = siklus.person(place.person)
        val found = if (searched.isBlank()) siklus.households(0, MOST_HITS).map { NameHit(it.id, null, it.name.orEmpty(), it.name, it.rt) } else siklus.search(searched.trim(), MOST_HITS)
        return MoveState(person.name, found.filter { it.person == null && it.household != person.household })
    }

    fun choose(household: String) = model.open(Place.MoveTo(place.person, household))
}

/** Draws them under the field of the search. */
class MoveView(shell: Shell, private val presenter: MovePresenter) : ScreenView<MoveState>(shell, R.layout.move) {
    private val households = Rows<NameHit>(content.findViewById(R.id.hits), { it.household }, { R.layout.hit_row }, ::household)

    init {
        content.findViewById<EditText>(R.id.search).searches(presenter)
    }

    override fun draw(state: MoveState) {
        shell.header(shell.named(state.name), canGoBack = true, step = shell.text(R.string.move_person))
        households.show(state.households)
        content.show(R.id.nobody, state.households.isEmpty())
    }

    private fun household(view: View, household: NameHit) {
        view.text(R.id.name).text = shell.named(household.name)
        view.text(R.id.detail).showText(shell.whereabouts(household))
        view.setOnClickListener { presenter.choose(household.household) }
    }
}

/** Asks once more before a person moves. */
fun moveTo(model: Model, place: Place.MoveTo) =
    NoticePresenter(model) {
        val session = model.atWork()
        val (person, home) = session.siklus.person(place.person) to session.siklus.household(place.household)
        val words = Said(R.string.move_help, person.name.orEmpty(), home.name.orEmpty())
        Notice(Said(R.string.move_person), R.drawable.ic_home, words, Said(R.string.move_yes)) {
            does {
                session.siklus.movePerson(session.author(), place.person, place.household)
                model.backTo(Place.Person(place.person))
            }
        }
    }

/** After a birth: leads on to the child. */
fun delivered(model: Model, place: Place.Delivered) =
    NoticePresenter(model) {
        Notice(Said(R.string.has_delivered), R.drawable.ic_person, Said(R.string.delivered_help), Said(R.string.register_child)) {
            model.replace(Place.PersonForm(place.household, person = null, mother = place.mother))
        }
    }
