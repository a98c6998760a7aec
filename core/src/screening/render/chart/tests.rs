//! Charts in words.

use super::*;
use crate::growth::chart::{CHARTED, Measured};
use crate::growth::{Child, Length, Position, Standard, Weight, ZScore};
use crate::pack::Pack;
use crate::person::{BirthDate, Precision};

fn day(iso: &str) -> chrono::NaiveDate {
    iso.parse().unwrap()
}

fn measured(on: &str, grams: u32, mm: u32, position: Position) -> Measured {
    let child = Child {
        weight: Weight::from_grams(grams),
        length: Length::from_mm(mm),
        position: Some(position),
        head: Length::from_mm(430),
        ..Child::default()
    };
    Measured { on: day(on), child }
}

fn lying(on: &str, grams: u32, mm: u32) -> Measured {
    measured(on, grams, mm, Position::Lying)
}

/// A girl of 13 months in March 2026.
fn girl(measured: Vec<Measured>) -> Growing {
    let born = BirthDate::new(day("2025-01-10"), Precision::Day);
    Growing { sex: Some(Sex::Female), born: Some(born), measured, on: day("2026-03-02") }
}

fn shown(growing: &Growing, index: Option<Index>, language: &str) -> ShownChart {
    Renderer::new(&Pack::embedded().unwrap(), language).growth_chart(growing, index)
}

fn spoken(growing: &Growing, index: Index) -> String {
    shown(growing, Some(index), "id").spoken
}

#[test]
fn a_chart_says_what_it_is_and_what_else_there_is() {
    let chart = shown(&girl(vec![]), None, "id");
    assert_eq!((chart.index, chart.title.as_str()), (Some(Index::WeightForAge), "Grafik berat badan menurut umur, anak perempuan"));
    assert_eq!(chart.choices.iter().map(|(index, _)| *index).collect::<Vec<_>>(), CHARTED);
    let boy = Growing { sex: Some(Sex::Male), ..girl(vec![]) };
    assert_eq!(shown(&boy, Some(Index::HeadForAge), "en").title, "Chart of head circumference for age, boy");
}

#[test]
fn every_text_of_every_chart_is_there_in_both_languages() {
    for language in ["id", "en"] {
        let all = vec![lying("2025-03-02", 4_900, 560), lying("2026-02-02", 8_200, 725), lying("2026-03-02", 8_400, 735)];
        for index in CHARTED {
            for growing in [girl(all.clone()), girl(vec![])] {
                let ShownChart { title, choices, picture, spoken, source, .. } = shown(&growing, Some(index), language);
                let Picture { lines, bands, points, marks, zooms } = picture.unwrap();
                let axes = zooms.iter().flat_map(|zoom| [&zoom.horizontal, &zoom.vertical]);
                let ticks = axes.clone().flat_map(|axis| axis.ticks.iter().map(|tick| tick.label.clone()));
                let labels = choices.into_iter().map(|(_, label)| label).chain(lines.into_iter().map(|(label, _)| label));
                let labels = labels
                    .chain(bands.into_iter().map(|(label, _)| label))
                    .chain(points.into_iter().map(|(text, _)| text))
                    .chain(marks.into_iter().map(|(label, _)| label));
                let labels = labels.chain(zooms.iter().map(|zoom| zoom.label.clone())).chain(axes.map(|axis| axis.title.clone()));
                let texts: Vec<String> = labels.chain(ticks).chain([title, spoken, source]).collect();
                let bad = texts.iter().find(|text| text.trim().is_empty() || text.contains("  ") || text.contains('{'));
                assert_eq!(bad, None, "{index:?} {language}");
            }
        }
    }
}

#[test]
fn each_class_of_each_index_has_its_words() {
    for language in ["id", "en"] {
        let pack = Pack::embedded().unwrap();
        let renderer = Renderer::new(&pack, language);
        for index in CHARTED {
            for standard in [Standard::Who2006, Standard::Who2007] {
                let classes = (-500..=500).filter_map(|z| crate::growth::Class::of(index, ZScore::from_hundredths(z), standard));
                for class in classes {
                    assert!(!renderer.class_text(index, class).is_empty(), "{index:?} {class:?} {language}");
                }
            }
        }
    }
}

