//! The list of all faults, and whether it is true.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// One fault.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    /// What goes wrong.
    fault: String,
    /// What the reader sees of it.
    sees: String,
    /// The test that does it.
    test: String,
}

#[derive(Deserialize)]
struct List {
    fault: Vec<Fault>,
}

/// As few as these are to be tried.
const LEAST: usize = 50;

#[test]
fn every_fault_in_the_list_has_its_test_and_is_there_once() -> Result<()> {
    let List { fault: faults } = toml::from_str(include_str!("faults.toml"))?;
    let itself = std::env::current_exe().context("this program")?;
    let listed = Command::new(itself).args(["--list", "--format", "terse"]).output()?.stdout;
    let listed = String::from_utf8(listed)?;
    let tests: BTreeSet<&str> = listed.lines().filter_map(|line| line.strip_suffix(": test")).collect();
    ensure!(!tests.is_empty(), "this program lists no tests");
    let mut met = BTreeSet::new();
    for Fault { fault, sees, test } in &faults {
        ensure!(tests.contains(test.as_str()), "“{fault}”: there is no test {test}");
        ensure!(!sees.is_empty() && met.insert(fault), "“{fault}” is there twice, or nobody says what is seen of it");
    }
    ensure!(faults.len() >= LEAST, "{} faults are too few", faults.len());
    let unlisted: Vec<&&str> = tests
        .iter()
        .filter(|test| test.starts_with("faults::") && !test.starts_with("faults::list"))
        .filter(|test| !faults.iter().any(|fault| fault.test == **test))
        .collect();
    ensure!(unlisted.is_empty(), "no fault is listed for {unlisted:?}");
    Ok(())
}
