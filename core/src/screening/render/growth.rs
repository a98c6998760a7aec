//! How a child grows, in words: each index with its class, the month, and what to measure once more.

use super::{Line, Renderer, Role};
use crate::fact::FactId;
use crate::growth::monthly::{MeasureAgain, Remark};
use crate::growth::{Class, Index, Measure, Position, Score, ZScore};
use crate::hidden::hidden;
use crate::pack::growth_facts::{POSITION, fact_of};
use crate::person::LifeStage;
use crate::screening::{Again, ChildGrowth, Subject, child_growth};

/// How a child grows, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct GrowthShown {
    /// The heading.
    pub title: String,
    /// The indices that have a z-score, in the order of [`Index::ALL`].
    pub indices: Vec<IndexShown>,
    /// What is told of the weighings, the status of the month first; empty where there is nothing to tell.
    pub monthly: Vec<RemarkShown>,
    /// What to measure once more, each thing once. Nothing is refused because of it.
    pub measure_again: Vec<AgainShown>,
}

/// An index in words.
#[derive(Clone, PartialEq, Eq)]
pub struct IndexShown {
    /// The index.
    pub index: Index,
    /// Its name.
    pub name: String,
    /// The z-score.
    pub z: ZScore,
    /// The z-score with two decimals and its unit, in the language of the reader.
    pub z_text: String,
    /// The class; none when it is flagged and where the ministry has no classes.
    pub class: Option<Class>,
    /// The class, or that the value cannot be; none where there are no classes.
    pub class_text: Option<String>,
    /// Whether it is beyond what can be.
    pub flagged: bool,
    /// All of it in one line.
    pub text: String,
}

/// Something that is told of the weighings.
#[derive(Clone, PartialEq, Eq)]
pub struct RemarkShown {
    /// What it is.
    pub remark: Remark,
    /// The same in words.
    pub text: String,
}

/// What to measure once more.
#[derive(Clone, PartialEq, Eq)]
pub struct AgainShown {
    /// The fact at which it is shown.
    pub fact: FactId,
    /// Its name in the pack.
    pub id: String,
    /// Why, and a polite question.
    pub text: String,
}

hidden!(GrowthShown, IndexShown, RemarkShown, AgainShown);

impl Renderer<'_> {
    /// How a child grows, in words; none of adults, and as long as there is nothing to tell.
    pub fn growth(&self, subject: &Subject) -> Option<GrowthShown> {
        let growth = child_growth(self.pack, subject)?;
        let shown = GrowthShown {
            title: self.words.say("growth_title").to_owned(),
            indices: self.indices(&growth, subject.stages().contains(LifeStage::Pregnant)),
            monthly: growth.monthly.iter().flat_map(|monthly| monthly.remarks()).map(|remark| self.remark(remark)).collect(),
            measure_again: self.measure_again(&growth),
        };
        let is_empty = shown.indices.is_empty() && shown.monthly.is_empty() && shown.measure_again.is_empty();
        (!is_empty).then_some(shown)
    }

    /// The weight of a pregnant girl is that of two: it has no class of hers.
    fn indices(&self, growth: &ChildGrowth, is_pregnant: bool) -> Vec<IndexShown> {
        let told = Index::ALL.into_iter().filter(|index| !(is_pregnant && index.is_weight_based()));
        let scores = told.filter_map(|index| Some((index, growth.indices.index(index).ok()?)));
        scores.map(|(index, score)| self.index(index, &score)).collect()
    }

    fn index(&self, index: Index, score: &Score) -> IndexShown {
        let name = self.words.say(index_text(index, score.position)).to_owned();
        let z = score.z.to_number().map(|z| self.words.number(z, 2, None)).unwrap_or_default();
        let z_text = self.words.fill("growth_z", &[("z", &z)]);
        let flagged = score.flagged.then(|| self.words.say("growth_flagged").to_owned());
        let class_text = flagged.or(score.class.map(|class| self.class_text(index, class).to_owned()));
        let text = match &class_text {
            Some(class) => self.words.fill("growth_line", &[("index", &name), ("class", class), ("z", &z_text)]),
            None => self.words.fill("growth_line_without_class", &[("index", &name), ("z", &z_text)]),
        };
        IndexShown { index, name, z: score.z, z_text, class: score.class, class_text, flagged: score.flagged, text }
    }

    fn remark(&self, remark: Remark) -> RemarkShown {
        RemarkShown { remark, text: self.words.say(&format!("growth_month_{}", remark.as_str())).to_owned() }
    }

    /// Weight for length and the body mass are beyond what can be together, and are asked about once.
    fn measure_again(&self, growth: &ChildGrowth) -> Vec<AgainShown> {
        let mut shown: Vec<AgainShown> = Vec::new();
        for again in growth.again.iter().filter_map(|again| self.again(*again)) {
            if !shown.contains(&again) {
                shown.push(again);
            }
        }
        shown
    }

    fn again(&self, again: Again) -> Option<AgainShown> {
        let (fact, text) = match again {
            Again::Flagged(index) => flagged_text(index),
            Again::Unlikely(MeasureAgain::LengthFell) => (fact_of(Measure::Length), "measure_again_length_fell"),
            Again::Unlikely(MeasureAgain::LengthJumped) => (fact_of(Measure::Length), "measure_again_length_jumped"),
            Again::Unlikely(MeasureAgain::StandingTooYoung) => (POSITION, "measure_again_standing_too_young"),
            Again::Unlikely(MeasureAgain::WeightChanged) => (fact_of(Measure::Weight), "measure_again_weight_changed"),
        };
        let text = self.words.say(text).to_owned();
        Some(AgainShown { fact: self.pack.dictionary().find(fact)?, id: fact.to_owned(), text })
    }

    /// The growth of a child as lines of a result.
    pub(super) fn growth_lines(growth: &GrowthShown) -> Vec<Line> {
        let indices = growth.indices.iter().map(|index| &index.text);
        let texts = indices.chain(growth.monthly.iter().map(|remark| &remark.text)).chain(growth.measure_again.iter().map(|it| &it.text));
        let lines = texts.map(|text| Line::new(Role::Growth, text.as_str()));
        std::iter::once(Line::new(Role::Heading, growth.title.as_str())).chain(lines).collect()
    }
}

/// The text with the name of an index: lying it is the length, standing the height.
fn index_text(index: Index, position: Option<Position>) -> &'static str {
    let is_lying = position == Some(Position::Lying);
    match index {
        Index::WeightForAge => "growth_wfa",
        Index::LengthForAge if is_lying => "growth_lhfa_lying",
        Index::LengthForAge => "growth_lhfa_standing",
        Index::WeightForLength if is_lying => "growth_wflh_lying",
        Index::WeightForLength => "growth_wflh_standing",
        Index::BmiForAge => "growth_bfa",
        Index::HeadForAge => "growth_hcfa",
        Index::ArmForAge => "growth_acfa",
    }
}

/// The fact at which an index is asked about that cannot be, and the text of the question.
fn flagged_text(index: Index) -> (&'static str, &'static str) {
    match index {
        Index::WeightForAge => (fact_of(Measure::Weight), "measure_again_weight"),
        Index::LengthForAge => (fact_of(Measure::Length), "measure_again_length"),
        Index::WeightForLength | Index::BmiForAge => (fact_of(Measure::Weight), "measure_again_weight_or_length"),
        Index::HeadForAge => (fact_of(Measure::Head), "measure_again_head"),
        Index::ArmForAge => (fact_of(Measure::Arm), "measure_again_arm"),
    }
}
