package id.siklus.app.screen.access

import android.view.View
import id.siklus.Cadre
import id.siklus.app.R
import id.siklus.app.kit.Rows
import id.siklus.app.kit.Said
import id.siklus.app.kit.text
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Model
import id.siklus.app.model.Presenter
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Who may open the app. */
class CadresPresenter(model: Model) : Presenter<List<Cadre>>(model) {
    override fun view(shell: Shell) = CadresView(shell, this)

    override suspend fun load() = model.keys.ring().cadres()

    fun add() = model.open(AccessPlace.AddCadre)

    fun remove(cadre: Cadre) = model.open(AccessPlace.RemoveCadre(cadre.id))
}

/** Draws them; a tap leads to taking one out. */
class CadresView(shell: Shell, private val presenter: CadresPresenter) : ScreenView<List<Cadre>>(shell, R.layout.column) {
    private val rows = Rows<Cadre>(content.findViewById(R.id.column), { it.id }, { R.layout.ask_row }, ::cadre)

    override fun draw(state: List<Cadre>) {
        shell.header(shell.text(R.string.cadres), canGoBack = true)
        shell.primary(shell.text(R.string.add_cadre), presenter::add)
        rows.show(state)
    }

    private fun cadre(view: View, cadre: Cadre) {
        view.text(R.id.label).text = cadre.name
        view.setOnClickListener { presenter.remove(cadre) }
    }
}

/** Asks once more before a cadre is taken out. That the last one stays, the ring of keys says. */
fun removeCadre(model: Model, place: AccessPlace.RemoveCadre) =
    NoticePresenter(model) {
        val (ring, key) = model.keys.ring() to model.atWork().ringKey()
        val name = ring.cadres().first { it.id == place.cadre }.name
        Notice(Said(R.string.cadres), R.drawable.ic_person, Said(R.string.remove_cadre_help, name), Said(R.string.remove_cadre, name), R.color.error) {
            does {
                ring.removeCadre(key, place.cadre)
                model.forget(place.cadre)
                model.back()
            }
        }
    }
