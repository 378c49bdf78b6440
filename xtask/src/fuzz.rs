//! `cargo xtask fuzz`: tries the properties of everything that reads input from outside on what a fuzzer makes up.
//!
//! The fuzzer is libFuzzer, by way of cargo-fuzz, and wants a nightly compiler; nothing else in the project does. It
//! begins with the seeds in `fuzz/seeds`, which the tests try as well.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;
use toml_edit::{DocumentMut, Item};

use crate::nearest::nearest;
use crate::program;
use crate::tools::{Need, Tools};
use crate::workspace::Workspace;

/// How often each property is tried unless told otherwise.
const RUNS: u64 = 1_000_000;

/// How many bytes the fuzzer makes up at most: what breaks a reader is short, and what is long is slow.
const LONGEST: &str = "4096";

/// Where the count of what was tried is kept, below the project's folder.
const COUNTS: &str = "docs/fuzz.toml";

/// What stands above the counts.
const HEAD: &str = "# How often each property of `fuzz/properties` was tried on what a fuzzer made up, and how many \
                    seconds that\n# took. `cargo xtask fuzz` writes it, where it tried one at least as often as before.\n";

/// What the command line asks of `fuzz`.
pub(crate) struct Options {
    target: Option<String>,
    runs: u64,
}

impl Options {
    /// Reads what follows `fuzz`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { target: None, runs: RUNS };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("runs") => options.runs = arguments.value()?.parse()?,
                Value(target) if options.target.is_none() => options.target = Some(target.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// How often a property was tried, and how long that took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    executions: u64,
    seconds: u64,
}

/// Tries the property asked for, or all of them, and takes down how often.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let targets = targets(workspace)?;
    let chosen = match &options.target {
        None => targets,
        Some(target) if targets.contains(target) => vec![target.clone()],
        Some(target) => {
            let names: Vec<&str> = targets.iter().map(String::as_str).collect();
            bail!("there is no target `{target}`; the nearest is `{}`", nearest(target, &names));
        }
    };
    let tools = Tools::provide(workspace, &[Need::Nightly, Need::CargoFuzz])?;
    for target in chosen {
        let count = try_on(workspace, &tools, &target, options.runs)?;
        println!("{target} holds: tried {} times in {} s", count.executions, count.seconds);
        take_down(&workspace.root().join(COUNTS), &target, count)?;
    }
    Ok(())
}

/// The names of the targets, in order.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let folder = workspace.root().join("fuzz").join("targets");
    let mut targets = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("the folder {}", folder.display()))? {
        let path = entry.with_context(|| format!("the folder {}", folder.display()))?.path();
        targets.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    targets.sort();
    Ok(targets)
}

/// Has the fuzzer try one property.
fn try_on(workspace: &Workspace, tools: &Tools, target: &str, runs: u64) -> Result<Count> {
    let made = workspace.target().join("fuzz");
    let (corpus, found) = (made.join("corpus").join(target), made.join("found").join(target));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    let mut prefix = OsString::from("-artifact_prefix=");
    prefix.push(found.join(""));
    let mut fuzz = tools.command("rustup")?;
    // There is no unsafe code to watch for what it does to memory.
    fuzz.args(["run", "nightly", "cargo", "fuzz", "run", "--fuzz-dir", "fuzz", "--sanitizer", "none", "--target-dir"])
        .arg(&made)
        .args([target.as_ref(), corpus.as_os_str()])
        .arg(workspace.root().join("fuzz").join("seeds").join(target))
        .args(["--", &format!("-runs={runs}"), &format!("-max_len={LONGEST}"), "-verbosity=1"])
        .arg(prefix)
        .current_dir(workspace.root())
        .stderr(Stdio::piped());
    let line = program::line(&fuzz);
    println!("$ {line}");
    let mut child = fuzz.spawn().with_context(|| format!("`{line}` could not be started"))?;
    let output = child.stderr.take().with_context(|| format!("`{line}` has no output"))?;
    let mut count = None;
    for said in BufReader::new(output).split(b'\n') {
        let said = said.with_context(|| format!("the output of `{line}` broke off"))?;
        let said = String::from_utf8_lossy(&said);
        eprintln!("{said}");
        count = done(&said).or(count);
    }
    let status = child.wait().with_context(|| format!("`{line}` was lost"))?;
    ensure!(
        status.success(),
        "the property `{target}` does not hold, or could not be tried. What it was tried on last is in {}: keep it in \
         fuzz/seeds/{target} under a name that begins with `found-` and says what it is, and mend what it found",
        found.display()
    );
    count.with_context(|| format!("`{line}` does not say how often it tried"))
}

/// What the fuzzer says at its end: `Done 1000000 runs in 33 second(s)`.
fn done(said: &str) -> Option<Count> {
    let (runs, rest) = said.strip_prefix("Done ")?.split_once(" runs in ")?;
    let (seconds, _) = rest.split_once(' ')?;
    Some(Count { executions: runs.parse().ok()?, seconds: seconds.parse().ok()? })
}

/// Takes down a count, unless there is a larger one.
fn take_down(file: &Path, target: &str, count: Count) -> Result<()> {
    let before = if file.is_file() {
        fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?
    } else {
        String::new()
    };
    let after = with(&before, target, count).with_context(|| format!("in {}", file.display()))?;
    fs::write(file, after).with_context(|| format!("writing {}", file.display()))
}

/// The counts with another one.
fn with(counts: &str, target: &str, count: Count) -> Result<String> {
    let mut all = BTreeMap::from([(target.to_owned(), count)]);
    let before: DocumentMut = counts.parse()?;
    for (target, table) in before.iter() {
        let number =
            |key: &str| table.get(key).and_then(Item::as_integer).and_then(|number| u64::try_from(number).ok());
        let (executions, seconds) = number("executions").zip(number("seconds")).context("a count is no count")?;
        match all.get(target) {
            Some(new) if new.executions >= executions => {}
            _ => drop(all.insert(target.to_owned(), Count { executions, seconds })),
        }
    }
    let table = |(target, Count { executions, seconds }): (String, Count)| {
        format!("\n[{target}]\nexecutions = {executions}\nseconds = {seconds}\n")
    };
    let tables: String = all.into_iter().map(table).collect();
    Ok(format!("{HEAD}{tables}"))
}

#[cfg(test)]
mod tests {
    use super::{Count, HEAD, done, with};

    #[test]
    fn the_fuzzer_says_how_often_it_tried() {
        let said = "Done 1000000 runs in 33 second(s)";
        assert_eq!(done(said), Some(Count { executions: 1_000_000, seconds: 33 }));
        assert_eq!(done("#1000000\tDONE   cov: 1"), None);
    }

    #[test]
    fn the_largest_count_of_each_is_kept() -> anyhow::Result<()> {
        let count = |executions| Count { executions, seconds: 1 };
        let first = with("", "text", count(10))?;
        assert!(first.starts_with(HEAD), "{first}");
        let more = with(&with(&first, "query", count(5))?, "text", count(20))?;
        assert!(more.contains("[text]\nexecutions = 20\nseconds = 1\n"), "{more}");
        assert!(more.contains("[query]\nexecutions = 5\n"), "{more}");
        assert_eq!(with(&more, "text", count(10))?, more);
        Ok(())
    }
}
