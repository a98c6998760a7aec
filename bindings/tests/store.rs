//! The store and the visits as Kotlin calls them. What tests call fails by panicking.
#![cfg(feature = "sqlcipher")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;
use std::sync::Arc;

use siklus_core::pack::source::{Action, Setting};
use siklus_core::person::register::{HouseholdField, PersonField};
use siklus_core::store::{ConsentState, ConsentWay, PartState};
use siklus_ffi::{
    AuthorRequest, CompletionView, ConsentRequest, FactAnswer, GivenAnswer, HouseholdChange, InvalidRule, LineRole, MomentRequest,
    NewVisitRequest, NoteSenderRequest, PersonChange, PregnancyRequest, Siklus, SiklusError, StateRule, WhoseForm,
};

/// A folder of its own, removed at the end of the test.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("siklus-ffi-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self) -> String {
        self.0.join("s.db").to_str().unwrap().to_owned()
    }

    fn store(&self) -> Arc<Siklus> {
        Siklus::create(&self.file(), vec![5; 32], None, moment()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn moment() -> MomentRequest {
    MomentRequest { unix_ms: 1_772_416_800_000, utc_offset_min: 420 }
}

fn author() -> AuthorRequest {
    let cadre = "0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f".to_owned();
    AuthorRequest { cadre, happened_on: "2026-03-02".parse().unwrap(), moment: moment() }
}

fn consent(state: ConsentState) -> ConsentRequest {
    ConsentRequest { state, notice: "2026-1".into(), way: ConsentWay::Spoken, given_by: None }
}

fn household(siklus: &Siklus) -> String {
    let name = HouseholdChange { field: HouseholdField::Name, text: Some("Pak Contoh".into()) };
    siklus.register_household(&author(), &consent(ConsentState::Agreed), vec![name], "id").unwrap()
}

fn fields(fields: &[(PersonField, &str)]) -> Vec<PersonChange> {
    fields.iter().map(|(field, text)| PersonChange { field: *field, text: Some((*text).to_owned()) }).collect()
}

fn girl(siklus: &Siklus, household: &str) -> String {
    let known = fields(&[(PersonField::Name, "Sari"), (PersonField::Sex, "female"), (PersonField::Born, "2008-09-14")]);
    let person = siklus.register_person(&author(), household, known, "id").unwrap().person;
    let lmp = PregnancyRequest::Lmp { on: "2025-10-01".parse().unwrap() };
    siklus.begin_pregnancy(&author(), &person, &lmp, "id").unwrap();
    person
}

fn new(household: &str) -> NewVisitRequest {
    NewVisitRequest { household: household.to_owned(), place: Setting::HomeVisit, family_sheet: false }
}

fn yes() -> GivenAnswer {
    GivenAnswer::Known { answer: FactAnswer::YesNo { yes: true } }
}

#[test]
fn a_visit_crosses_from_its_opening_to_its_results() {
    let folder = Folder::new("visit");
    let siklus = folder.store();
    let household = household(&siklus);
    let person = girl(&siklus, &household);
    let visit = siklus.clone().open_visit(&author(), &new(&household)).unwrap();
    let form = WhoseForm::Member { person: person.clone() };
    visit.answer(&form, "headache", &yes(), "en").unwrap();
    let screen = visit.answer(&form, "headache_severe", &yes(), "en").unwrap();
    assert_eq!((screen.findings[0].rule.as_str(), screen.findings[0].action), ("pregnancy.headache_severe", Action::Emergency));
    assert!(matches!(visit.complete(&author(), false, "en").unwrap(), CompletionView::AskFirst { .. }));
    let CompletionView::Done { results } = visit.complete(&author(), true, "en").unwrap() else { panic!("not done") };
    let line = results[0].lines.iter().find(|line| line.role == LineRole::Action).unwrap();
    assert_eq!(line.action, Some(Action::Emergency));
    let record = siklus.visit(&visit.id()).unwrap();
    assert_eq!((record.parts[0].state, record.parts[0].left_open), (PartState::Assessed, true));
    assert_eq!(siklus.result(&visit.id(), &person, "en").unwrap().lines.len(), results[0].lines.len());
}

#[test]
fn each_kind_of_answer_is_taken() {
    let folder = Folder::new("answers");
    let siklus = folder.store();
    let household = household(&siklus);
    let form = WhoseForm::Member { person: girl(&siklus, &household) };
    let visit = siklus.clone().open_visit(&author(), &new(&household)).unwrap();
    let known = |answer| GivenAnswer::Known { answer };
    let given = [
        ("muac_cm", known(FactAnswer::Number { digits: "22.4".into() }), "22,4"),
        ("weight_kg", GivenAnswer::Typed { text: "47,3".into() }, "47,30"),
        ("tetanus_status", known(FactAnswer::Code { code: "t2".into() }), "t2"),
        ("obstetric_history", known(FactAnswer::Codes { codes: Vec::new() }), ""),
    ];
    for (fact, answer, typed) in given {
        let screen = visit.answer(&form, fact, &answer, "id").unwrap();
        let question = screen.sections.iter().flat_map(|section| &section.questions).find(|question| question.fact == fact).unwrap();
        assert_eq!(question.answer.as_ref().map(|answer| answer.typed.as_str()), Some(typed), "{fact}");
    }
    let screen = visit.answer(&form, "muac_cm", &known(FactAnswer::Number { digits: "1e9".into() }), "id").unwrap();
    let refused = screen.sections.iter().flat_map(|section| &section.questions).find(|question| question.fact == "muac_cm").unwrap();
    assert!(refused.error.is_some());
}

#[test]
fn errors_are_those_on_which_an_app_acts() {
    let folder = Folder::new("errors");
    let missing = Siklus::open(&folder.file(), vec![5; 32], None).err();
    assert_eq!(missing, Some(SiklusError::NotFound { what: "store".into() }));
    let siklus = folder.store();
    assert_eq!(Siklus::open(&folder.file(), vec![5; 32], None).err(), Some(SiklusError::Locked));
    assert_eq!(Siklus::create(&folder.file(), vec![5; 32], None, moment()).err(), Some(SiklusError::AlreadyThere));
    let refused = siklus.register_household(&author(), &consent(ConsentState::Refused), Vec::new(), "id").unwrap();
    assert_eq!(siklus.clone().open_visit(&author(), &new(&refused)).err(), Some(SiklusError::NoConsent));
    let household = household(&siklus);
    girl(&siklus, &household);
    let visit = siklus.clone().open_visit(&author(), &new(&household)).unwrap();
    let again = siklus.clone().open_visit(&author(), &new(&household)).err();
    assert_eq!(again, Some(SiklusError::State { rule: StateRule::VisitInProgress }));
    assert_eq!(visit.complete(&author(), false, "id").err(), Some(SiklusError::State { rule: StateRule::PartsOpen }));
    siklus.shut().unwrap();
    assert_eq!(visit.overview("id").err(), Some(SiklusError::Closed));
    assert_eq!(Siklus::open(&folder.file(), vec![6; 32], None).err(), Some(SiklusError::WrongKey));
}

#[test]
fn an_author_without_a_cadre_and_a_key_of_another_length_are_refused() {
    let folder = Folder::new("input");
    let field = |error: Option<SiklusError>| match error {
        Some(SiklusError::InvalidInput { fields }) => (fields[0].field.clone(), fields[0].rule),
        other => panic!("{other:?}"),
    };
    let short = Siklus::create(&folder.file(), vec![5; 31], None, moment()).err();
    assert_eq!(field(short), ("key".to_owned(), InvalidRule::OutOfRange));
    let nobody = AuthorRequest { cadre: "Bu Contoh".into(), ..author() };
    let refused = folder.store().register_household(&nobody, &consent(ConsentState::Agreed), Vec::new(), "id").err();
    assert_eq!(field(refused), ("author.cadre".to_owned(), InvalidRule::Pattern));
}

#[test]
fn nothing_of_a_person_is_printed() {
    let folder = Folder::new("debug");
    let siklus = folder.store();
    let household = household(&siklus);
    let person = girl(&siklus, &household);
    let visit = siklus.clone().open_visit(&author(), &new(&household)).unwrap();
    let screen = visit.screen(&WhoseForm::Member { person: person.clone() }, "id").unwrap();
    let known = siklus.person(&person).unwrap();
    let printed =
        format!("{screen:?} {:?} {known:?} {:?} {:?}", screen.sections[0], siklus.household(&household), siklus.search("sari", 5));
    assert_eq!(printed, "ScreenView SectionView PersonView Ok(HouseholdView) Ok([NameHitView])");
}

#[test]
fn answers_the_note_and_the_texts_of_the_pack_cross() {
    let folder = Folder::new("texts");
    let siklus = folder.store();
    let household = household(&siklus);
    let person = girl(&siklus, &household);
    let visit = siklus.clone().open_visit(&author(), &new(&household)).unwrap();
    let form = WhoseForm::Member { person: person.clone() };
    visit.answer(&form, "headache", &yes(), "en").unwrap();
    visit.answer(&form, "headache_severe", &yes(), "en").unwrap();
    visit.complete(&author(), true, "en").unwrap();
    let no = GivenAnswer::Known { answer: FactAnswer::YesNo { yes: false } };
    siklus.correct_answer(&author(), &visit.id(), &person, "headache_severe", &no, "en").unwrap();
    let sheet = siklus.answer_sheet(&visit.id(), &person, "en").unwrap();
    let answers = || sheet.sections.iter().flat_map(|section| &section.answers);
    let severe = answers().find(|answer| answer.question.fact == "headache_severe").unwrap();
    assert_eq!((severe.text.as_str(), severe.earlier[0].text.as_deref()), ("no", Some("yes")));
    let written = severe.written.as_ref().unwrap();
    assert_eq!((written.cadre.as_str(), written.at.unix_ms), (author().cadre.as_str(), moment().unix_ms));
    let sender = NoteSenderRequest { cadre: Some("Ani".into()), posyandu: None };
    let note = siklus.referral_note(&visit.id(), &person, &sender, "en").unwrap().unwrap();
    assert!(note.contains("From: cadre Ani") && !note.contains("Sari"), "{note}");
    assert!(!siklus.consent_notice("en").paragraphs.is_empty());
    assert!(siklus.about("en").sources.iter().all(|source| source.rules > 0));
    assert_eq!(format!("{sheet:?} {severe:?} {sender:?}"), "AnswerSheetView WrittenAnswerView NoteSenderRequest");
}
