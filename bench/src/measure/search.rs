//! Searching: our engine beside MiniSearch over the same documents, in workers of one Chromium; and how soon the page has
//! what it asks, over the record and over many texts.
//!
//! The two take turns, so that a busy minute of the machine slows both down. Every query is asked once before it counts,
//! for both compile what is often used.

mod documents;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use liner_notes_browser::{Page, Site};
use liner_notes_record::{packed, source};
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json};

use crate::figure::{Figure, Target, Unit};
use crate::measure::Ground;
use crate::measure::conditions::{Conditions, desk};
use crate::measure::visit::{fresh, visit};
use crate::statistics::{median, percentile};

use documents::{Language, typed};

/// Documents that both engines search, and about how many words one has.
const DOCUMENTS: (usize, usize) = (20_000, 160);

/// Attached texts, how many paragraphs one has, and about how many words a paragraph: 700 in each text.
const TEXTS: (usize, usize, usize) = (2_000, 10, 70);

/// Of a hundred queries so many must keep to it.
const PERCENT: usize = 95;

/// What our engine may take of the time that MiniSearch takes to build.
const BUILD: f64 = 0.5;

/// The longest that a search of the record may take, and one of many texts, in milliseconds.
const LONGEST: (f64, f64) = (16.0, 50.0);

/// Types one text after the other into the field of the search and gives how long it was from each question to the desk
/// until the page heard its answer.
const TYPE: &str = "\
const [given, done] = arguments;
const texts = [].concat(given);
const field = document.querySelector('.search-field');
const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
const { ask } = linerNotes;
let asked;
linerNotes.ask = (question) => { asked = performance.now(); ask(question); };
const type = (text) => new Promise((then) => {
  addEventListener('liner-notes:heard', () => then(performance.now() - asked), { once: true, capture: true });
  set.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
});
(async () => {
  const took = [];
  for (const text of texts) took.push(await type(text));
  return took;
})().then(done, (error) => done(String(error)));
";

/// What both are searched with, built by `cargo xtask bench`.
#[derive(Clone, Debug)]
pub(crate) struct Engines {
    /// The folder with ours, as wasm-bindgen writes it.
    pub(crate) ours: PathBuf,
    /// MiniSearch's script, where it could be had.
    pub(crate) minisearch: Option<PathBuf>,
    /// The folder with the record's files.
    pub(crate) collection: PathBuf,
}

/// What one repetition came to.
#[derive(Clone, Debug, Default)]
struct Taken {
    build: f64,
    /// How long each query took.
    queries: Vec<f64>,
    /// How many documents each found.
    found: Vec<usize>,
    memory: f64,
}

/// The samples of all repetitions.
#[derive(Default)]
pub(crate) struct Search {
    /// The folder that is served, made at the first repetition, and what is typed over the record.
    served: Option<(Site, Vec<String>)>,
    /// Ours and MiniSearch's; nothing of the latter where it is missing.
    pairs: Vec<(Taken, Option<Taken>)>,
    texts: Vec<Taken>,
    /// How long the page waited, for each query over the record.
    record: Vec<f64>,
}

