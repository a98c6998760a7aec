//! The pages of a household and of a person.

use chrono::NaiveDate;
use siklus_core::pack::source::Setting;
use siklus_core::screening::Standing;
use siklus_core::store::{PartState, VisitLine, VisitState};
use siklus_core::visit::{HouseholdPage, Member, PersonPage, PersonVisit, PregnancyLine};

use super::household::HouseholdView;
use super::person::{DescribedView, PersonView, PregnancyView};
use crate::private::hide;

/// A household with its members and its visits.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct HouseholdPageView {
    /// The household.
    pub household: HouseholdView,
    /// Its members as the page shows them, the oldest first; also those who died or left.
    pub members: Vec<MemberView>,
    /// The most urgent of those who live here; none before the first visit.
    pub standing: Option<Standing>,
    /// A visit that has not ended.
    pub open_visit: Option<String>,
    /// The visits that ended, the latest first.
    pub visits: Vec<VisitLineView>,
}

/// A member on the page of a household.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct MemberView {
    /// The member.
    pub person: String,
    /// The name.
    pub name: Option<String>,
    /// Age and life stage on the day of the page, or of death; none when sex or birth date is not known.
    pub described: Option<DescribedView>,
    /// How the member stood after the last visit; none before the first.
    pub standing: Option<Standing>,
    /// Whether the member neither left nor died.
    pub lives_here: bool,
}

/// A visit in the list of a household.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct VisitLineView {
    /// The visit.
    pub visit: String,
    /// Its day.
    pub on: NaiveDate,
    /// Where it took place.
    pub place: Setting,
    /// How it ended.
    pub state: VisitState,
}

/// A person with pregnancies and visits.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PersonPageView {
    /// The person.
    pub person: PersonView,
    /// Age and life stage on the day of the page, or of death; none when sex or birth date is not known.
    pub described: Option<DescribedView>,
    /// How the person stood after the last visit; none before the first.
    pub standing: Option<Standing>,
    /// Whether recording a pregnancy is offered.
    pub offers_pregnancy: bool,
    /// Whether the growth chart is offered.
    pub offers_growth_chart: bool,
    /// The pregnancies, the first recorded one first.
    pub pregnancies: Vec<PregnancyLineView>,
    /// The completed visits, the latest first.
    pub visits: Vec<PersonVisitView>,
}

/// A pregnancy on the page of a person.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PregnancyLineView {
    /// The pregnancy.
    pub pregnancy: PregnancyView,
    /// How far it is, or was at its end, in weeks and days; none when that cannot be known.
    pub gestation: Option<String>,
}

/// A completed visit on the page of a person.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PersonVisitView {
    /// The visit.
    pub visit: String,
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

hide!(HouseholdPageView, MemberView, VisitLineView, PersonPageView, PregnancyLineView, PersonVisitView);

impl From<HouseholdPage> for HouseholdPageView {
    fn from(page: HouseholdPage) -> Self {
        Self {
            household: page.household.into(),
            members: page.members.into_iter().map(MemberView::from).collect(),
            standing: page.standing,
            open_visit: page.open_visit.map(|visit| visit.to_string()),
            visits: page.visits.into_iter().map(VisitLineView::from).collect(),
        }
    }
}

impl From<Member> for MemberView {
    fn from(member: Member) -> Self {
        let Member { person, name, described, standing, lives_here } = member;
        Self { person: person.to_string(), name, described: described.map(DescribedView::from), standing, lives_here }
    }
}

impl From<VisitLine> for VisitLineView {
    fn from(line: VisitLine) -> Self {
        let VisitLine { visit, on, place, state } = line;
        Self { visit: visit.to_string(), on, place, state }
    }
}

impl From<PersonPage> for PersonPageView {
    fn from(page: PersonPage) -> Self {
        Self {
            person: page.person.into(),
            described: page.described.map(DescribedView::from),
            standing: page.standing,
            offers_pregnancy: page.offers_pregnancy,
            offers_growth_chart: page.offers_growth_chart,
            pregnancies: page.pregnancies.into_iter().map(PregnancyLineView::from).collect(),
            visits: page.visits.into_iter().map(PersonVisitView::from).collect(),
        }
    }
}

impl From<PregnancyLine> for PregnancyLineView {
    fn from(line: PregnancyLine) -> Self {
        Self { pregnancy: line.episode.into(), gestation: line.gestation }
    }
}

impl From<PersonVisit> for PersonVisitView {
    fn from(line: PersonVisit) -> Self {
        let PersonVisit { visit, on, place, state, standing, pack_version, corrected, reported } = line;
        Self { visit: visit.to_string(), on, place, state, standing, pack_version, corrected, reported }
    }
}
