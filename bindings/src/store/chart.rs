//! The growth chart of a person, as it is drawn.

use chrono::NaiveDate;
use siklus_core::growth::Index;
use siklus_core::growth::chart::{Band, Colour, Line, Mark, Point, Stroke};
use siklus_core::screening::render::{Picture, ShownAxis, ShownChart, ShownTick, ShownZoom};

use crate::private::hide;

/// An index that has a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ChartIndex {
    /// Weight for age (BB/U).
    WeightForAge,
    /// Length or height for age (PB/U, TB/U).
    LengthForAge,
    /// Weight for length or height (BB/PB, BB/TB).
    WeightForLength,
    /// Body mass index for age (IMT/U).
    BmiForAge,
    /// Head circumference for age (LK/U).
    HeadForAge,
}

/// The kind of colour of a band.
#[uniffi::remote(Enum)]
pub enum Colour {
    /// The most severe.
    Red,
    /// Watch.
    Yellow,
    /// As it should be.
    Green,
    /// Too heavy.
    Orange,
}

/// How a point is drawn.
#[uniffi::remote(Enum)]
pub enum Mark {
    /// A full dot.
    Measured,
    /// Hollow and not joined: it cannot be, measure again.
    Flagged,
    /// Hollow and not joined: oedema makes the weight useless.
    Oedema,
}

/// A growth chart.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct GrowthChartView {
    /// The index that is drawn; none when the person can have no chart at all and none was asked for.
    pub index: Option<ChartIndex>,
    /// The title.
    pub title: String,
    /// The indices of which the person can have a chart.
    pub choices: Vec<ChartChoiceView>,
    /// What is drawn; none when there is no chart.
    pub picture: Option<ChartPictureView>,
    /// What is read out.
    pub spoken: String,
    /// Whose the lines and the classes are.
    pub source: String,
}

/// An index with its name.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartChoiceView {
    /// Which.
    pub index: ChartIndex,
    /// How it is called.
    pub label: String,
}

/// What is drawn.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ChartPictureView {
    /// The lines of the WHO.
    pub lines: Vec<ChartLineView>,
    /// The bands of the classes.
    pub bands: Vec<ChartBandView>,
    /// The points, the earliest first.
    pub points: Vec<ChartPointView>,
    /// How points are drawn here, and what that says.
    pub marks: Vec<ChartMarkView>,
    /// The parts that are looked at, the whole first.
    pub zooms: Vec<ChartZoomView>,
}

/// A way to draw a point.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartMarkView {
    /// Which.
    pub mark: Mark,
    /// What it says.
    pub label: String,
}

/// A line of the WHO.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartLineView {
    /// Standard deviations from the median.
    pub sd: i32,
    /// How it is called.
    pub label: String,
    /// Its pieces.
    pub strokes: Vec<ChartStrokeView>,
}

/// A piece of a line.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartStrokeView {
    /// From left to right.
    pub xs: Vec<f32>,
    /// As many.
    pub ys: Vec<f32>,
}

/// A band between two lines.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartBandView {
    /// How it is coloured.
    pub kind: Colour,
    /// What a point in it means.
    pub label: String,
    /// From left to right.
    pub xs: Vec<f32>,
    /// The lower edge.
    pub low: Vec<f32>,
    /// The upper edge.
    pub high: Vec<f32>,
}

/// A point of the child.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ChartPointView {
    /// Across.
    pub x: f32,
    /// Upwards.
    pub y: f32,
    /// The day.
    pub on: NaiveDate,
    /// Day, value and class in words.
    pub text: String,
    /// How it is drawn.
    pub mark: Mark,
    /// The place of the earlier point from which a line leads here.
    pub joined_to: Option<u32>,
}

/// A part of the chart.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartZoomView {
    /// Which.
    pub label: String,
    /// Across.
    pub horizontal: ChartAxisView,
    /// Upwards.
    pub vertical: ChartAxisView,
}

/// An axis.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartAxisView {
    /// What is counted along it, with the unit.
    pub title: String,
    /// Its lower end.
    pub from: f32,
    /// Its upper end.
    pub until: f32,
    /// What is marked on it.
    pub ticks: Vec<ChartTickView>,
}

