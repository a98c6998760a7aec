//! The shares below and above each limit over the survey.

use siklus_core::growth::prevalence::{Group, INDICES, Prevalence, Tally};
use siklus_core::growth::{Child, Index, assess};

use crate::oracle::{Row, agree, column};

const SURVEY: &str = "who2006_survey.csv";

#[test]
fn every_share_agrees() {
    let expected = Row::all("who2006_prevalence.csv");
    assert_eq!(expected.len(), 24);
    let variants = [("as_is", of_survey(false)), ("every_tenth_row_oedema", of_survey(true))];
    let mut differences = Vec::new();
    for row in &expected {
        let (_, prevalence) = variants.iter().find(|(name, _)| *name == row.text("variant")).expect("a variant");
        let (group, index) = (row.text("group"), row.text("indicator"));
        let line = prevalence.lines().find(|line| is(line, group, index)).expect("a line");
        let (found, expected) = (fields(&line.2), expected_fields(row));
        if found != expected {
            differences.push(format!("{} {group} {index}: {found:?}, expected {expected:?}", row.text("variant")));
        }
    }
    agree(expected.len(), &differences);
}

fn is((found, of, _): &(Group, Index, Tally), group: &str, index: &str) -> bool {
    found.name() == group && column(*of) == index
}

/// Sets oedema in every tenth row as well when that is asked for.
fn of_survey(tenth_with_oedema: bool) -> Prevalence {
    let mut prevalence = Prevalence::default();
    for (place, row) in Row::all(SURVEY).iter().enumerate() {
        let child = row.child();
        let child = Child { oedema: child.oedema || tenth_with_oedema && place % 10 == 0, ..child };
        let growth = assess(&child);
        for index in INDICES {
            child.sex.into_iter().for_each(|sex| prevalence.add(sex, child.age, index, growth.index(index)));
        }
    }
    prevalence
}

fn fields(tally: &Tally) -> Vec<String> {
    let shares = tally.percent_below().into_iter().chain(tally.percent_above()).chain([tally.mean()]);
    [tally.children.to_string()].into_iter().chain(shares.map(|share| share.expect("children").to_fixed(4))).collect()
}

fn expected_fields(row: &Row) -> Vec<String> {
    const COLUMNS: [&str; 8] =
        ["n", "pct_below_minus3", "pct_below_minus2", "pct_below_minus1", "pct_above_1", "pct_above_2", "pct_above_3", "mean_z"];
    COLUMNS.map(|name| row.text(name).to_owned()).to_vec()
}