#[test]
fn the_last_weight_is_read_out_with_its_class_and_what_was_gained() {
    let all = vec![lying("2026-02-02", 6_700, 720), lying("2026-03-02", 6_900, 730)];
    assert_eq!(
        spoken(&girl(all.clone()), Index::WeightForAge),
        "Pada 2 Maret 2026 berat badannya 6,9 kg, termasuk berat badan kurang. Bulan sebelumnya 6,7 kg: naik 0,2 kg."
    );
    assert_eq!(
        shown(&girl(all), Some(Index::WeightForAge), "en").spoken,
        "On 2 March 2026 the weight was 6.9 kg: underweight. The month before it was 6.7 kg: 0.2 kg more now."
    );
}

#[test]
fn what_was_lost_and_what_stayed_is_read_out_too() {
    let after = |grams, mm| girl(vec![lying("2026-02-02", 8_400, 720), lying("2026-03-02", grams, mm)]);
    assert!(spoken(&after(8_250, 720), Index::WeightForAge).ends_with("Bulan sebelumnya 8,4 kg: turun 0,15 kg."));
    assert!(spoken(&after(8_400, 720), Index::WeightForAge).ends_with("Bulan sebelumnya 8,4 kg: tetap."));
    assert!(spoken(&after(8_400, 732), Index::LengthForAge).ends_with("Bulan sebelumnya 72,0 cm: bertambah 1,2 cm."));
    assert!(spoken(&after(8_400, 732), Index::WeightForLength).ends_with("Bulan sebelumnya 8,4 kg dengan panjang atau tinggi 72,0 cm."));
}

#[test]
fn a_month_that_was_left_out_is_told() {
    let growing = girl(vec![lying("2025-12-20", 8_000, 700), lying("2026-03-02", 8_400, 730)]);
    assert!(
        spoken(&growing, Index::WeightForAge)
            .ends_with("Bulan sebelumnya tidak diukur. Terakhir diukur pada 20 Desember 2025, 8,0 kg: naik 0,4 kg.")
    );
    let twice = girl(vec![lying("2026-03-01", 8_300, 730), lying("2026-03-02", 8_400, 730)]);
    assert!(spoken(&twice, Index::WeightForAge).ends_with("Sebelumnya, pada 1 Maret 2026, 8,3 kg: naik 0,1 kg."));
}

#[test]
fn a_measure_between_that_does_not_count_is_no_month_left_out() {
    let growing = girl(vec![lying("2026-01-05", 8_000, 700), lying("2026-02-02", 60_000, 720), lying("2026-03-02", 8_400, 730)]);
    assert!(
        spoken(&growing, Index::WeightForAge)
            .ends_with("Ukuran di antaranya tidak dihitung. Terakhir yang dihitung pada 5 Januari 2026, 8,0 kg: naik 0,4 kg.")
    );
}

/// At school a child is measured once or twice a year.
#[test]
fn of_an_older_child_no_month_is_missed() {
    let born = Some(BirthDate::new(day("2020-12-20"), Precision::Day));
    let last = |on| spoken(&Growing { born, ..girl(vec![lying("2025-08-01", 15_000, 1_050), lying(on, 16_000, 1_100)]) }, Index::BmiForAge);
    assert!(last("2025-12-20").contains("Bulan sebelumnya tidak diukur."), "day 1826");
    assert!(last("2025-12-21").ends_with("Sebelumnya, pada 1 Agustus 2025, 13,8 kg/m²."), "day 1827: {}", last("2025-12-21"));
}

/// What a legend has to tell, and no more.
#[test]
fn a_legend_tells_the_marks_that_are_there() {
    let marks = |measured| {
        let picture = shown(&girl(measured), None, "id").picture.unwrap();
        picture.marks.into_iter().map(|(label, _)| label).collect::<Vec<_>>()
    };
    assert!(marks(vec![]).is_empty());
    assert_eq!(marks(vec![lying("2026-02-02", 8_200, 720)]), ["Hasil ukur"]);
    let both = vec![lying("2026-02-02", 8_200, 720), lying("2026-03-02", 84_000, 730)];
    assert_eq!(marks(both), ["Hasil ukur", "Tidak wajar, ukur lagi"]);
}

