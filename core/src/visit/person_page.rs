//! The page of a person.

use chrono::NaiveDate;

use super::growth_chart::offers_growth_chart;
use super::household_page::described;
use super::{Siklus, VisitError};
use crate::hidden::hidden;
use crate::pack::source::Setting;
use crate::person::{Age, Sex};
use crate::screening::render::{Described, Renderer};
use crate::screening::{LAST_DAY_OF_GESTATION, Standing};
use crate::store::{Episode, PartState, Person, PersonId, PersonVisitLine, VisitId};

/// A person with pregnancies and visits.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonPage {
    /// The person.
    pub person: Person,
    /// Age and life stage on the day of the page, or of death; none when sex or birth date is not known.
    pub described: Option<Described>,
    /// How the person stood after the last visit; none before the first.
    pub standing: Option<Standing>,
    /// Whether recording a pregnancy is offered: of a living woman of an age that the pack names, with no pregnancy in progress. At other ages
    /// nothing is refused.
    pub offers_pregnancy: bool,
    /// Whether the growth chart is offered: to whoever can have one, or could if sex and day of birth were known.
    pub offers_growth_chart: bool,
    /// The pregnancies, the first recorded one first.
    pub pregnancies: Vec<PregnancyLine>,
    /// The completed visits, the latest first.
    pub visits: Vec<PersonVisit>,
}

/// A pregnancy on the page of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PregnancyLine {
    /// The pregnancy.
    pub episode: Episode,
    /// How far it is, or was at its end, in weeks and days; none when that cannot be known.
    pub gestation: Option<String>,
}

/// A completed visit on the page of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonVisit {
    /// The visit.
    pub visit: VisitId,
    /// Its day.
    pub on: NaiveDate,
    /// Where it took place.
    pub place: Setting,
    /// What became of the person at it.
    pub state: PartState,
    /// How the person stood after it; none when not assessed.
    pub standing: Option<Standing>,
    /// The version of the pack by which the person was judged.
    pub pack_version: Option<String>,
    /// Whether answers were corrected afterwards.
    pub corrected: bool,
    /// Whether the result was told to the health worker.
    pub reported: bool,
}

hidden!(PersonPage, PregnancyLine, PersonVisit);

impl Siklus {
    /// The page of a person on a day, with at most `limit` completed visits.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Unknown`] when there is no person of this id.
    pub fn person_page(&self, person: PersonId, on: NaiveDate, limit: u32, language: &str) -> Result<PersonPage, VisitError> {
        let known = self.store.person(person)?;
        let episodes = self.store.episodes(person)?;
        let renderer = Renderer::new(self.pack(), language);
        let visits = self.store.visits_of_person(person, limit)?;
        Ok(PersonPage {
            described: described(&renderer, &known, &episodes, on)?,
            standing: known.last.map(|last| last.standing),
            offers_pregnancy: self.offers_pregnancy(&known, &episodes, on),
            offers_growth_chart: offers_growth_chart(&known, on),
            pregnancies: episodes.into_iter().map(|episode| pregnancy(&renderer, episode, on)).collect(),
            visits: visits.into_iter().map(|visit| self.person_visit(visit)).collect::<Result<_, _>>()?,
            person: known,
        })
    }

    fn offers_pregnancy(&self, person: &Person, episodes: &[Episode], on: NaiveDate) -> bool {
        let age = person.born.map(|born| Age::on(born.effective(), on));
        let is_pregnant = episodes.iter().any(|episode| episode.ended_on().is_none());
        let is_living_woman = person.sex == Some(Sex::Female) && person.died_on.is_none();
        is_living_woman && !is_pregnant && age.is_none_or(|age| self.pack().offers_pregnancy(age))
    }

    fn person_visit(&self, line: PersonVisitLine) -> Result<PersonVisit, VisitError> {
        let PersonVisitLine { visit, on, place, state, judged, corrected, reported } = line;
        let pack = judged.as_ref().map(|judged| self.pack_of(&judged.pack)).transpose()?;
        Ok(PersonVisit {
            visit,
            on,
            place,
            state,
            standing: judged.map(|judged| judged.standing()),
            pack_version: pack.map(|pack| pack.source().meta.version.clone()),
            corrected,
            reported,
        })
    }
}

fn pregnancy(renderer: &Renderer<'_>, episode: Episode, on: NaiveDate) -> PregnancyLine {
    let until = episode.ended_on().map_or(on, |ended| ended.min(on));
    let days = episode.date().map(|date| date.gestation_days(until));
    let gestation = days.filter(|days| (0..=LAST_DAY_OF_GESTATION).contains(days)).map(|days| renderer.weeks_and_days(days));
    PregnancyLine { episode, gestation }
}
