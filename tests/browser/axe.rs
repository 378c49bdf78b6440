//! axe-core, which finds what keeps people from using a page, with every one of its rules: those that are experimental,
//! those that are only good practice and those of level AAA among them.
//!
//! What it is sure of may not be. What it leaves to a person to judge has been looked at, and stands in [`reviewed`] with
//! a reason; each entry there must still be needed.
//!
//! - [`rounds`] is where axe goes: every address, and what opens on pages.

mod reviewed;
mod rounds;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use liner_notes_browser::Screen;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::reader::Reader;
use liner_notes_browser::figures::tell;
use reviewed::REVIEWED;

/// Runs axe on the page as it is, and gives what it has found: what has been looked at by its place in the list, all else
/// in words. `source` is axe itself, where the page does not have it yet.
const JUDGE: &str = "
    const [reviewed, sure, unsure, done] = arguments;
    // What has been scrolled lies under the bars.
    scrollTo(0, 0);
    for (const one of document.querySelectorAll('body *')) if (one.scrollTop) one.scrollTop = 0;
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    // What it would reckon of every element, and nobody reads, is left out.
    const options = { rules, elementRef: true, selectors: false, resultTypes: ['violations', 'incomplete'] };
    axe.run(document, options).then(({ violations, incomplete }) => {
        const found = new Set();
        const known = new Set();
        const look = (kind, result) => {
            for (const { element, html, any, all, none } of result.nodes) {
                const place = kind === sure ? -1
                    : reviewed.findIndex(([rule, css]) => rule === result.id && element.matches(css));
                if (place >= 0) known.add(place);
                else {
                    const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
                    found.add(`${kind} of ${result.id}: ${html.slice(0, 160)} – ${why}`);
                }
            }
        };
        for (const one of violations) look(sure, one);
        for (const one of incomplete) look(unsure, one);
        done({ found: [...found], known: [...known], rules: Object.keys(rules).length });
    }, error => done({ found: [String(error)], known: [], rules: 0 }));";

/// What [`JUDGE`] calls what axe is sure of, and what it leaves to a person.
const VIOLATION: &str = "violation";
const QUESTION: &str = "open question";

/// What axe says of a page.
#[derive(Deserialize)]
struct Judgement {
    found: Vec<String>,
    known: Vec<usize>,
    rules: usize,
}

/// What axe has said on a round.
#[derive(Default)]
pub(crate) struct Said {
    /// Everything that nobody has looked at, with the first place where it was and in how many states.
    faults: BTreeMap<String, (String, usize)>,
    /// What has been looked at and was there, by its place in the list.
    known: BTreeSet<usize>,
    /// How many pages it has looked at, and how often.
    routes: usize,
    states: usize,
}

impl Said {
    fn and(mut self, other: Self) -> Self {
        for (fault, (first, times)) in other.faults {
            self.faults.entry(fault).or_insert((first, 0)).1 += times;
        }
        self.known.extend(other.known);
        self.routes += other.routes;
        self.states += other.states;
        self
    }

    /// How much of a kind nobody has looked at.
    fn count(&self, kind: &str) -> usize {
        self.faults.keys().filter(|fault| fault.starts_with(kind)).count()
    }

    /// Tells in how many states pages were, and what came of it.
    fn tell(&self, round: &str) -> Result<()> {
        tell(&format!("axe.states.{round}"), self.states)?;
        tell(&format!("axe.violations.{round}"), self.count(VIOLATION))?;
        tell(&format!("axe.questions.{round}"), self.count(QUESTION))
    }
}

/// axe's script.
fn source() -> Result<&'static str> {
    static SOURCE: OnceLock<std::result::Result<String, String>> = OnceLock::new();
    let read = || -> Result<String> {
        let file = env::var_os("LINER_NOTES_AXE").filter(|file| !file.is_empty()).context(
            "LINER_NOTES_AXE names no script: run `cargo xtask test`, which fetches axe-core and runs these tests",
        )?;
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    };
    let source = SOURCE.get_or_init(|| read().map_err(|error| format!("{error:#}")));
    source.as_deref().map_err(|error| anyhow!("{error}"))
}

