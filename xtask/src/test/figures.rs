//! What a whole run comes to, in figures: `docs/tested.md`, written by the run that it is about.
//!
//! Tests tell how much they tried in a file that an environment variable names, a line for each figure; every step has a
//! file of its own. The table is of runs in all engines in which everything passed: then every fault in the list was
//! survived, but for those that an engine passes over.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Engine, Exception};
use toml_edit::{DocumentMut, Item, TableLike};

use crate::workspace::Workspace;

/// The list of faults, below the project's folder.
const FAULTS: &str = "tests/browser/faults/faults.toml";

/// The counts of what was fuzzed.
const FUZZED: &str = "docs/fuzz.toml";

/// The table.
const TESTED: &str = "docs/tested.md";

/// The figures that a step's tests told, by their names; a name that is told more than once counts once for all.
pub(super) type Figures = BTreeMap<String, u64>;

/// Where the tests of a step tell their figures. What an earlier run told there is gone.
pub(super) fn file_for(workspace: &Workspace, step: &str) -> Result<PathBuf> {
    let folder = workspace.target().join("figures");
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {}", folder.display()))?;
    let file = folder.join(step);
    fs::write(&file, "").with_context(|| format!("emptying {}", file.display()))?;
    Ok(file)
}

/// Reads what the tests of a step told.
fn told(workspace: &Workspace, step: &str) -> Result<Figures> {
    let file = workspace.target().join("figures").join(step);
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    read(&text).with_context(|| format!("{} holds a line that is no figure", file.display()))
}

fn read(text: &str) -> Option<Figures> {
    let mut figures = Figures::new();
    for line in text.lines() {
        let (name, value) = line.split_once(' ')?;
        *figures.entry(name.to_owned()).or_default() += value.parse::<u64>().ok()?;
    }
    Some(figures)
}

/// What came of the tests of the site in an engine.
pub(super) struct InEngine {
    pub(super) engine: Engine,
    /// The name of its step.
    pub(super) step: &'static str,
    pub(super) passed: usize,
}

/// Writes the table of a whole run in which everything passed: `native` is how many tests passed that need no browser.
pub(super) fn write(
    workspace: &Workspace,
    native: usize,
    engines: &[InEngine],
    exceptions: &[Exception],
) -> Result<()> {
    let faults = faults(&read_file(workspace, FAULTS)?)?;
    let mut columns = Vec::new();
    for one in engines {
        let passed_over = exceptions.iter().filter(|exception| exception.engine == one.engine);
        let is_passed_over = |test: &str| passed_over.clone().any(|exception| exception.is_about(test));
        columns.push(Column {
            engine: one.engine,
            passed: one.passed,
            passed_over: passed_over
                .clone()
                .map(Exception::count)
                .sum::<Option<usize>>()
                .context("an exception is about a whole module, and how many tests are in it is not known")?,
            survived: faults.iter().filter(|fault| !is_passed_over(&fault.test)).count(),
            figures: told(workspace, one.step)?,
        });
    }
    let native = Native { passed: native, figures: told(workspace, "native")?, fuzzed: fuzzed(workspace)? };
    let file = workspace.root().join(TESTED);
    fs::write(&file, table(&columns, &native, &faults)?).with_context(|| format!("writing {}", file.display()))
}

fn read_file(workspace: &Workspace, path: &str) -> Result<String> {
    let file = workspace.root().join(path);
    fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
}

/// A fault that is done to the app.
struct Fault {
    fault: String,
    sees: String,
    test: String,
}

fn faults(list: &str) -> Result<Vec<Fault>> {
    let list: DocumentMut = list.parse().with_context(|| format!("{FAULTS} is no TOML"))?;
    let entries = list.get("fault").and_then(Item::as_array_of_tables).context("the list of faults is empty")?;
    let fault = |entry: &toml_edit::Table| {
        let text = |key: &str| Some(entry.get(key)?.as_str()?.to_owned());
        Some(Fault { fault: text("fault")?, sees: text("sees")?, test: text("test")? })
    };
    entries.iter().map(|entry| fault(entry).context("a fault lacks a part")).collect()
}

/// How often each property was tried on what a fuzzer made up.
fn fuzzed(workspace: &Workspace) -> Result<Figures> {
    let counts: DocumentMut = read_file(workspace, FUZZED)?.parse().with_context(|| format!("{FUZZED} is no TOML"))?;
    let executions =
        |item: &Item| item.as_table_like().and_then(|count: &dyn TableLike| count.get("executions")?.as_integer());
    let count = |(target, item): (&str, &Item)| Some((target.to_owned(), u64::try_from(executions(item)?).ok()?));
    Ok(counts.iter().filter_map(count).collect())
}

/// What the table says of an engine.
struct Column {
    engine: Engine,
    passed: usize,
    passed_over: usize,
    survived: usize,
    figures: Figures,
}

impl Column {
    /// All figures together whose names begin and end so; there must be one, or nobody has counted.
    fn sum(&self, start: &str, end: &str) -> Result<String> {
        let is_meant = |name: &String| name.starts_with(start) && name.ends_with(end);
        let values: Vec<u64> =
            self.figures.iter().filter(|(name, _)| is_meant(name)).map(|(_, value)| *value).collect();
        ensure!(!values.is_empty(), "no test in {} has told a figure `{start}…{end}`", self.engine);
        Ok(grouped(values.iter().sum()))
    }
}

/// What it says of tests that need no browser.
struct Native {
    passed: usize,
    figures: Figures,
    fuzzed: Figures,
}

