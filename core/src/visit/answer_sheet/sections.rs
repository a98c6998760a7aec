//! Lays the answers of a person out as the form asks for them.

use super::history::{History, Said, last_value};
use super::{AnswerSection, AnswerSheet, EarlierAnswer, WithdrawnAnswer, WrittenAnswer};
use crate::fact::FactId;
use crate::form::{Draft as Given, Form, Question, Section};
use crate::pack::FactRef;

impl AnswerSheet {
    /// The sheet with all that is known of the answers.
    pub(super) fn filled(mut self, form: &Form<'_>, history: &History) -> Self {
        let given = history.given();
        let filler = Filler { form, history, given: &given };
        self.sections = form.visible_sections(&given).into_iter().map(|section| filler.section(section)).collect();
        self.sections.extend(filler.not_asked());
        self.withdrawn = history.withdrawn().map(|(fact, said)| filler.withdrawn(fact, said)).collect();
        self
    }
}

struct Filler<'a, 'p> {
    form: &'a Form<'p>,
    history: &'a History,
    given: &'a Given,
}

impl Filler<'_, '_> {
    fn section(&self, section: Section) -> AnswerSection {
        let is_answered = |question: &Question| self.given.answer(question.fact).is_some();
        let (answered, open): (Vec<_>, Vec<_>) = section.questions.into_iter().partition(is_answered);
        let answers = answered.into_iter().map(|question| self.answer(question, section.private)).collect();
        AnswerSection { title: section.title, private: section.private, asked: true, answers, open }
    }

    /// What was answered and is no longer asked, as after the birth date was corrected.
    fn not_asked(&self) -> Option<AnswerSection> {
        let facts = self.given.answers().iter().map(|(fact, _)| *fact).filter(|fact| !self.form.is_visible(self.given, *fact));
        let answers: Vec<_> = facts.map(|fact| self.answer(self.form.question(self.given, fact), self.is_private(fact))).collect();
        let title = self.form.renderer().words.say("answers_not_asked").to_owned();
        let private = answers.iter().any(|answer| answer.private);
        (!answers.is_empty()).then(|| AnswerSection { title, private, asked: false, answers, open: Vec::new() })
    }

    fn answer(&self, question: Question, private: bool) -> WrittenAnswer {
        let said = self.history.of(question.fact);
        let (last, before) = said.split_last().map_or((None, said), |(last, before)| (Some(last), before));
        WrittenAnswer {
            text: last.and_then(|last| self.text(question.fact, last)).unwrap_or_default(),
            private,
            written: last.and_then(|last| last.written),
            earlier: before.iter().rev().map(|said| self.earlier(question.fact, said)).collect(),
            question,
        }
    }

    fn earlier(&self, fact: FactId, said: &Said) -> EarlierAnswer {
        EarlierAnswer { text: self.text(fact, said), written: said.written }
    }

    fn withdrawn(&self, fact: FactId, said: &[Said]) -> WithdrawnAnswer {
        let (name, label) = self.form.name_and_label(fact);
        WithdrawnAnswer {
            fact: name,
            label,
            private: self.is_private(fact),
            text: last_value(said).map(|answer| self.form.text_of(fact, answer)),
            written: said.last().and_then(|last| last.written),
            asked: self.form.is_visible(self.given, fact),
        }
    }

    fn text(&self, fact: FactId, said: &Said) -> Option<String> {
        said.answer.as_ref().map(|answer| self.form.text_of(fact, answer))
    }

    fn is_private(&self, fact: FactId) -> bool {
        self.form.pack().is_private(FactRef::of(fact))
    }
}