/// Has axe look at the page that a reader has before them, on each of the screens.
async fn judge(reader: &Reader, name: &str, screens: &[(&str, Screen)], said: &mut Said) -> Result<()> {
    let reviewed: Value = REVIEWED.iter().map(|one| json!([one.rule, one.css])).collect();
    // A page with thousands of elements takes its time where much else is done.
    reader.page().set_script_timeout(Duration::from_secs(120)).await?;
    for (screen_name, screen) in screens {
        reader.page().show_on(screen).await?;
        // What is of this page stays; another engine may forget it with each script.
        let is_there: bool = reader.ask("return typeof axe === 'object'").await?;
        let script = if is_there { JUDGE.to_owned() } else { format!("{}\n{JUDGE}", source()?) };
        let answer =
            reader.page().execute_async(script, vec![reviewed.clone(), json!(VIOLATION), json!(QUESTION)]).await?;
        let judgement: Judgement = serde_json::from_value(answer.json().clone())?;
        ensure!(judgement.rules > 90, "axe has only {} rules: {:?}", judgement.rules, judgement.found);
        for fault in judgement.found {
            said.faults.entry(fault).or_insert((format!("{name}, {screen_name}"), 0)).1 += 1;
        }
        said.known.extend(judgement.known);
        said.states += 1;
    }
    Ok(())
}

/// Nothing is wrong with what was said.
fn nothing_wrong(said: &Said) -> Result<()> {
    ensure!(said.states > 0, "axe has looked at nothing");
    let fault =
        |(fault, (first, times)): (&String, &(String, usize))| format!("{fault} ({times} times, first: {first})");
    // Violations before open questions.
    let shown: Vec<String> = said.faults.iter().rev().take(60).map(fault).collect();
    ensure!(shown.is_empty(), "{} in {} states:\n{}", said.faults.len(), said.states, shown.join("\n"));
    Ok(())
}

#[tokio::test]
async fn axe_finds_nothing_at_any_address() -> Result<()> {
    let said = rounds::addresses().await?;
    tell("axe.routes", said.routes)?;
    said.tell("addresses")?;
    nothing_wrong(said)
}

#[tokio::test]
async fn axe_finds_nothing_in_what_opens() -> Result<()> {
    let said = rounds::opened().await?;
    said.tell("opened")?;
    nothing_wrong(said)
}

#[tokio::test]
async fn axe_finds_nothing_in_attached_texts() -> Result<()> {
    let said = rounds::texts().await?;
    said.tell("texts")?;
    nothing_wrong(said)
}

#[tokio::test]
async fn axe_would_find_what_is_wrong() -> Result<()> {
    let reader = Reader::of(&crate::collection::Collection::own()?).await?;
    reader.open("cast").await?;
    let spoil = "const spoilt = ['img', 'button'].map(name => document.createElement(name)); \
                 document.querySelector('main h1').replaceChildren(...spoilt); return spoilt.length";
    reader.ask::<usize>(spoil).await?;
    let mut said = Said::default();
    judge(&reader, "/cast", &[("as it is", Screen::new(1280, 900).light())], &mut said).await?;
    for rule in ["image-alt", "button-name"] {
        let is_found = said.faults.keys().any(|fault| fault.contains(&format!("{VIOLATION} of {rule}")));
        ensure!(is_found, "{rule} is not among {:?}", said.faults.keys());
    }
    Ok(())
}

#[tokio::test]
async fn what_was_looked_at_is_still_there() -> Result<()> {
    let mut known: BTreeSet<usize> = BTreeSet::new();
    for said in [rounds::addresses().await?, rounds::opened().await?, rounds::texts().await?] {
        known.extend(&said.known);
    }
    let gone: Vec<String> = REVIEWED
        .iter()
        .enumerate()
        .filter(|(place, _)| !known.contains(place))
        .map(|(_, one)| format!("{} at `{}` ({})", one.rule, one.css, one.why))
        .collect();
    ensure!(gone.is_empty(), "the list has what is no more:\n{}", gone.join("\n"));
    tell("axe.reviewed", REVIEWED.len())
}
