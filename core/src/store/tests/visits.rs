//! Drafts, and visits that ended.

use uuid::Uuid;

use super::fixtures::{Folder, MOMENT, author, created, opened};
use crate::pack::Pack;
use crate::pack::source::{Action, Setting};
use crate::store::sheet::{Entry, Sheet};
use crate::store::{
    Author, DraftChange, DraftPart, Ended, EndedPart, HouseholdId, Judged, Moment, NewDraft, PartState, PersonId, Report, ReportWay, Store,
    StoreError, VisitId, VisitState,
};

const SARI: PersonId = PersonId(Uuid::from_u128(11));
const JOKO: PersonId = PersonId(Uuid::from_u128(12));
const HOUSEHOLD: HouseholdId = HouseholdId(Uuid::from_u128(10));
const YES: &[u8] = &[0xf5];
const NO: &[u8] = &[0xf4];

fn visit(store: &Store) -> VisitId {
    let pack = Pack::embedded().unwrap();
    let new = NewDraft {
        household: HOUSEHOLD,
        place: Setting::HomeVisit,
        members: &[SARI, JOKO],
        family_sheet: false,
        pack: pack.source(),
        settings: &Sheet::new(),
    };
    store.open_draft(author(), &new).unwrap()
}

fn answer(store: &Store, visit: VisitId, fact: &str, answer: &[u8]) {
    store.change_draft(visit, SARI.0, &[(fact, DraftChange::Answer(answer.to_vec()))]).unwrap();
}

fn judged(action: Action) -> Judged {
    Judged { action, open_urgent: false, complete: true, result: vec![0xa0] }
}

fn completed(action: Action) -> Ended {
    let part = |person, state, judged| EndedPart { person, state, reason: None, left_open: false, judged };
    Ended::Completed(vec![part(SARI, PartState::Assessed, Some(judged(action))), part(JOKO, PartState::Absent, None)])
}

fn at(hours: i64) -> Author {
    let moment = Moment { unix_ms: MOMENT.unix_ms + hours * 3_600_000, ..MOMENT };
    Author { moment, ..author() }
}

fn answered(answer: &[u8]) -> Entry {
    Entry::Answered(answer.to_vec())
}

#[test]
fn an_answer_is_there_after_a_crash_and_replaced_in_place() {
    let folder = Folder::new();
    let store = created(&folder);
    let visit = visit(&store);
    answer(&store, visit, "fever", NO);
    answer(&store, visit, "fever", YES);
    store.close().unwrap();
    let store = opened(&folder).unwrap();
    assert_eq!(store.drafts().unwrap(), [visit]);
    let answers = store.draft_answers(visit, SARI.0).unwrap();
    assert_eq!(answers.len(), 1);
    assert_eq!((answers[0].fact.as_str(), answers[0].answer.as_slice(), answers[0].withdrawn), ("fever", YES, false));
}

#[test]
fn a_part_says_what_became_of_a_member() {
    let folder = Folder::new();
    let store = created(&folder);
    let visit = visit(&store);
    let absent = DraftPart { person: JOKO, state: Some(PartState::Absent), reason: None };
    store.set_draft_part(visit, &absent).unwrap();
    let draft = store.draft(visit).unwrap();
    assert!(draft.parts.contains(&absent));
    assert_eq!((draft.household, draft.place, draft.on), (HOUSEHOLD, Setting::HomeVisit, author().happened_on));
    let stranger = DraftPart { person: PersonId(Uuid::nil()), ..absent };
    assert_eq!(store.set_draft_part(visit, &stranger).unwrap_err(), StoreError::Unknown("member at this visit"));
}

