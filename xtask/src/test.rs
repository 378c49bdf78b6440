//! `cargo xtask test`: every check the project has, one after the other.
//!
//! Only the copy of the last step is built beside other sites. A step that fails does not keep the later ones from
//! running, so that one run tells everything there is to mend. The last line counts what passed and what failed.

mod compiled;
mod figures;
mod ground;
mod reproducible;
mod steps;
mod tally;

use std::cell::Cell;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use lexopt::prelude::*;
use liner_notes_browser::Engine;

use crate::nearest::nearest;
use crate::test::figures::InEngine;
use crate::test::ground::Ground;
use crate::test::steps::{IN_AN_ENGINE, NATIVE, ONE_FILE, STEPS, Step, exceptions};
use crate::test::tally::Tally;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// What the command line asks of `test`.
pub(crate) struct Options {
    only: Option<String>,
    /// The engines to look at the site with; Chromium where nobody says.
    engines: Option<Vec<Engine>>,
}

impl Options {
    /// Reads what follows `test`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { only: None, engines: None };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("only") => options.only = Some(arguments.value()?.string()?),
                Long("engines") => options.engines = Some(engines(&arguments.value()?.string()?)?),
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
    let engines = options.engines.clone().unwrap_or_else(|| vec![Engine::Chromium]);
    let steps = chosen(options.only.as_deref(), &engines)?;
    let mut needs: Vec<_> = steps.iter().flat_map(|step| step.needs).copied().collect();
    needs.sort();
    needs.dedup();
    let tools = Tools::provide(workspace, &needs)?;
    let names = steps.iter().map(|step| step.name).collect();
    let ground = Ground { workspace, tools, engines, steps: names, copy: Cell::default() };
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
    if options.only.is_none() && total.all_passed() {
        tell(workspace, &outcomes)?;
    }
    Ok(if total.all_passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes what a whole run comes to, where it was one in all engines.
fn tell(workspace: &Workspace, outcomes: &[Outcome]) -> Result<()> {
    let engines: Vec<InEngine> = outcomes
        .iter()
        .filter_map(|Outcome { step, tally, .. }| {
            Some(InEngine { engine: step.engine?, step: step.name, passed: tally.passed() })
        })
        .collect();
    let is_whole = Engine::ALL.iter().all(|one| one.is_to_be_had() && engines.iter().any(|in_it| in_it.engine == *one));
    if !is_whole {
        return Ok(());
    }
    let native = outcomes.iter().find(|outcome| outcome.step.name == NATIVE);
    figures::write(workspace, native.map_or(0, |native| native.tally.passed()), &engines, &exceptions(workspace)?)
}

/// What `--engines` calls all of them.
const ALL: &str = "all";

/// The engines in a list of them.
fn engines(list: &str) -> Result<Vec<Engine>> {
    if list == ALL {
        return Ok(Engine::ALL.to_vec());
    }
    let names: Vec<&str> = Engine::ALL.iter().map(|engine| engine.token()).chain([ALL]).collect();
    let mut engines = Vec::new();
    for name in list.split(',') {
        let Some(engine) = Engine::called(name) else {
            bail!(
                "there is no engine `{name}`; the nearest is `{}`, and all are {}",
                nearest(name, &names),
                names.join(", ")
            );
        };
        engines.push(engine);
    }
    Ok(engines)
}

/// The step called `only`, or all of them; of those for one engine, the ones for these.
fn chosen(only: Option<&str>, engines: &[Engine]) -> Result<Vec<&'static Step>> {
    // Where the site is looked at with every engine, so is the one file.
    let is_more = |step: &Step| step.name != ONE_FILE || Engine::ALL.iter().any(|one| !engines.contains(one));
    let is_in = |step: &&Step| step.engine.is_none_or(|one| engines.contains(&one)) && is_more(step);
    let steps = match only {
        None => STEPS.iter().filter(is_in).collect(),
        Some(IN_AN_ENGINE) => STEPS.iter().filter(|step| step.engine.is_some()).filter(is_in).collect(),
        Some(only) => STEPS.iter().filter(|step| step.name == only).collect::<Vec<_>>(),
    };
    if let (Some(only), true) = (only, steps.is_empty()) {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!(
            "there is no step `{only}`; the nearest is `{}`, and all are {}",
            nearest(only, &names),
            names.join(", ")
        );
    }
    Ok(steps)
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
    format!("{:15} {result:6} {:>7.1} s   {}", outcome.step.name, outcome.time.as_secs_f32(), outcome.tally)
}

#[cfg(test)]
mod tests {
    use liner_notes_browser::Engine;

    use super::{chosen, engines};
    use crate::test::steps::STEPS;

    const USUAL: [Engine; 1] = [Engine::Chromium];

    fn names(only: Option<&str>, engines: &[Engine]) -> anyhow::Result<Vec<&'static str>> {
        Ok(chosen(only, engines)?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn all_steps_unless_one_is_named() -> anyhow::Result<()> {
        assert_eq!(names(None, &Engine::ALL)?.len(), STEPS.len() - 1);
        assert!(!names(None, &Engine::ALL)?.contains(&"one-file") && names(None, &USUAL)?.contains(&"one-file"));
        assert_eq!(names(Some("doc"), &USUAL)?, ["doc"]);
        Ok(())
    }

    #[test]
    fn the_site_is_looked_at_with_chromium_unless_other_engines_are_named() -> anyhow::Result<()> {
        let of_engines = |engines: &[Engine]| -> anyhow::Result<Vec<&str>> {
            Ok(names(None, engines)?.into_iter().filter(|name| name.starts_with("browser")).collect())
        };
        assert_eq!(of_engines(&USUAL)?, ["browser"]);
        assert_eq!(of_engines(&engines("webkit,firefox")?)?, ["browser-firefox", "browser-webkit"]);
        assert_eq!(names(Some("browser"), &engines("all")?)?, ["browser", "browser-firefox", "browser-webkit"]);
        assert_eq!(names(Some("browser-webkit"), &USUAL)?, ["browser-webkit"]);
        Ok(())
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_nearest() {
        assert!(chosen(Some("docs"), &USUAL).is_err_and(|error| error.to_string().contains("`doc`")));
    }

    #[test]
    fn an_unknown_engine_is_refused_with_the_nearest() {
        assert!(engines("chromium,webkti").is_err_and(|error| error.to_string().contains("`webkit`")));
    }
}