impl Search {
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        let engines =
            ground.engines.as_ref().context("--engine and --collection say what is searched, and with what")?;
        if self.served.is_none() {
            let folder = ground.out.join("search");
            let asked = lay_out(&folder, engines)?;
            self.served = Some((Site::serve(&folder, "/")?, asked));
        }
        let Some((site, asked)) = &self.served else { return Ok(()) };
        let page = fresh(&ground.browser, &desk(), Conditions::FAST).await?;
        page.goto(site.address("")).await?;
        let ours = ours(&page, "documents.data", "find", "queries.data").await.context("our engine")?;
        let theirs = match engines.minisearch {
            Some(_) => Some(theirs(&page).await.context("MiniSearch")?),
            None => None,
        };
        let texts = self::ours(&page, "texts.data", "show", "phrases.data").await.context("many texts")?;
        page.close().await?;
        let record = over_record(ground, asked).await.context("the record")?;
        self.pairs.push((ours, theirs));
        self.texts.push(texts);
        self.record.extend(record);
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let times = self.pairs.len();
        let late = |taken: &Taken| percentile(&taken.queries, PERCENT).unwrap_or_default();
        let ours: Vec<&Taken> = self.pairs.iter().map(|(ours, _)| ours).collect();
        let ratio = |name: &str, most: f64, of: &dyn Fn(&Taken) -> f64, write: &dyn Fn(f64) -> String| {
            let pairs = self.pairs.iter().filter_map(|(ours, theirs)| Some((of(ours), of(theirs.as_ref()?))));
            let ratios: Vec<f64> = pairs.clone().map(|(ours, theirs)| ours / theirs).collect();
            let (ours, theirs): (Vec<f64>, Vec<f64>) = pairs.unzip();
            let figure = Figure::new(name, Unit::Ratio, Target::AtMost(most), median(&ratios));
            match (median(&ours), median(&theirs)) {
                (Some(ours), Some(theirs)) => {
                    figure.note(format!("median of {times}: {} / {}", write(ours), write(theirs)))
                }
                _ => figure.note("no MiniSearch: it takes npm to fetch it with"),
            }
        };
        let milliseconds = |value: f64| format!("{value:.1} ms");
        let memory = |value: f64| format!("{:.1} MB", value / 1e6);
        let all = |taken: &[Taken]| taken.iter().flat_map(|taken| taken.queries.iter().copied()).collect::<Vec<f64>>();
        let of = |queries: &[f64]| {
            format!("of {} queries, the median {:.1} ms", queries.len(), median(queries).unwrap_or_default())
        };
        let texts = all(&self.texts);
        let built: Vec<f64> = self.texts.iter().map(|taken| taken.build).collect();
        let grown: Vec<f64> = self.texts.iter().map(|taken| taken.memory).collect();
        let found = ours.last().map_or(0, |taken| taken.found.iter().filter(|found| **found > 0).count());
        vec![
            ratio("search: build, ours / MiniSearch", BUILD, &|taken| taken.build, &milliseconds),
            ratio("search: query, ours / MiniSearch", 1.0, &late, &milliseconds),
            ratio("search: memory, ours / MiniSearch", 1.0, &|taken| taken.memory, &memory),
            Figure::new(
                "search: the record, from question to answer",
                Unit::Milliseconds,
                Target::AtMost(LONGEST.0),
                percentile(&self.record, PERCENT),
            )
            .note(of(&self.record)),
            Figure::new(
                "search: 2,000 texts",
                Unit::Milliseconds,
                Target::AtMost(LONGEST.1),
                percentile(&texts, PERCENT),
            )
            .note(format!(
                "{}; built in {:.0} ms, {}; {found} queries find something in the documents",
                of(&texts),
                median(&built).unwrap_or_default(),
                memory(median(&grown).unwrap_or_default())
            )),
        ]
    }
}

/// Makes the folder that is served, and gives what is typed over the record.
fn lay_out(folder: &Path, engines: &Engines) -> Result<Vec<String>> {
    fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))
    };
    let copy = |from: &Path, name: &str| {
        let bytes = fs::read(from).with_context(|| format!("reading {}", from.display()))?;
        write(name, &bytes)
    };
    let record = source::read(&engines.collection).map_err(|problems| anyhow!("{problems}"))?;
    let language = Language::of(&record);
    let queries = language.queries();
    let texts = language.texts(TEXTS.0, TEXTS.1, TEXTS.2);
    let phrases: Vec<&String> = queries.iter().collect();
    let quoted = language.phrases(&texts);
    let phrases: Vec<&String> = phrases.into_iter().chain(&quoted).collect();
    write("record.data", &packed::pack(&record).map_err(anyhow::Error::msg)?)?;
    write("documents.data", &serde_json::to_vec(&language.texts(DOCUMENTS.0, 1, DOCUMENTS.1))?)?;
    write("texts.data", &serde_json::to_vec(&texts)?)?;
    write("queries.data", &serde_json::to_vec(&queries)?)?;
    write("phrases.data", &serde_json::to_vec(&phrases)?)?;
    write("index.html", include_bytes!("search/page.html"))?;
    write("worker.js", include_bytes!("search/worker.js"))?;
    copy(&engines.ours.join("engine.js"), "engine.js")?;
    copy(&engines.ours.join("engine_bg.wasm"), "engine.wasm")?;
    match &engines.minisearch {
        Some(script) => copy(script, "minisearch.js")?,
        None => write("minisearch.js", b"")?,
    }
    Ok(typed(&record))
}

