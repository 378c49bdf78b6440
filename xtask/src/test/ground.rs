//! What the steps of `test` stand on: the project, the tools, and how checks are run.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use liner_notes_browser::Engine;

use crate::program;
use crate::test::reproducible::Build;
use crate::test::tally::Tally;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The project and the tools to check it with.
pub(super) struct Ground<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) tools: Tools,
    /// The engines that the whole site is looked at with.
    pub(super) engines: Vec<Engine>,
    /// The names of all steps of this run.
    pub(super) steps: Vec<&'static str>,
    /// The build of the project's copy, where it was begun before its step.
    pub(super) copy: Cell<Option<Build>>,
}

impl Ground<'_> {
    /// Cargo with `arguments`, in the project's folder.
    pub(super) fn cargo(&self, arguments: &[&str]) -> Result<Command> {
        let mut cargo = self.tools.cargo()?;
        cargo.args(arguments).current_dir(self.workspace.root());
        Ok(cargo)
    }
}

/// Runs a check that either passes or fails as a whole.
pub(super) fn check(command: &mut Command) -> Result<Tally> {
    println!("$ {}", program::line(command));
    let status = command.status().with_context(|| format!("`{}` could not be started", program::line(command)))?;
    Ok(Tally::step(status.success()))
}

/// Runs tests, passing on everything they print and counting what they report.
///
/// Tests that do not compile or do not finish report nothing, and neither do tests that are not
/// there: both count as one failure.
pub(super) fn count(command: &mut Command) -> Result<Tally> {
    count_onto(std::io::stdout().lock(), command)
}

/// Does what [`count`] does, printing onto `screen`.
fn count_onto(screen: impl Write, command: &mut Command) -> Result<Tally> {
    let line = program::line(command);
    println!("$ {line}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{line}` could not be started"))?;
    let output = child.stdout.take().with_context(|| format!("`{line}` has no output"))?;
    let tally = pass_on(BufReader::new(output), screen).with_context(|| format!("the output of `{line}` broke off"))?;
    let status = child.wait().with_context(|| format!("`{line}` was lost"))?;
    if tally.is_empty() {
        eprintln!("error: `{line}` reported no tests");
    }
    let complete = !tally.is_empty() && status.success() == tally.all_passed();
    Ok(if complete { tally } else { tally.and(Tally::step(false)) })
}

/// Prints what is read onto `screen`, line by line, and adds up the tallies in it.
fn pass_on(mut output: impl BufRead, mut screen: impl Write) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        screen.write_all(&line)?;
        screen.flush()?;
        if let Some(reported) = Tally::reported(&String::from_utf8_lossy(&line)) {
            tally = tally.and(reported);
        }
        line.clear();
    }
    Ok(tally)
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use anyhow::Result;

    use super::{check, count_onto};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    /// What `script` counts as. Nothing is printed: whoever runs these tests may count, too.
    fn counted(script: &str) -> Result<String> {
        Ok(count_onto(std::io::sink(), &mut shell(script))?.to_string())
    }

    #[test]
    fn a_check_passes_or_fails_as_one() -> Result<()> {
        assert_eq!(check(&mut shell("true"))?.to_string(), "1 passed, 0 failed");
        assert_eq!(check(&mut shell("false"))?.to_string(), "0 passed, 1 failed");
        Ok(())
    }

    #[test]
    fn adds_up_what_several_test_programs_report() -> Result<()> {
        let script = "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'
                      echo 'test result: ok. 3 passed; 0 failed; 0 ignored'";
        assert_eq!(counted(script)?, "5 passed, 0 failed");
        Ok(())
    }

    #[test]
    fn a_counted_failure_is_not_counted_twice() -> Result<()> {
        let script = "echo 'test result: FAILED. 2 passed; 1 failed; 0 ignored'; exit 101";
        assert_eq!(counted(script)?, "2 passed, 1 failed");
        Ok(())
    }

    #[test]
    fn tests_that_break_off_or_are_missing_are_a_failure() -> Result<()> {
        let broken = "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; exit 101";
        assert_eq!(counted(broken)?, "2 passed, 1 failed");
        assert_eq!(counted("exit 101")?, "0 passed, 1 failed");
        assert_eq!(counted("true")?, "0 passed, 1 failed");
        Ok(())
    }
}
