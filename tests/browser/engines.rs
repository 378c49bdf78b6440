//! The list of what an engine cannot do, which `cargo xtask test` leaves out.

use std::env;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Exception;

#[test]
fn what_an_engine_cannot_do_is_listed_by_tests_that_there_are() -> Result<()> {
    let output = Command::new(env::current_exe()?).arg("--list").output().context("listing the tests")?;
    let listed = String::from_utf8(output.stdout)?;
    let tests: Vec<&str> = listed.lines().filter_map(|line| line.strip_suffix(": test")).collect();
    ensure!(tests.len() > 100, "there are only {} tests", tests.len());
    for exception in Exception::read(include_str!("engines.toml"))? {
        for named in &exception.tests {
            let one = Exception { tests: vec![named.clone()], ..exception.clone() };
            ensure!(tests.iter().any(|test| one.is_about(test)), "{}: there is no test {named}", exception.engine);
        }
    }
    Ok(())
}