/// A place that is marked on an axis.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChartTickView {
    /// Where.
    pub at: f32,
    /// What stands at it.
    pub label: String,
    /// A whole year, or a round number.
    pub major: bool,
    /// What stands below it.
    pub under: Option<String>,
}

hide!(GrowthChartView, ChartPictureView, ChartPointView);

impl From<ChartIndex> for Index {
    fn from(index: ChartIndex) -> Self {
        match index {
            ChartIndex::WeightForAge => Self::WeightForAge,
            ChartIndex::LengthForAge => Self::LengthForAge,
            ChartIndex::WeightForLength => Self::WeightForLength,
            ChartIndex::BmiForAge => Self::BmiForAge,
            ChartIndex::HeadForAge => Self::HeadForAge,
        }
    }
}

impl ChartIndex {
    /// None of what has no chart.
    fn of(index: Index) -> Option<Self> {
        match index {
            Index::WeightForAge => Some(Self::WeightForAge),
            Index::LengthForAge => Some(Self::LengthForAge),
            Index::WeightForLength => Some(Self::WeightForLength),
            Index::BmiForAge => Some(Self::BmiForAge),
            Index::HeadForAge => Some(Self::HeadForAge),
            Index::ArmForAge => None,
        }
    }
}

impl From<ShownChart> for GrowthChartView {
    fn from(chart: ShownChart) -> Self {
        let ShownChart { index, title, choices, picture, spoken, source } = chart;
        let choice = |(index, label)| Some(ChartChoiceView { index: ChartIndex::of(index)?, label });
        Self {
            index: index.and_then(ChartIndex::of),
            title,
            choices: choices.into_iter().filter_map(choice).collect(),
            picture: picture.ok().map(ChartPictureView::from),
            spoken,
            source,
        }
    }
}

impl From<Picture> for ChartPictureView {
    fn from(picture: Picture) -> Self {
        let Picture { lines, bands, points, marks, zooms } = picture;
        Self {
            lines: lines.into_iter().map(ChartLineView::from).collect(),
            bands: bands.into_iter().map(ChartBandView::from).collect(),
            points: points.into_iter().map(ChartPointView::from).collect(),
            marks: marks.into_iter().map(|(label, mark)| ChartMarkView { mark, label }).collect(),
            zooms: zooms.into_iter().map(ChartZoomView::from).collect(),
        }
    }
}

impl From<(String, Line)> for ChartLineView {
    fn from((label, Line { sd, strokes }): (String, Line)) -> Self {
        let stroke = |Stroke { xs, ys }| ChartStrokeView { xs: single(&xs), ys: single(&ys) };
        Self { sd, label, strokes: strokes.into_iter().map(stroke).collect() }
    }
}

impl From<(String, Band)> for ChartBandView {
    fn from((label, band): (String, Band)) -> Self {
        let Band { colour, xs, low, high, .. } = band;
        Self { kind: colour, label, xs: single(&xs), low: single(&low), high: single(&high) }
    }
}

impl From<(String, Point)> for ChartPointView {
    fn from((text, point): (String, Point)) -> Self {
        let joined_to = point.joined_to.and_then(|place| place.try_into().ok());
        Self { x: point.x as f32, y: point.y as f32, on: point.on, text, mark: point.mark, joined_to }
    }
}

impl From<ShownZoom> for ChartZoomView {
    fn from(zoom: ShownZoom) -> Self {
        let ShownZoom { label, horizontal, vertical } = zoom;
        Self { label, horizontal: horizontal.into(), vertical: vertical.into() }
    }
}

impl From<ShownAxis> for ChartAxisView {
    fn from(axis: ShownAxis) -> Self {
        let tick = |ShownTick { at, label, major, under }| ChartTickView { at: at as f32, label, major, under };
        Self { title: axis.title, from: axis.from as f32, until: axis.until as f32, ticks: axis.ticks.into_iter().map(tick).collect() }
    }
}

/// Hundredths need no more.
fn single(coordinates: &[f64]) -> Vec<f32> {
    coordinates.iter().map(|coordinate| *coordinate as f32).collect()
}