/// Our engine over some documents: built, and asked how it finds them.
async fn ours(page: &Page, documents: &str, how: &str, queries: &str) -> Result<Taken> {
    have::<Value>(page, "open", json!({ "which": "ours", "documents": documents })).await?;
    let build = have(page, "build", json!({ "isShown": how == "show" })).await?;
    let (queries, found) = asked(page, how, queries).await?;
    let memory = have(page, "grown", Value::Null).await?;
    Ok(Taken { build, queries, found, memory })
}

/// MiniSearch over the documents, and then once more on the page itself, for what its heap grows by.
async fn theirs(page: &Page) -> Result<Taken> {
    have::<Value>(page, "open", json!({ "which": "theirs", "documents": "documents.data" })).await?;
    let build = have(page, "build", json!({})).await?;
    let (queries, found) = asked(page, "find", "queries.data").await?;
    page.execute_async("hold('documents.data').then(arguments[0])", Vec::new()).await?;
    let before = heap(page).await?;
    page.execute("build()", Vec::new()).await?;
    let memory = heap(page).await? - before;
    page.execute("numbered = index = null", Vec::new()).await?;
    Ok(Taken { build, queries, found, memory })
}

/// How long each query took and how many documents it found, the second time that all are asked.
async fn asked(page: &Page, how: &str, queries: &str) -> Result<(Vec<f64>, Vec<usize>)> {
    let given = json!({ "how": how, "queries": queries });
    have::<Value>(page, "ask", given.clone()).await?;
    let took: Vec<(f64, usize)> = have(page, "ask", given).await?;
    Ok(took.into_iter().unzip())
}

/// Has the page's worker do something.
async fn have<T: DeserializeOwned>(page: &Page, what: &str, given: Value) -> Result<T> {
    let script = "const [what, given, done] = arguments; \
                  have(what, given).then((said) => done({ said }), (failed) => done({ failed: String(failed) }))";
    let answer = page.execute_async(script, vec![what.into(), given]).await?;
    let mut answer = answer.json().clone();
    ensure!(answer.get("failed").is_none(), "the worker, asked to {what}: {answer}");
    from_value(answer["said"].take()).with_context(|| format!("what the worker says, asked to {what}"))
}

/// What the page's own heap holds once garbage is collected, in bytes: what scripts have, and what backs their buffers.
async fn heap(page: &Page) -> Result<f64> {
    let chromium = page.cdp();
    // What is only found to be garbage once something else is gone goes the second time.
    for _ in 0..2 {
        chromium.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let usage = chromium.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let part = |name: &str| usage.get(name).and_then(Value::as_f64);
    Ok(part("usedSize").context("Chromium does not tell of its heap")? + part("backingStorageSize").unwrap_or_default())
}

/// How long the search page of the site waits for each answer over the record, the first of which makes it ready.
async fn over_record(ground: &Ground, asked: &[String]) -> Result<Vec<f64>> {
    let page = fresh(&ground.browser, &desk(), Conditions::FAST).await?;
    visit(&page, &ground.site.address("search/")).await?;
    page.execute_async(TYPE, vec![json!(asked.last())]).await?;
    let took = page.execute_async(TYPE, vec![json!(asked)]).await?;
    page.close().await?;
    from_value(took.json().clone()).with_context(|| format!("typing into the search: {}", took.json()))
}
