//! Z-scores, flags and empty cells.

use siklus_core::fact::Number;
use siklus_core::growth::{Growth, Index, Score, assess};

use crate::oracle::{Row, agree, column};

/// Compares every cell of every row of a file; gives how many z-scores there were.
fn compare(file: &str) -> usize {
    let (mut cells, mut scores, mut differences) = (0, 0, Vec::new());
    for row in Row::all(file) {
        let growth = assess(&row.child());
        for index in Index::ALL {
            // Each file holds the results of one standard; the core goes on with the other.
            let score = growth.index(index).ok().filter(|score| score.table.standard() == row.standard());
            let (found, expected) = (found(score), expected(&row, index));
            cells += 1;
            scores += usize::from(score.is_some());
            if found != expected {
                differences.push(format!("{file} {} {}: {found:?}, expected {expected:?}", row.text("case_id"), column(index)));
            }
        }
        differences.extend(stature(&row, &growth));
    }
    agree(cells, &differences);
    scores
}

type Cell = Option<(Number, bool)>;

fn found(score: Option<Score>) -> Cell {
    score.map(|score| (score.z.to_number().expect("a z-score"), score.flagged))
}

fn expected(row: &Row, index: Index) -> Cell {
    let flag = row.text(&format!("f_{}", column(index)));
    let z = row.number(column(index));
    assert_eq!(z.is_some(), !flag.is_empty(), "a flag stands beside each z-score");
    z.map(|z| (z, flag == "1"))
}

/// The corrected length, where the file says it and the standard of 2006 corrects.
fn stature(row: &Row, growth: &Growth) -> Option<String> {
    let expected = row.number("clenhei_cm")?;
    let child = row.child();
    if child.age.is_some_and(|age| age.months() >= 60) || child.length.is_none() {
        return None;
    }
    let found = growth.stature.and_then(|stature| stature.length.to_number());
    (found != Some(expected)).then(|| format!("{} clenhei_cm: {found:?}, expected {expected}", row.text("case_id")))
}

#[test]
fn the_survey_of_2006_agrees() {
    assert_eq!(compare("who2006_survey.csv"), 1229);
}

#[test]
fn the_invented_children_of_2006_agree() {
    assert_eq!(compare("who2006_synthetic.csv"), 29_983);
}

#[test]
fn the_survey_of_2007_agrees() {
    assert_eq!(compare("who2007_survey.csv"), 1042);
}

#[test]
fn the_invented_children_of_2007_agree() {
    assert_eq!(compare("who2007_synthetic.csv"), 7315);
}