fn table(columns: &[Column], native: &Native, faults: &[Fault]) -> Result<String> {
    let mut text = String::from(
        "# What was tested\n\n\
         Written by `cargo xtask test --engines all` when all of it has passed, and by nobody else.\n\n\
         ## In the engines\n\n",
    );
    let mut row = |what: &str, value: &dyn Fn(&Column) -> Result<String>| -> Result<()> {
        let values: Vec<String> = columns.iter().map(value).collect::<Result<_>>()?;
        text.push_str(&format!("| {what} | {} |\n", values.join(" | ")));
        Ok(())
    };
    row("", &|column| Ok(column.engine.to_string()))?;
    row("---", &|_| Ok("---:".to_owned()))?;
    row("tests of the site that passed", &|column| Ok(grouped(column.passed as u64)))?;
    row("tests passed over, with the reason in `tests/browser/engines.toml`", &|column| {
        Ok(column.passed_over.to_string())
    })?;
    row("routes that axe-core looked at", &|column| column.sum("axe.routes", ""))?;
    row("states of pages that it looked at", &|column| column.sum("axe.states.", ""))?;
    row("violations that it found", &|column| column.sum("axe.violations.", ""))?;
    row("what it left open, and nobody has reviewed", &|column| column.sum("axe.questions.", ""))?;
    row("hostile strings that were put in", &|column| column.sum("hostile.", ".inputs"))?;
    row("scripts that ran, and markup that came of them", &|column| column.sum("hostile.", ".escapes"))?;
    row("faults done to the app, and survived", &|column| Ok(column.survived.to_string()))?;
    text.push_str("\n## Without a browser\n\n| | |\n|---|---:|\n");
    let mut line = |what: &str, value: u64| {
        // A string takes whatever is written to it.
        let _ = writeln!(text, "| {what} | {} |", grouped(value));
    };
    line("tests that passed", native.passed as u64);
    let figure = |name: &str| native.figures.get(name).copied().unwrap_or_default();
    let strings =
        native.figures.iter().filter(|(name, _)| name.starts_with("hostile.native.") && !name.contains(".json"));
    line("hostile strings put into what reads input", strings.map(|(_, value)| value).sum());
    line("JSON files that were tried", figure("hostile.native.json"));
    line("of them accepted that must be", figure("hostile.native.json.accepted"));
    line("of them refused that must be", figure("hostile.native.json.refused"));
    for (target, executions) in &native.fuzzed {
        line(&format!("executions of the fuzzed property `{target}`"), *executions);
    }
    text.push_str("\n## The faults\n\n| What goes wrong | What the reader sees | Test |\n|---|---|---|\n");
    for Fault { fault, sees, test } in faults {
        let _ = writeln!(text, "| {fault} | {sees} | `{test}` |");
    }
    Ok(text)
}

/// A number in groups of three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let starts = |place: usize| place > 0 && (digits.len() - place).is_multiple_of(3);
    let letters =
        digits.char_indices().flat_map(|(place, digit)| starts(place).then_some(',').into_iter().chain([digit]));
    letters.collect()
}

#[cfg(test)]
mod tests {
    use liner_notes_browser::Engine;

    use super::{Column, Figures, Native, faults, grouped, read, table};

    #[test]
    fn figures_of_one_name_are_one_figure() {
        let expected: Figures = [("a.b".to_owned(), 5), ("c".to_owned(), 1)].into();
        assert_eq!(read("a.b 2\nc 1\na.b 3\n"), Some(expected));
        assert_eq!(read("a.b\n"), None);
        assert_eq!(read("a.b two\n"), None);
    }

    #[test]
    fn numbers_are_read_in_threes() {
        assert_eq!([0, 12, 123, 1_234, 1_234_567].map(grouped), ["0", "12", "123", "1,234", "1,234,567"]);
    }

    #[test]
    fn the_table_has_what_was_told() -> anyhow::Result<()> {
        let figures: Figures = read(
            "hostile.search.inputs 1000\nhostile.paste.inputs 234\nhostile.paste.escapes 0\n\
                                     axe.routes 40\naxe.states.opened 7\naxe.states.texts 5\n\
                                     axe.violations.texts 0\naxe.questions.opened 0\naxe.questions.texts 2\n",
        )
        .unwrap_or_default();
        let column = Column { engine: Engine::Firefox, passed: 301, passed_over: 2, survived: 1, figures };
        let native = Native { passed: 500, figures: Figures::new(), fuzzed: [("query".to_owned(), 1_000_000)].into() };
        let faults = faults("[[fault]]\nfault = \"It rains\"\nsees = \"Drops\"\ntest = \"weather::rain\"\n")?;
        let text = table(&[column], &native, &faults)?;
        for line in [
            "|  | Firefox |",
            "| tests of the site that passed | 301 |",
            "| states of pages that it looked at | 12 |",
            "| violations that it found | 0 |",
            "| what it left open, and nobody has reviewed | 2 |",
            "| hostile strings that were put in | 1,234 |",
            "| executions of the fuzzed property `query` | 1,000,000 |",
            "| It rains | Drops | `weather::rain` |",
        ] {
            assert!(text.lines().any(|one| one == line), "no “{line}” in {text}");
        }
        Ok(())
    }

    #[test]
    fn a_figure_that_no_test_has_told_is_not_taken_for_none() {
        let figures = read("axe.violations.texts 0\n").unwrap_or_default();
        let column = Column { engine: Engine::Firefox, passed: 1, passed_over: 0, survived: 1, figures };
        assert_eq!(column.sum("axe.violations.", "").ok().as_deref(), Some("0"));
        let error = column.sum("axe.questions.", "").map_err(|error| error.to_string());
        assert!(error.is_err_and(|error| error.contains("Firefox") && error.contains("axe.questions.")));
    }
}
