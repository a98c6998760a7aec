package id.siklus.app.screen

import id.siklus.app.model.AccessPlace
import id.siklus.app.model.Model
import id.siklus.app.model.Place
import id.siklus.app.model.Presenter
import id.siklus.app.model.SettingsPlace
import id.siklus.app.screen.access.accessPresenter
import id.siklus.app.screen.answers.AnswersPresenter
import id.siklus.app.screen.answers.CorrectionPresenter
import id.siklus.app.screen.answers.KeyedCorrectionPresenter
import id.siklus.app.screen.consent.ConsentPresenter
import id.siklus.app.screen.form.KeypadPresenter
import id.siklus.app.screen.form.SectionPresenter
import id.siklus.app.screen.growth.GrowthPresenter
import id.siklus.app.screen.household.HouseholdFormPresenter
import id.siklus.app.screen.household.HouseholdPresenter
import id.siklus.app.screen.household.PersonFormPresenter
import id.siklus.app.screen.person.MovePresenter
import id.siklus.app.screen.person.PersonPresenter
import id.siklus.app.screen.person.PregnancyPresenter
import id.siklus.app.screen.person.delivered
import id.siklus.app.screen.person.moveTo
import id.siklus.app.screen.result.AlarmsPresenter
import id.siklus.app.screen.result.LetterPresenter
import id.siklus.app.screen.result.ReportedPresenter
import id.siklus.app.screen.result.ResultPresenter
import id.siklus.app.screen.result.ResultsPresenter
import id.siklus.app.screen.services.ServiceCardPresenter
import id.siklus.app.screen.settings.SettingsPresenter
import id.siklus.app.screen.settings.settingsPresenter
import id.siklus.app.screen.today.TodayPresenter
import id.siklus.app.screen.visit.CancelPresenter
import id.siklus.app.screen.visit.NewVisitPresenter
import id.siklus.app.screen.visit.NotAskedPresenter
import id.siklus.app.screen.visit.VisitPresenter

/** Which screen stands at a place. */
fun presenter(model: Model, place: Place): Presenter<*> =
    when (place) {
        Place.Today -> TodayPresenter(model)
        Place.NewConsent -> ConsentPresenter(model, household = null)
        is Place.Consent -> ConsentPresenter(model, place.household)
        is Place.Household -> HouseholdPresenter(model, place)
        is Place.HouseholdForm -> HouseholdFormPresenter(model, place)
        is Place.PersonForm -> PersonFormPresenter(model, place)
        is Place.Person -> PersonPresenter(model, place)
        is Place.Pregnancy -> PregnancyPresenter(model, place)
        is Place.Growth -> GrowthPresenter(model, place)
        is Place.Delivered -> delivered(model, place)
        is Place.Move -> MovePresenter(model, place)
        is Place.MoveTo -> moveTo(model, place)
        is Place.Answers -> AnswersPresenter(model, place)
        is Place.Correction -> if (place.keyed) KeyedCorrectionPresenter(model, place) else CorrectionPresenter(model, place)
        is Place.NewVisit -> NewVisitPresenter(model, place)
        is Place.Visit -> VisitPresenter(model, place)
        is Place.NotAsked -> NotAskedPresenter(model, place)
        is Place.CancelVisit -> CancelPresenter(model, place)
        is Place.Section -> SectionPresenter(model, place)
        is Place.Keypad -> KeypadPresenter(model, place)
        is Place.ServiceCard -> ServiceCardPresenter(model, place)
        is Place.Alarms -> AlarmsPresenter(model, place)
        is Place.Results -> ResultsPresenter(model, place)
        is Place.Result -> ResultPresenter(model, place)
        is Place.Letter -> LetterPresenter(model, place)
        is Place.Reported -> ReportedPresenter(model, place)
        Place.Neutral -> NeutralPresenter(model)
        Place.Settings -> SettingsPresenter(model)
        is SettingsPlace -> settingsPresenter(model, place)
        is AccessPlace -> accessPresenter(model, place)
    }