#[test]
fn a_visit_that_is_completed_is_appended_and_no_draft_any_more() {
    let folder = Folder::new();
    let store = created(&folder);
    let visit = visit(&store);
    answer(&store, visit, "fever", YES);
    answer(&store, visit, "fever_days", &[3]);
    store.change_draft(visit, SARI.0, &[("fever", DraftChange::Answer(NO.to_vec())), ("fever_days", DraftChange::Withdraw)]).unwrap();
    let draft = store.draft(visit).unwrap();
    store.end_visit(author(), &draft, &completed(Action::Refer)).unwrap();
    store.close().unwrap();
    let store = opened(&folder).unwrap();
    assert!(store.drafts().unwrap().is_empty());
    assert_eq!(store.draft(visit).unwrap_err(), StoreError::Unknown("visit"));
    assert_eq!(store.end_visit(author(), &draft, &completed(Action::Refer)).unwrap_err(), StoreError::Unknown("visit"));
    let record = store.visit(visit).unwrap();
    assert_eq!((record.state, record.parts.len()), (VisitState::Completed, 2));
    let past = store.past_visits(SARI.0).unwrap();
    assert!(past[0].sheet == [("fever".to_owned(), answered(NO)), ("fever_days".to_owned(), Entry::Withdrawn)]);
    let assessment = store.assessment(SARI, visit).unwrap().unwrap();
    assert_eq!(assessment.action, Action::Refer);
    assert_eq!(store.assessment(JOKO, visit).unwrap(), None);
    assert_eq!(store.pack(&assessment.pack).unwrap().hash, assessment.pack);
    assert!(store.settings_of(&assessment.settings).unwrap().is_empty());
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn a_visit_that_is_cancelled_keeps_its_answers_and_counts_for_nothing() {
    let folder = Folder::new();
    let store = created(&folder);
    let visit = visit(&store);
    answer(&store, visit, "fever", YES);
    store.end_visit(author(), &store.draft(visit).unwrap(), &Ended::Cancelled("salah rumah".into())).unwrap();
    let record = store.visit(visit).unwrap();
    assert_eq!((record.state, record.reason.as_deref()), (VisitState::Cancelled, Some("salah rumah")));
    assert!(store.past_visits(SARI.0).unwrap().is_empty());
    let kept = "SELECT count(*) FROM answers";
    assert_eq!(store.read(|connection| Ok(connection.query_row(kept, [], |row| row.get::<_, i64>(0))?)).unwrap(), 1);
}

#[test]
fn a_correction_supersedes_and_what_was_known_before_can_still_be_read() {
    let folder = Folder::new();
    let store = created(&folder);
    let visit = visit(&store);
    answer(&store, visit, "fever", YES);
    store.end_visit(author(), &store.draft(visit).unwrap(), &completed(Action::Refer)).unwrap();
    let before = store.assessment(SARI, visit).unwrap().unwrap();
    let changes = vec![("fever".to_owned(), answered(NO))];
    let hashes = [before.pack, before.settings];
    store.correct(at(1), visit, SARI.0, &changes, Some((&judged(Action::None), hashes))).unwrap();
    assert!(store.past_visits(SARI.0).unwrap()[0].sheet == changes);
    assert!(store.past_visits_as_of(SARI.0, before.clock).unwrap()[0].sheet == [("fever".to_owned(), answered(YES))]);
    assert_eq!(store.assessment(SARI, visit).unwrap().unwrap().action, Action::None);
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn a_report_to_the_health_worker_is_a_row() {
    let folder = Folder::new();
    let store = created(&folder);
    let visit = visit(&store);
    store.end_visit(author(), &store.draft(visit).unwrap(), &completed(Action::Report)).unwrap();
    let report = Report { told_ms: MOMENT.unix_ms, told_to: "Bidan Contoh".into(), way: ReportWay::Phone };
    store.add_report(author(), visit, SARI, &report).unwrap();
    assert_eq!(store.reports(SARI, visit).unwrap(), [report]);
}

#[test]
fn a_pack_is_kept_once() {
    let folder = Folder::new();
    let store = created(&folder);
    visit(&store);
    visit(&store);
    let packs = store.read(|connection| Ok(connection.query_row("SELECT count(*) FROM pack", [], |row| row.get::<_, i64>(0))?));
    assert_eq!(packs.unwrap(), 1);
}

#[test]
fn settings_are_superseded_one_by_one() {
    let folder = Folder::new();
    let store = created(&folder);
    store.set_settings(author(), &vec![("a".to_owned(), answered(YES)), ("b".to_owned(), answered(YES))]).unwrap();
    store.set_settings(author(), &vec![("a".to_owned(), answered(NO)), ("b".to_owned(), Entry::Withdrawn)]).unwrap();
    assert!(store.settings().unwrap() == [("a".to_owned(), answered(NO))]);
}
