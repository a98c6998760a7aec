//! The form that is kept between two calls always shows what reading it anew from the store shows.

use proptest::prelude::*;
use proptest::sample::Index;

use super::fixtures::{Home, on, today};
use crate::fact::Number;
use crate::form::{Given, Kind, Question, Screen};
use crate::pack::source::Setting;
use crate::person::register::PersonField;
use crate::store::{EpisodeField, PartState, PersonId, VisitId};
use crate::visit::{CardEntry, CardGiven, NewVisit, VisitError, WhoseForm};

/// What a cadre does. Whose form is meant is one of the three members or the family sheet.
#[derive(Clone, Debug)]
enum Action {
    Answer { whose: Index, question: Index, with: u8 },
    Unknown { whose: Index, question: Index },
    Clear { whose: Index, question: Index },
    Wrong { whose: Index, question: Index },
    Confirm { whose: Index, question: Index },
    SectionNo { whose: Index, section: Index },
    Look { whose: Index, english: bool },
    Refresh { whose: Index },
    Born { whose: Index, year: u16 },
    Pregnancy { begins: bool },
    Part { whose: Index, state: Index },
    EarlierAnswer { with: u8 },
    Setting { with: u8 },
    Card { whose: Index, with: u8 },
    Reopen,
}

fn action() -> impl Strategy<Value = Action> {
    let whose = any::<Index>;
    prop_oneof![
        12 => (whose(), any::<Index>(), any::<u8>()).prop_map(|(whose, question, with)| Action::Answer { whose, question, with }),
        1 => (whose(), any::<Index>()).prop_map(|(whose, question)| Action::Unknown { whose, question }),
        2 => (whose(), any::<Index>()).prop_map(|(whose, question)| Action::Clear { whose, question }),
        1 => (whose(), any::<Index>()).prop_map(|(whose, question)| Action::Wrong { whose, question }),
        1 => (whose(), any::<Index>()).prop_map(|(whose, question)| Action::Confirm { whose, question }),
        2 => (whose(), any::<Index>()).prop_map(|(whose, section)| Action::SectionNo { whose, section }),
        2 => (whose(), any::<bool>()).prop_map(|(whose, english)| Action::Look { whose, english }),
        1 => whose().prop_map(|whose| Action::Refresh { whose }),
        1 => (whose(), 1_950..2_026_u16).prop_map(|(whose, year)| Action::Born { whose, year }),
        1 => any::<bool>().prop_map(|begins| Action::Pregnancy { begins }),
        1 => (whose(), any::<Index>()).prop_map(|(whose, state)| Action::Part { whose, state }),
        1 => any::<u8>().prop_map(|with| Action::EarlierAnswer { with }),
        1 => any::<u8>().prop_map(|with| Action::Setting { with }),
        1 => (whose(), any::<u8>()).prop_map(|(whose, with)| Action::Card { whose, with }),
        1 => Just(Action::Reopen),
    ]
}

/// A visit to the household of the tests, after one that was completed.
struct Scene {
    home: Home,
    earlier: VisitId,
    visit: VisitId,
}

impl Scene {
    fn new() -> Self {
        let home = Home::new();
        let earlier = home.open_visit(on(2, 2));
        for (fact, typed) in [("muac_cm", "22,8"), ("vaginal_bleeding", "false")] {
            home.answer(earlier, home.girl, fact, typed);
        }
        home.only(earlier, home.girl);
        home.siklus.complete_visit(on(2, 2), earlier, true, "id").unwrap();
        let new = NewVisit { household: home.household, place: Setting::HomeVisit, family_sheet: true };
        let visit = home.siklus.open_visit(today(), new).unwrap();
        Self { home, earlier, visit }
    }

    fn member(&self, whose: Index) -> PersonId {
        [self.home.girl, self.home.father, self.home.grandmother][whose.index(3)]
    }

    /// Mostly of one member, as a cadre asks one after the other.
    fn whose(&self, whose: Index) -> WhoseForm {
        match whose.index(8) {
            0 => WhoseForm::Household(self.home.household),
            1 => WhoseForm::Member(self.home.father),
            2 => WhoseForm::Member(self.home.grandmother),
            _ => WhoseForm::Member(self.home.girl),
        }
    }

