//! When a form may say that all is well: every visible question is answered, nothing above education is found, nothing urgent is open.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests")]

mod common;

use common::{BASE, Person, rule};
use siklus_core::form::{Draft, Form, Given, Screen, Who};
use siklus_core::pack::Pack;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::{Setting, Source};

/// `p` is an emergency, `q` a reason to teach; each is asked behind its gate. The arm is measured on the Posyandu day.
fn pack() -> Pack {
    let title = "title = { id = \"-\", en = \"-\" }";
    let emergency = rule("t.p", "p").replace("educate", "emergency");
    let sections = format!(
        "[section.s]\n{title}\nuse = [\"home_visit\", \"posyandu\"]\ndanger = true\nfacts = [\"ask_p\", \"p\", \"ask_q\", \"q\"]\n\
         [section.measures]\n{title}\nuse = [\"posyandu\"]\nfacts = [\"upper_arm_cm\"]\n\
         [form.adult]\n{title}\nsections = [\"measures\", \"s\"]\n\
         [fact.upper_arm_cm]\ntype = \"decimal\"\nunit = \"cm\"\nstep = 0.1\nrange = [5.0, 60.0]\nlabel = {{ id = \"LiLA\", en = \"Arm\" }}\n\
         help = {{ id = \"Ukur lengan kiri.\", en = \"Measure the left arm.\" }}\n"
    );
    let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", emergency + &rule("t.q", "q") + &sections)];
    Source::read(files).and_then(Pack::new).expect("a pack without faults")
}

fn form(pack: &Pack, setting: Setting) -> Form<'_> {
    let who = Who::Person { input: Box::new(Person::new().input), member: false };
    Form::new(pack, who, setting, "en").expect("a person without faults")
}

fn answered(pack: &Pack, form: &Form<'_>, answers: &[(&str, &str)]) -> Screen {
    let draft = answers.iter().fold(Draft::default(), |draft, (id, typed)| {
        let fact = pack.dictionary().find(id).expect("a fact");
        form.answer(&draft, fact, Given::Typed(typed)).expect("an answer that is accepted").draft
    });
    form.screen(&draft).expect("a draft without faults")
}

#[test]
fn all_is_well_only_when_everything_is_asked_and_nothing_urgent_is_open() {
    let pack = pack();
    let form = form(&pack, Setting::HomeVisit);
    // The answers, and whether the form is complete, something urgent open, and all well.
    let table: [(&[(&str, &str)], _); 6] = [
        (&[], (false, true, false)),
        (&[("ask_p", "false")], (false, false, false)),
        (&[("ask_p", "false"), ("ask_q", "false")], (true, false, true)),
        (&[("ask_p", "true"), ("p", "unknown"), ("ask_q", "false")], (true, true, false)),
        (&[("ask_p", "false"), ("ask_q", "true"), ("q", "true")], (true, false, true)),
        (&[("ask_p", "true"), ("p", "true"), ("ask_q", "false")], (true, false, false)),
    ];
    for (answers, expected) in table {
        let screen = answered(&pack, &form, answers);
        assert_eq!((screen.complete, screen.urgent_open, screen.clear), expected, "{answers:?}");
    }
}

#[test]
fn the_other_setting_counts_for_nothing_and_stands_last() {
    let pack = pack();
    let folded = |setting: Setting| -> Vec<(String, bool)> {
        let screen = answered(&pack, &form(&pack, setting), &[]);
        screen.sections.iter().map(|section| (section.id.clone(), section.folded)).collect()
    };
    assert_eq!(folded(Setting::HomeVisit), [("s".to_owned(), false), ("measures".to_owned(), true)]);
    assert_eq!(folded(Setting::Posyandu), [("s".to_owned(), false), ("measures".to_owned(), false)]);
    let well = [("ask_p", "false"), ("ask_q", "false")];
    assert!(answered(&pack, &form(&pack, Setting::HomeVisit), &well).complete);
    assert!(!answered(&pack, &form(&pack, Setting::Posyandu), &well).complete);
}

#[test]
fn a_question_tells_how_to_measure() {
    let pack = pack();
    let screen = answered(&pack, &form(&pack, Setting::Posyandu), &[]);
    let arm = pack.dictionary().find("upper_arm_cm").expect("a fact");
    assert_eq!(screen.question(arm).and_then(|question| question.help.as_deref()), Some("Measure the left arm."));
}
