//! `cargo xtask test`: every check the project has, one after the other.
//!
//! A step that fails does not keep the later ones from running, so that one run tells everything
//! there is to mend. The last line counts what passed and what failed.

mod ground;
mod reproducible;
mod steps;
mod tally;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::nearest::nearest;
use crate::test::ground::Ground;
use crate::test::steps::{STEPS, Step};
use crate::test::tally::Tally;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// What the command line asks of `test`.
pub(crate) struct Options {
    only: Option<String>,
}

impl Options {
    /// Reads what follows `test`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { only: None };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("only") => options.only = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// A step that was run, with what came of it.
struct Outcome {
    step: &'static Step,
    tally: Tally,
    time: Duration,
}

/// Runs the steps asked for, and succeeds when all of them did.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    let steps = chosen(options.only.as_deref())?;
    let mut needs: Vec<_> = steps.iter().flat_map(|step| step.needs).copied().collect();
    needs.sort();
    needs.dedup();
    let ground = Ground { workspace, tools: Tools::provide(workspace, &needs)? };
    let mut outcomes = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        println!("\n=== {} of {}: {} ({})", number + 1, steps.len(), step.title, step.name);
        outcomes.push(outcome(step, &ground));
    }
    let total = outcomes.iter().fold(Tally::default(), |sum, outcome| sum.and(outcome.tally));
    println!("\n=== Summary");
    for outcome in &outcomes {
        println!("{}", summary(outcome));
    }
    println!("\n{total}");
    Ok(if total.all_passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The step called `only`, or all of them.
fn chosen(only: Option<&str>) -> Result<Vec<&'static Step>> {
    let Some(only) = only else {
        return Ok(STEPS.iter().collect());
    };
    let Some(step) = STEPS.iter().find(|step| step.name == only) else {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!(
            "there is no step `{only}`; the nearest is `{}`, and all are {}",
            nearest(only, &names),
            names.join(", ")
        );
    };
    Ok(vec![step])
}

/// Runs one step. A step that cannot be run at all counts as failed.
fn outcome(step: &'static Step, ground: &Ground) -> Outcome {
    let start = Instant::now();
    let tally = (step.run)(ground).unwrap_or_else(|error| {
        eprintln!("\nerror: {error:#}");
        Tally::step(false)
    });
    let outcome = Outcome { step, tally, time: start.elapsed() };
    println!("--- {}", summary(&outcome));
    outcome
}

/// A step's name, time and result on one line.
fn summary(outcome: &Outcome) -> String {
    let result = if outcome.tally.all_passed() { "ok" } else { "FAILED" };
    format!("{:8} {result:6} {:>7.1} s   {}", outcome.step.name, outcome.time.as_secs_f32(), outcome.tally)
}

#[cfg(test)]
mod tests {
    use super::chosen;
    use crate::test::steps::STEPS;

    #[test]
    fn all_steps_unless_one_is_named() -> anyhow::Result<()> {
        assert_eq!(chosen(None)?.len(), STEPS.len());
        assert_eq!(chosen(Some("doc"))?[0].name, "doc");
        Ok(())
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_nearest() {
        assert!(chosen(Some("docs")).is_err_and(|error| error.to_string().contains("`doc`")));
    }
}