    fn all(&self) -> [WhoseForm; 4] {
        let Home { household, father, girl, grandmother, .. } = self.home;
        [WhoseForm::Household(household), WhoseForm::Member(father), WhoseForm::Member(girl), WhoseForm::Member(grandmother)]
    }

    fn anew(&self, whose: WhoseForm, language: &str) -> Option<Screen> {
        self.home.siklus.screen_read_anew(self.visit, whose, language).ok()
    }

    fn kept(&self, whose: WhoseForm, language: &str) -> Option<Screen> {
        self.home.siklus.screen(self.visit, whose, language).ok()
    }

    fn give(&self, whose: Index, question: Index, given: impl Fn(&Question) -> Given<'static>) -> Option<(WhoseForm, Screen)> {
        let whose = self.whose(whose);
        let screen = self.kept(whose, "id")?;
        let questions: Vec<_> = screen.sections.iter().flat_map(|section| &section.questions).collect();
        let question = questions.get(question.index(questions.len().max(1)))?;
        let answered = self.home.siklus.answer(self.visit, whose, &question.id, given(question), "id");
        Some((whose, answered.ok()?))
    }

    /// Does it, and gives the screen that an accepted answer returned.
    fn run(self, action: &Action) -> (Self, Option<(WhoseForm, Screen)>) {
        let (siklus, visit) = (&self.home.siklus, self.visit);
        let shown = match *action {
            Action::Answer { whose, question, with } => self.give(whose, question, |question| typed(question, with)),
            Action::Unknown { whose, question } => self.give(whose, question, |_| Given::Unknown),
            Action::Clear { whose, question } => self.give(whose, question, |_| Given::Cleared),
            Action::Wrong { whose, question } => {
                self.give(whose, question, |_| Given::Typed("-1"));
                None
            }
            Action::Confirm { whose, question } => {
                let whose = self.whose(whose);
                let screen = self.kept(whose, "id");
                let questions = screen.iter().flat_map(|screen| &screen.sections).flat_map(|section| &section.questions);
                let old: Vec<_> = questions.filter(|question| question.last.as_ref().is_some_and(|last| last.confirm.is_some())).collect();
                let question = old.get(question.index(old.len().max(1)));
                question.and_then(|question| Some((whose, siklus.confirm(visit, whose, &question.id, "id").ok()?)))
            }
            Action::SectionNo { whose, section } => {
                let whose = self.whose(whose);
                let sections = self.kept(whose, "id").map(|screen| screen.sections).unwrap_or_default();
                let section = sections.get(section.index(sections.len().max(1)));
                section.and_then(|section| Some((whose, siklus.answer_section_no(visit, whose, &section.id, "id").ok()?)))
            }
            Action::Look { whose, english } => {
                let _ = siklus.screen(visit, self.whose(whose), if english { "en" } else { "id" });
                None
            }
            Action::Refresh { whose } => {
                let whose = self.whose(whose);
                siklus.refresh_form(visit, whose, "id").ok().map(|screen| (whose, screen))
            }
            _ => {
                let _ = self.change(action);
                None
            }
        };
        if matches!(action, Action::Reopen) { (Self { home: self.home.reopened(), ..self }, shown) } else { (self, shown) }
    }

