package id.siklus.app.screen.form

import id.siklus.Entry
import id.siklus.FormQuestion
import id.siklus.app.model.Model
import id.siklus.app.model.Place

/** Keys in the answer to a question of a visit. */
class KeypadPresenter(model: Model, private val place: Place.Keypad) : KeyingPresenter(model) {
    private val form = place.whose.form()
    private val language get() = model.phone.look.language

    override suspend fun question(): FormQuestion =
        checkNotNull(model.atWork().visit(place.visit).screen(form, language).question(place.fact)) { place.fact }

    override suspend fun give(entry: Entry) = model.atWork().visit(place.visit).answer(form, place.fact, entry, language).question(place.fact)?.error

    override fun leave() {
        model.back()
    }

    /** The question is open again. */
    override fun without(question: FormQuestion) = Without(label = null, Entry.Cleared).takeIf { !question.open }
}
