//! Draws the screen: sections, findings, and the questions that matter most.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::draft::Draft;
use super::error::{FieldError, FormError};
use super::layout::LaidOut;
use super::screen::{Ask, FieldMessage, Found, Progress, Question, Screen, Section, Withdrawn};
use super::session::Form;
use crate::fact::FactId;
use crate::pack::FactRef;
use crate::pack::source::{Action, RuleSource, SectionSource};
use crate::screening::{Assessment, Finding, Standing, is_measure};

/// So many questions fit on a screen at once.
const MOST_ASKED_NEXT: usize = 5;
/// A single question is answered by its own button.
const FEWEST_ANSWERED_NO: usize = 2;

impl Form<'_> {
    /// The screen of a draft.
    ///
    /// # Errors
    /// When the draft breaks a rule that answers given one by one cannot break.
    pub fn screen(&self, draft: &Draft) -> Result<Screen, FormError> {
        let mut drawn = self.drawn();
        let judged = self.judge(draft, &mut drawn)?;
        let assessment = judged.as_ref().map(|judged| &judged.assessment);
        let sections = drawn.sections(self, draft);
        let counted = sections.iter().filter(|section| !section.folded);
        let progress = counted.fold(Progress::default(), |sum, section| sum.and(section.progress));
        let words = &self.renderer.words;
        let has_folded = sections.iter().any(|section| section.folded);
        let complete = progress.is_complete();
        let standing = assessment.map(|assessment| assessment.standing(self.pack, complete));
        let mut screen = Screen {
            title: self.title(),
            folded_title: has_folded.then(|| words.say("heading_folded").to_owned()),
            progress,
            complete,
            findings: assessment.map(|assessment| self.found(assessment)).unwrap_or_default(),
            urgent_open: assessment.is_some_and(|it| it.open_urgent(self.pack).next().is_some()),
            standing,
            clear: standing.is_some_and(Standing::is_clear),
            growth: judged.as_ref().and_then(|judged| self.renderer.growth(&judged.subject)),
            needs_birth_day: assessment.and_then(|it| self.renderer.needs_birth_day(it)).map(str::to_owned),
            ask_next: assessment.map(|assessment| self.ask_next(assessment, &sections)).unwrap_or_default(),
            ask_next_title: words.say("ask_next").to_owned(),
            withdrawn: draft.last_withdrawn().iter().filter_map(|fact| self.withdrawn(draft, *fact)).collect(),
            sections,
        };
        put_measure_again(&mut screen);
        drawn.judged = judged;
        Ok(screen)
    }

    /// The screen of a draft with what is wrong with the answer that was just given, at its question.
    ///
    /// # Errors
    /// As [`Form::screen`].
    pub fn screen_with(&self, draft: &Draft, error: &FieldError) -> Result<Screen, FormError> {
        let mut screen = self.screen(draft)?;
        let message = FieldMessage { text: error.message.clone(), suggestion: error.suggestion.clone() };
        change_question(&mut screen.sections, error.fact, |question| question.error = Some(message.clone()));
        Ok(screen)
    }

    pub(crate) fn title(&self) -> String {
        let forms = &self.pack.source().forms;
        let titles = self.who.forms().into_iter().filter_map(|name| forms.iter().find(|form| form.id.value == name));
        let titles: Vec<_> = titles.map(|form| self.renderer.words.local(&form.title).to_owned()).collect();
        titles.join(self.renderer.words.say("question_separator"))
    }

    pub(super) fn source_of(&self, laid_out: &LaidOut) -> Option<&SectionSource> {
        self.pack.source().sections.get(laid_out.section)
    }

    /// The sections of which something is visible, with their questions.
    #[cfg(feature = "sqlcipher")]
    pub(crate) fn visible_sections(&self, draft: &Draft) -> Vec<Section> {
        self.sections.iter().filter_map(|laid_out| self.section(draft, laid_out)).collect()
    }

    /// None when nothing of it is visible.
    pub(super) fn section(&self, draft: &Draft, laid_out: &LaidOut) -> Option<Section> {
        let visible = laid_out.facts.iter().filter(|fact| self.is_visible(draft, **fact));
        let questions: Vec<Question> = visible.map(|fact| self.question(draft, *fact)).collect();
        let source = self.source_of(laid_out).filter(|_| !questions.is_empty())?;
        let words = &self.renderer.words;
        let takes_no = questions.iter().filter(|question| question.no_with_others).count() >= FEWEST_ANSWERED_NO;
        Some(Section {
            id: source.id.value.clone(),
            title: words.local(&source.title).to_owned(),
            intro: source.intro.as_ref().map(|intro| words.local(intro).to_owned()),
            danger: source.danger,
            private: source.private,
            closing: source.closing,
            services: source.services,
            services_button: source.services.then(|| words.say("card_button").to_owned()),
            growth: questions.iter().any(|question| is_measure(self.pack, question.fact)),
            folded: laid_out.folded,
            progress: Progress::of(&questions),
            answer_no: takes_no.then(|| words.say("answer_no_button").to_owned()),
            questions,
        })
    }

    fn found(&self, assessment: &Assessment) -> Vec<Found> {
        self.renderer.by_urgency(assessment).into_iter().map(|(rule, finding)| self.finding(rule, finding)).collect()
    }

    fn finding(&self, rule: &RuleSource, finding: &Finding) -> Found {
        let words = &self.renderer.words;
        Found {
            rule: finding.rule,
            id: rule.id.value.clone(),
            action: rule.action,
            action_text: self.renderer.action_word(rule.action).to_owned(),
            within: rule.within,
            within_text: rule.within.map(|within| self.renderer.within(within).to_owned()),
            title: words.local(&rule.title).to_owned(),
            advice: words.local(&rule.advice).to_owned(),
            private: self.pack.finds_private(finding.rule),
        }
    }

    /// Open questions on the screen that settle an undecided rule that would refer: those of the more urgent action first, among them
    /// danger signs, then in the order of the screen. Who was asked and does not know is not asked again.
    fn ask_next(&self, assessment: &Assessment, sections: &[Arc<Section>]) -> Vec<Ask> {
        let mut urgency: HashMap<FactId, Action> = HashMap::new();
        for open in assessment.open_urgent(self.pack) {
            let action = self.pack.rule(open.rule).map_or(Action::None, |rule| rule.action);
            for fact in open.missing.iter().filter_map(|fact| self.pack.fact_id(*fact)) {
                let most = urgency.entry(fact).or_insert(action);
                *most = action.max(*most);
            }
        }
        let open = sections.iter().flat_map(|section| section.questions.iter().map(move |question| (section, question)));
        let open = open.filter(|(_, question)| question.open);
        let mut asked: Vec<_> = open
            .filter_map(|(section, question)| {
                let action = *urgency.get(&question.fact)?;
                Some(((Reverse(action), !section.danger), section, question))
            })
            .collect();
        asked.sort_by_key(|(order, ..)| *order);
        let first = asked.into_iter().take(MOST_ASKED_NEXT);
        first.map(|((Reverse(action), _), section, question)| ask(section, question, action)).collect()
    }

    fn withdrawn(&self, draft: &Draft, fact: FactId) -> Option<Withdrawn> {
        let old = draft.old_answer(fact)?;
        let (id, label) = self.name_and_label(fact);
        let value = self.text_of(fact, old);
        let text = self.renderer.words.fill("answer_withdrawn", &[("question", &label), ("value", &value)]);
        let answer = old.value().map(|value| self.shown(fact, value));
        Some(Withdrawn { fact, id, label, answer, text, private: self.pack.is_private(FactRef::of(fact)) })
    }
}

/// Changes a question on the screen; the section as it was drawn stays as it is.
fn change_question(sections: &mut [Arc<Section>], fact: FactId, change: impl Fn(&mut Question)) {
    for section in sections.iter_mut().filter(|section| section.questions.iter().any(|question| question.fact == fact)) {
        let questions = &mut Arc::make_mut(section).questions;
        questions.iter_mut().filter(|question| question.fact == fact).for_each(&change);
    }
}

/// Puts what to measure once more at its questions.
fn put_measure_again(screen: &mut Screen) {
    for again in screen.growth.iter().flat_map(|growth| &growth.measure_again) {
        change_question(&mut screen.sections, again.fact, |question| {
            question.measure_again = Some(match question.measure_again.take() {
                Some(before) => format!("{before} {}", again.text),
                None => again.text.clone(),
            });
        });
    }
}

fn ask(section: &Section, question: &Question, action: Action) -> Ask {
    Ask {
        fact: question.fact,
        id: question.id.clone(),
        label: question.label.clone(),
        section: section.id.clone(),
        folded: section.folded,
        private: section.private,
        action,
    }
}
