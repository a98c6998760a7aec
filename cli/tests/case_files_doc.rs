//! The examples of docs/case-files.md are files that hold.

mod common;

use common::{folder, siklus, write};

const PAGE: &str = include_str!("../../docs/case-files.md");

#[test]
fn every_example_is_a_case_that_holds() {
    let folder = folder("case-files-doc");
    let examples: Vec<_> = PAGE.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```")).map(|(example, _)| example).collect();
    for (place, example) in examples.iter().enumerate() {
        write(&folder, &format!("{place}.toml"), example);
    }
    let compared = siklus(["case", folder.to_str().unwrap()]);
    assert_eq!((compared.status, compared.err.as_str()), (0, ""), "{}", compared.out);
    assert_eq!(compared.out.lines().filter(|line| line.starts_with("ok ")).count(), 2, "{}", compared.out);
}