#[test]
fn what_cannot_be_asks_to_measure_again() {
    let flagged = girl(vec![lying("2026-02-02", 8_200, 720), lying("2026-03-02", 84_000, 730)]);
    let expected = "Pada 2 Maret 2026 berat badannya 84,0 kg. Angka ini tidak wajar. Tolong ukur sekali lagi, ya.";
    assert_eq!(spoken(&flagged, Index::WeightForAge), expected);
    let swollen = Measured { child: Child { oedema: true, ..lying("2026-03-02", 8_400, 730).child }, ..lying("2026-03-02", 8_400, 730) };
    let expected = "Pada 2 Maret 2026 berat badannya 8,4 kg. Kedua kaki bengkak, jadi berat badan belum bisa dinilai.";
    assert_eq!(spoken(&girl(vec![swollen]), Index::WeightForAge), expected);
}

#[test]
fn a_length_tells_how_it_was_read() {
    let growing = girl(vec![measured("2026-03-02", 8_400, 730, Position::Standing)]);
    assert_eq!(
        spoken(&growing, Index::LengthForAge),
        "Pada 2 Maret 2026 panjang atau tinggi badannya 73,0 cm diukur berdiri, dihitung 73,7 cm telentang, termasuk normal."
    );
    let points = shown(&growing, Some(Index::BmiForAge), "id").picture.unwrap().points;
    assert_eq!(points[0].0, "2 Maret 2026: 15,5 kg/m². Gizi baik.");
}

#[test]
fn who_has_no_chart_is_told_why_and_what_to_do() {
    let month = BirthDate::new(day("2025-01-10"), Precision::Month);
    let chart = shown(&Growing { born: Some(month), ..girl(vec![]) }, None, "id");
    assert!(chart.picture == Err(NoChart::BirthDayUnknown) && chart.index.is_none() && chart.choices.is_empty());
    assert!(chart.spoken.starts_with("Tanggal lahir belum lengkap") && chart.title == "Grafik pertumbuhan");
    let older = Growing { born: Some(BirthDate::new(day("2018-01-10"), Precision::Day)), ..girl(vec![]) };
    let head = shown(&older, Some(Index::HeadForAge), "id");
    assert!(head.picture == Err(NoChart::AgeOutside) && head.choices.len() == 3 && head.index == Some(Index::HeadForAge));
    for (growing, index) in [(Growing { sex: None, ..girl(vec![]) }, None), (girl(vec![]), Some(Index::ArmForAge))] {
        let chart = shown(&growing, index, "en");
        assert!(chart.picture.is_err() && !chart.spoken.is_empty());
    }
}

#[test]
fn months_and_years_stand_at_the_axes() {
    let zooms = shown(&girl(vec![]), None, "id").picture.unwrap().zooms;
    assert_eq!(zooms.iter().map(|zoom| zoom.label.as_str()).collect::<Vec<_>>(), ["Semua umur", "12 sampai 24 bulan", "0 sampai 12 bulan"]);
    let ticks = &zooms[1].horizontal.ticks;
    let told: Vec<_> = [0, 1, 12].iter().map(|place| (ticks[*place].label.as_str(), ticks[*place].under.as_deref())).collect();
    assert_eq!(told, [("12", Some("1 tahun")), ("13", None), ("24", Some("2 tahun"))]);
    let older = Growing { born: Some(BirthDate::new(day("2018-01-10"), Precision::Day)), ..girl(vec![]) };
    let zooms = shown(&older, None, "id").picture.unwrap().zooms;
    assert_eq!((zooms[0].horizontal.title.as_str(), zooms[1].label.as_str()), ("Umur (tahun)", "8 sampai 9 tahun"));
    let ticks: Vec<_> = zooms[1].horizontal.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(ticks, ["8", "+3 bln", "+6 bln", "+9 bln", "9"]);
    let weights: Vec<_> = zooms[1].vertical.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(weights[..3], ["15", "20", "25"]);
}
