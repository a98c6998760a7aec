//! The growth chart of a child in words: titles, labels, and a summary that is read out.

mod axis;
mod point;
mod spoken;
#[cfg(test)]
mod tests;

pub use axis::{ShownAxis, ShownTick};

use super::Renderer;
use crate::growth::Index;
use crate::growth::chart::{Band, Chart, Growing, Line, Mark, NoChart, Point, chart, choices};
use crate::hidden::hidden;
use crate::person::Sex;

/// A growth chart as it is shown.
#[derive(Clone, PartialEq)]
pub struct ShownChart {
    /// The index that is drawn; none when the person can have no chart at all and none was asked for.
    pub index: Option<Index>,
    /// The title, with the sex: the lines differ by it.
    pub title: String,
    /// The indices of which the child can have a chart, with their names.
    pub choices: Vec<(Index, String)>,
    /// What is drawn, or why there is nothing.
    pub picture: Result<Picture, NoChart>,
    /// The last point in words, and what became of the measure since the one before; or why there is no chart; or that nothing was measured.
    pub spoken: String,
    /// Whose the lines and the classes are.
    pub source: String,
}

/// What is drawn, each with its label.
#[derive(Clone, PartialEq)]
pub struct Picture {
    /// The lines of the WHO, from "-3" to "+3".
    pub lines: Vec<(String, Line)>,
    /// The bands with the name of their class.
    pub bands: Vec<(String, Band)>,
    /// The points with their day, value and class in words.
    pub points: Vec<(String, Point)>,
    /// How points are drawn here, and what that says.
    pub marks: Vec<(String, Mark)>,
    /// The parts that are looked at, the whole first.
    pub zooms: Vec<ShownZoom>,
}

/// A part of a chart in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownZoom {
    /// Which part, as "12 sampai 24 bulan".
    pub label: String,
    /// Across.
    pub horizontal: ShownAxis,
    /// Upwards.
    pub vertical: ShownAxis,
}

hidden!(ShownChart, Picture);

impl Renderer<'_> {
    /// The growth chart of a child; without an index that of the first which the child can have.
    pub fn growth_chart(&self, growing: &Growing, index: Option<Index>) -> ShownChart {
        let existing = choices(growing);
        let index = index.or_else(|| existing.as_ref().ok()?.first().copied());
        let drawn = index.map_or_else(|| Err(existing.clone().err().unwrap_or(NoChart::AgeOutside)), |index| chart(index, growing));
        let named = |index: Index| (index, self.index_name(index).to_owned());
        ShownChart {
            index,
            title: self.chart_title(index, growing.sex),
            choices: existing.unwrap_or_default().into_iter().map(named).collect(),
            spoken: drawn.as_ref().map_or_else(|reason| self.no_chart(*reason).to_owned(), |chart| self.spoken(chart)),
            source: self.words.say("chart_source").to_owned(),
            picture: drawn.map(|chart| self.picture(chart)),
        }
    }

    /// The name of an index.
    fn index_name(&self, index: Index) -> &str {
        self.words.say(&format!("chart_index_{}", index.as_str()))
    }

    fn chart_title(&self, index: Option<Index>, sex: Option<Sex>) -> String {
        let name = index.map(|index| lower_first(self.index_name(index)));
        let child = sex.map_or("chart_child", |sex| match sex {
            Sex::Female => "chart_child_female",
            Sex::Male => "chart_child_male",
        });
        match name {
            Some(name) => self.words.fill("chart_title", &[("index", &name), ("child", self.words.say(child))]),
            None => self.words.say("chart_title_of_none").to_owned(),
        }
    }

    fn picture(&self, chart: Chart) -> Picture {
        let Chart { index, position, lines, bands, points, zooms, .. } = chart;
        let marks = [(Mark::Measured, "chart_mark_measured"), (Mark::Flagged, "chart_mark_flagged"), (Mark::Oedema, "chart_mark_oedema")];
        let seen = marks.into_iter().filter(|(mark, _)| points.iter().any(|point| point.mark == *mark));
        Picture {
            marks: seen.map(|(mark, text)| (self.words.say(text).to_owned(), mark)).collect(),
            zooms: zooms.iter().map(|zoom| self.zoom(index, position, zoom)).collect(),
            lines: lines.into_iter().map(|line| (signed(line.sd), line)).collect(),
            bands: bands.into_iter().map(|band| (self.class_text(index, band.class).to_owned(), band)).collect(),
            points: points.into_iter().map(|point| (self.point(index, &point), point)).collect(),
        }
    }

    fn no_chart(&self, reason: NoChart) -> &str {
        self.words.say(match reason {
            NoChart::SexUnknown => "chart_needs_sex",
            NoChart::BirthDayUnknown => "chart_needs_birth_day",
            NoChart::AgeOutside => "chart_age_outside",
            NoChart::NotDrawn => "chart_not_drawn",
        })
    }
}

/// As a line is called: "-3", "0", "+3".
fn signed(sd: i32) -> String {
    if sd > 0 { format!("+{sd}") } else { sd.to_string() }
}

/// A name within a sentence.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