    /// What changes something beside the answers of this visit.
    fn change(&self, action: &Action) -> Result<(), VisitError> {
        let siklus = &self.home.siklus;
        match *action {
            Action::Born { whose, year } => {
                let born = [(PersonField::Born, Some(format!("{year}-02-01")))];
                siklus.correct_person(today(), self.member(whose), &born)?;
            }
            Action::Pregnancy { begins: true } => {
                siklus.begin_pregnancy(today(), self.home.girl, EpisodeField::Lmp, "2025-11-01")?;
            }
            Action::Pregnancy { begins: false } => {
                for episode in siklus.store().episodes(self.home.girl)? {
                    siklus.change_pregnancy(today(), self.home.girl, episode.id, EpisodeField::DeliveredOn, Some("2026-02-20"))?;
                }
            }
            Action::Part { whose, state } => {
                let state = [PartState::Assessed, PartState::Absent, PartState::Refused][state.index(3)];
                siklus.set_part(self.visit, self.member(whose), state, None)?;
            }
            Action::EarlierAnswer { with } => {
                let typed = format!("2{},5", with % 10);
                siklus.correct_answer(today(), self.earlier, self.home.girl, "muac_cm", Given::Typed(&typed), "id")?;
            }
            Action::Card { whose, with } => {
                let given = if with.is_multiple_of(3) { CardGiven::NotGiven } else { CardGiven::On(today().happened_on) };
                let service = ["anc.k1", "td.1", "screen.blood_pressure", "bcg"][usize::from(with) % 4];
                let entries = [CardEntry { service: service.into(), given }];
                siklus.save_service_card(today(), self.member(whose), today().happened_on, &entries, "id")?;
            }
            Action::Setting { with } => {
                let given = if with.is_multiple_of(2) { Given::Typed("true") } else { Given::Typed("false") };
                siklus.change_setting(today(), "district_malaria_endemic", given, "id")?;
            }
            _ => {}
        }
        Ok(())
    }
}

fn typed(question: &Question, with: u8) -> Given<'static> {
    let text = match &question.kind {
        Kind::YesNo { .. } => with.is_multiple_of(2).to_string(),
        Kind::Number { step, min, .. } => {
            let more = step.mul(Number::integer(i64::from(with))).unwrap_or(Number::ZERO);
            min.unwrap_or(Number::ZERO).add(more).unwrap_or(Number::ZERO).to_string().replace('.', ",")
        }
        Kind::Choice(choices) => choices.get(usize::from(with) % choices.len()).map(|choice| choice.code.clone()).unwrap_or_default(),
        Kind::Choices(choices) => {
            choices.iter().take(usize::from(with) % 3).map(|choice| choice.code.clone()).collect::<Vec<_>>().join(",")
        }
        Kind::Date { .. } => format!("2026-01-{:02}", with % 28 + 1),
        Kind::Text => "Contoh".to_owned(),
    };
    Given::Typed(text.leak())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_kept_form_shows_what_reading_it_anew_shows(actions in prop::collection::vec(action(), 1..60)) {
        let mut scene = Scene::new();
        for (number, action) in actions.iter().enumerate() {
            let (after, shown) = scene.run(action);
            scene = after;
            if let Some((whose, shown)) = shown {
                let shown = Screen { withdrawn: Vec::new(), ..shown };
                let anew = scene.anew(whose, "id");
                let wrong = shown.sections.iter().flat_map(|section| &section.questions).any(|question| question.error.is_some());
                prop_assert!(wrong || anew.as_ref() == Some(&shown), "what action {} returned: {:?}", number, action);
                prop_assert!(anew == scene.kept(whose, "id"), "after action {}: {:?}", number, action);
            } else {
                let girl = WhoseForm::Member(scene.home.girl);
                prop_assert!(scene.anew(girl, "id") == scene.kept(girl, "id"), "after action {}: {:?}", number, action);
            }
        }
        let before = scene.all().map(|whose| scene.kept(whose, "id"));
        scene.home = scene.home.reopened();
        prop_assert!(before == scene.all().map(|whose| scene.kept(whose, "id")), "after the store was opened again");
    }
}

#[test]
fn nothing_is_shown_of_a_form_once_its_store_is_closed_or_its_visit_has_ended() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.siklus.cancel_visit(today(), visit, "hujan").unwrap();
    assert!(home.siklus.screen(visit, WhoseForm::Member(home.girl), "id").is_err());
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.siklus.store().close().unwrap();
    assert!(home.siklus.screen(visit, WhoseForm::Member(home.girl), "id").is_err());
}

#[test]
fn a_form_follows_what_is_corrected_between_two_answers() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let adult = home.answer(visit, home.father, "temperature_c", "36,5");
    let born = [(PersonField::Born, Some("2024-02-01".to_owned()))];
    home.siklus.correct_person(today(), home.father, &born).unwrap();
    let child = home.answer(visit, home.father, "temperature_c", "36,6");
    assert_ne!(child.title, adult.title);
}
