package id.siklus.app.screen.access

import id.siklus.SiklusException
import id.siklus.app.R
import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Found
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.shell.ScreenView
import id.siklus.app.shell.Shell

/** Looks at what lies on the phone, and leads on. */
class DoorPresenter(model: Model) : Presenter<Unit>(model) {
    override suspend fun load() = model.replace(next())

    private suspend fun next(): Place =
        when (val found = found()) {
            Found.NOTHING -> AccessPlace.Welcome
            Found.ALL -> AccessPlace.Lock
            else -> AccessPlace.Stuck(found)
        }

    private suspend fun found() =
        try {
            model.keys.open()
        } catch (_: SiklusException.RingDamaged) {
            Found.RING_DAMAGED
        }

    override fun view(shell: Shell) =
        object : ScreenView<Unit>(shell, R.layout.column) {
            override fun draw(state: Unit) = Unit
        }
}

/** Which screen stands at a place of access. */
fun accessPresenter(model: Model, place: AccessPlace): Presenter<*> =
    when (place) {
        AccessPlace.Door -> DoorPresenter(model)
        AccessPlace.Welcome -> welcome(model)
        AccessPlace.FirstStart -> FlowPresenter(model, firstStart(model))
        AccessPlace.Lock -> LockPresenter(model)
        is AccessPlace.ForgottenPin -> FlowPresenter(model, forgottenPin(model, place))
        is AccessPlace.Stuck -> stuck(model, place)
        AccessPlace.Restore -> FlowPresenter(model, restore(model))
        AccessPlace.ChangePin -> FlowPresenter(model, changePin(model))
        AccessPlace.PinChanged -> pinChanged(model)
        AccessPlace.Cadres -> CadresPresenter(model)
        AccessPlace.AddCadre -> FlowPresenter(model, addCadre(model))
        is AccessPlace.RemoveCadre -> removeCadre(model, place)
        AccessPlace.NewCode -> newCode(model)
        AccessPlace.RecoveryCode -> CodePresenter(model)
    }
