//! Sentences of the pack that is built in.

use chrono::NaiveDate;

use super::{Line, Renderer, Role, documents};
use crate::fact::{Answer, Raw};
use crate::growth::Index;
use crate::pack::Pack;
use crate::pack::source::Action;
use crate::person::{BirthDate, Precision, PregnancyDate, Sex};
use crate::screening::{BirthData, EarlierVisit, Input, Subject, assess, next_change_on};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn answers(pack: &Pack, facts: &[(&str, Raw<'_>)]) -> Vec<(crate::fact::FactId, Answer)> {
    let read = |(id, raw): &(&str, Raw<'_>)| {
        let fact = pack.dictionary().find(id).unwrap();
        (fact, pack.dictionary().read(fact, raw.clone()).unwrap())
    };
    facts.iter().map(read).collect()
}

fn woman(pack: &Pack, born: &str, facts: &[(&str, Raw<'_>)]) -> Input {
    let born = BirthDate::new(day(born), Precision::Day);
    Input { facts: answers(pack, facts), ..Input::new(day("2026-03-02"), Sex::Female, born) }
}

fn result(pack: &Pack, input: &Input, language: &str) -> Vec<Line> {
    let subject = Subject::new(pack, input).unwrap();
    Renderer::new(pack, language).result(&subject, &assess(pack, &subject), next_change_on(pack, &subject))
}

fn texts(lines: &[Line], wanted: impl Fn(Role) -> bool) -> Vec<&str> {
    lines.iter().filter(|line| wanted(line.role)).map(|line| line.text.as_str()).collect()
}

fn reasons_of<'l>(lines: &'l [Line], title: &str) -> Vec<&'l str> {
    let after = lines.iter().skip_while(|line| line.text != title).skip(1);
    let own = after.take_while(|line| !matches!(line.role, Role::Finding(_) | Role::Heading));
    own.filter(|line| matches!(line.role, Role::Reason | Role::Inputs)).map(|line| line.text.as_str()).collect()
}

#[test]
fn a_result_begins_with_the_person_and_what_is_most_urgent() {
    let pack = Pack::embedded().unwrap();
    let facts = [("muac_cm", Raw::Decimal("22.8")), ("headache_severe", Raw::Bool(true))];
    let input = Input { pregnancy: Some(PregnancyDate::Lmp(day("2025-10-01"))), ..woman(&pack, "1998-05-01", &facts) };
    let lines = result(&pack, &input, "id");
    let person = "Perempuan, 27 tahun, ibu hamil 21 minggu 5 hari. Kunjungan 2 Maret 2026";
    assert_eq!(lines[0], Line::new(Role::Person, person));
    assert_eq!(lines[1], Line::new(Role::Action(Action::Emergency), "RUJUK SEGERA"));
    let urgencies = texts(&lines, |role| matches!(role, Role::Urgency(_)));
    assert_eq!(urgencies[0], "RUJUK SEGERA");
    assert!(urgencies[1].starts_with("RUJUK, paling lambat "), "{urgencies:?}");
}

#[test]
fn limits_of_one_value_stand_in_one_line_with_the_decimal_mark_of_the_language() {
    let pack = Pack::embedded().unwrap();
    let facts = [("muac_cm", Raw::Decimal("22.8"))];
    let input = Input { pregnancy: Some(PregnancyDate::Lmp(day("2025-10-01"))), ..woman(&pack, "1998-05-01", &facts) };
    let indonesian = result(&pack, &input, "id");
    let line = "Lingkar lengan atas (LiLA): 22,8 cm (15,0 cm atau lebih, kurang dari 23,5 cm)";
    assert!(texts(&indonesian, |role| role == Role::Reason).contains(&line));
    let english = result(&pack, &input, "en");
    let line = "Mid-upper arm circumference: 22.8 cm (15.0 cm or more, less than 23.5 cm)";
    assert!(texts(&english, |role| role == Role::Reason).contains(&line));
}

#[test]
fn a_computed_value_is_followed_by_what_it_was_computed_from() {
    let pack = Pack::embedded().unwrap();
    let facts = [("weight_kg", Raw::Decimal("78.4")), ("height_cm", Raw::Integer(166))];
    let lines = result(&pack, &woman(&pack, "1980-11-20", &facts), "id");
    let expected = ["Indeks massa tubuh (IMT): 28,5 kg/m² (lebih dari 27 kg/m²)", "Berat badan: 78,4 kg · Panjang/tinggi badan: 166,0 cm"];
    assert_eq!(reasons_of(&lines, "Obesitas"), expected);
}

#[test]
fn a_value_of_an_earlier_visit_tells_its_day() {
    let pack = Pack::embedded().unwrap();
    let missed = [("ht_diagnosed", Raw::Bool(true)), ("ht_medicine_at_home", Raw::Bool(true)), ("ht_medicine_taken_24h", Raw::Bool(false))];
    let earlier = EarlierVisit { on: day("2026-02-02"), facts: answers(&pack, &missed) };
    let input = Input { history: vec![earlier], ..woman(&pack, "1980-11-20", &missed) };
    let lines = result(&pack, &input, "en");
    let reasons = texts(&lines, |role| role == Role::Reason);
    let expected = |reason: &&&str| reason.ends_with(": no, measured or asked on 2 February 2026");
    assert_eq!(reasons.iter().filter(expected).count(), 1, "{reasons:?}");
}

#[test]
fn an_instrument_tells_its_score_and_another_list_its_items() {
    let pack = Pack::embedded().unwrap();
    let items: Vec<String> = (1..=20).map(|item| format!("srq_{item:02}")).collect();
    let mut facts: Vec<_> = items.iter().zip(1..).map(|(item, number)| (item.as_str(), Raw::Bool(number <= 7))).collect();
    facts.extend(
        [("plate_staple", true), ("plate_side_dish", true), ("plate_vegetable", true), ("plate_fruit", false)]
            .map(|(id, answer)| (id, Raw::Bool(answer))),
    );
    let lines = result(&pack, &woman(&pack, "1980-11-20", &facts), "en");
    let reasons = texts(&lines, |role| role == Role::Reason);
    assert!(reasons.contains(&"Self-Reporting Questionnaire, 20 items: 7 points (6 or more)"), "{reasons:?}");
    assert!(reasons.contains(&"Food groups on the plate (Isi Piringku), answered no: Eats fruit every day"), "{reasons:?}");
}

#[test]
fn each_open_question_stands_once_and_the_most_urgent_come_first() {
    let pack = Pack::embedded().unwrap();
    let input = Input { pregnancy: Some(PregnancyDate::Lmp(day("2025-10-01"))), ..woman(&pack, "1998-05-01", &[]) };
    let lines = result(&pack, &input, "id");
    let asked: Vec<_> = lines.iter().filter_map(|line| matches!(line.role, Role::Ask(_)).then_some(line.role)).collect();
    assert_eq!(asked, [Role::Ask(Action::Emergency), Role::Ask(Action::Refer), Role::Ask(Action::None)]);
    let groups = texts(&lines, |role| role == Role::Questions);
    assert!(groups[0].starts_with("Keluar darah dari jalan lahir · Kejang · "), "{}", groups[0]);
    let mut questions: Vec<_> = groups.iter().flat_map(|group| group.split(" · ")).collect();
    let all = questions.len();
    questions.sort_unstable();
    questions.dedup();
    assert_eq!(questions.len(), all);
}

#[test]
fn nobody_with_an_open_danger_sign_is_called_well() {
    let pack = Pack::embedded().unwrap();
    let lines = result(&pack, &woman(&pack, "1998-05-01", &[]), "id");
    assert_eq!(lines[1].role, Role::Undecidable);
    assert!(texts(&lines, |role| matches!(role, Role::Action(_))).is_empty());
}

#[test]
fn small_children_are_told_in_days_and_months() {
    let pack = Pack::embedded().unwrap();
    let ages = [("2026-02-12", "18 hari"), ("2025-11-20", "3 bulan"), ("2023-01-02", "3 tahun 2 bulan"), ("1958-03-02", "68 tahun")];
    for (born, age) in ages {
        let lines = result(&pack, &woman(&pack, born, &[]), "id");
        assert_eq!(lines[0].text, format!("Perempuan, {age}. Kunjungan 2 Maret 2026"));
    }
}

#[test]
fn a_birth_weight_is_told_in_kilograms() {
    let pack = Pack::embedded().unwrap();
    let birth = BirthData { weight_g: Some(2400), gestation_weeks: Some(36) };
    let lines = result(&pack, &Input { birth, ..woman(&pack, "2026-02-12", &[]) }, "id");
    let reasons = texts(&lines, |role| role == Role::Reason);
    assert!(reasons.iter().any(|reason| reason.starts_with("Berat lahir: 2,4 kg (")), "{reasons:?}");
    assert!(reasons.iter().any(|reason| reason.starts_with("Usia kehamilan saat lahir: 36 minggu (")), "{reasons:?}");
}

#[test]
fn a_source_is_told_by_the_titles_of_its_documents() {
    let pack = Pack::embedded().unwrap();
    let cited = |source| documents::cited(pack.source(), source).iter().map(|document| document.id.value.as_str()).collect::<Vec<_>>();
    assert_eq!(cited("KMK HK.01.07/MENKES/2015/2023, form 2 ibu hamil; Buku KIA"), ["kmk_ilp_form_2", "buku_kia"]);
    assert_eq!(cited("KMK Tabel 22; KMK"), ["kmk_ilp"]);
    assert_eq!(cited("KMKX"), [] as [&str; 0]);
}

#[test]
fn every_sentence_of_the_renderer_is_in_the_pack() {
    let pack = Pack::embedded().unwrap();
    let renderer = Renderer::new(&pack, "en");
    let months = (1..=12).map(|month| format!("month_{month}"));
    let actions = Action::ALL.into_iter().flat_map(|action| [format!("action_{}", action.as_str()), format!("result_{}", action.as_str())]);
    let others = [
        "date",
        "reason",
        "reason_test",
        "reason_on",
        "reason_items",
        "reason_items_lacking",
        "counts_of",
        "score",
        "list_separator",
        "list_last",
        "question_separator",
        "cmp_lt",
        "cmp_le",
        "cmp_gt",
        "cmp_ge",
        "is_yes",
        "is_no",
        "unknown",
        "weeks_and_days",
        "years_and_months",
        "heading_findings",
        "heading_undetermined",
        "heading_person",
        "ask_emergency",
        "ask_refer",
        "ask_others",
        "ask_none",
        "undecidable",
        "not_clear_open_urgent",
        "open_urgent",
        "source_line",
        "next_change",
        "next_change_none",
        "pack_version",
        "visit_on",
        "age_estimated",
        "within_24h",
        "within_7d",
        "confidence_confirmed",
        "confidence_recalled",
        "confidence_disputed",
        "confidence_design",
    ];
    for id in months.chain(actions).chain(others.map(str::to_owned)) {
        assert_ne!(renderer.words.say(&id), "", "{id}");
    }
}

#[test]
fn the_weight_of_a_pregnant_girl_has_no_class() {
    let pack = Pack::embedded().unwrap();
    let facts = [("weight_kg", Raw::Decimal("70.0")), ("height_cm", Raw::Decimal("150.0"))];
    let girl = woman(&pack, "2009-01-15", &facts);
    let pregnant = Input { pregnancy: Some(PregnancyDate::Lmp(day("2025-07-01"))), ..girl.clone() };
    let told = |input: &Input| {
        let growth = Renderer::new(&pack, "id").growth(&Subject::new(&pack, input).unwrap()).unwrap();
        growth.indices.iter().map(|index| index.index).collect::<Vec<_>>()
    };
    assert_eq!(told(&girl), [Index::LengthForAge, Index::BmiForAge]);
    assert_eq!(told(&pregnant), [Index::LengthForAge]);
}

#[test]
fn a_number_is_told_apart_from_the_limit_that_it_does_not_reach() {
    let pack = Pack::embedded().unwrap();
    let facts = [("weight_kg", Raw::Decimal("41.62")), ("height_cm", Raw::Decimal("150.0"))];
    let mother = Input { delivery: Some(day("2026-02-20")), ..woman(&pack, "1998-05-01", &facts) };
    let lines = result(&pack, &mother, "id");
    let told = texts(&lines, |role| role == Role::Reason);
    assert!(told.contains(&"Indeks massa tubuh (IMT): 18,498 kg/m² (kurang dari 18,5 kg/m²)"), "{told:?}");
}
