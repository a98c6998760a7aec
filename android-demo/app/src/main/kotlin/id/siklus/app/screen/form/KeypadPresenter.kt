package id.siklus.app.screen.form

import id.siklus.Alarm
import id.siklus.Entry
import id.siklus.FieldMessage
import id.siklus.FormQuestion
import id.siklus.app.model.Around
import id.siklus.app.model.Model
import id.siklus.app.model.Place

/** Keys in the answer to a question of a visit. */
class KeypadPresenter(model: Model, private val place: Place.Keypad) : KeyingPresenter(model) {
    private val form = place.whose.form()
    override val isPrivate get() = place.isPrivate
    override val person: String? get() = place.whose.person

    override suspend fun question(): FormQuestion = checkNotNull(around().visit.screen(form, language).question(place.fact)) { place.fact }

    override suspend fun alarms(): List<Alarm> = around().overview().alarms

    override suspend fun give(entry: Entry): FieldMessage? {
        val around = around()
        val screen = around.visit.answer(form, place.fact, entry, language)
        val error = screen.question(place.fact)?.error
        if (error == null) around.answered(Around.Answered(form, place.fact, screen.withdrawn, model.phone.now()), screen)
        return error
    }

    override fun leave() {
        model.back()
    }

    /** The question is open again. */
    override fun without(question: FormQuestion) = Without(label = null, Entry.Cleared).takeIf { !question.open }

    override fun openAlarms() = model.open(Place.Alarms(place.visit))

    private suspend fun around(): Around = around(place.visit)
}
