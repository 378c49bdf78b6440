//! One visit to a page, from the first byte until nothing more comes.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Browser, Page, Screen};
use serde::Deserialize;
use serde_json::{Value, from_value};

use crate::measure::conditions::Conditions;

/// Runs before everything else on a page.
const OBSERVE: &str = include_str!("observe.js");

/// How long a page is watched after its app, its files and its fonts are there: long enough for the last paint to be
/// told of.
const AFTERGLOW: Duration = Duration::from_millis(400);

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often to look whether it is done.
const GLANCE: Duration = Duration::from_millis(50);

/// What was noted of a visit, in milliseconds since it began.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Seen {
    /// The first paint with something in it.
    pub(crate) first_paint: f64,
    /// The paint of the largest thing on the screen.
    pub(crate) largest_paint: f64,
    /// What was the largest thing so far, whenever that changed.
    pub(crate) largest: Vec<Largest>,
    /// The layout shifts, added up.
    pub(crate) shift: f64,
    /// Each of them.
    pub(crate) shifts: Vec<Shift>,
    /// When the app took over.
    pub(crate) ready: f64,
}

/// Something was the largest thing on the screen from then on.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Largest {
    pub(crate) at: f64,
    /// In square pixels.
    pub(crate) size: f64,
    pub(crate) what: String,
}

/// Something on the page moved.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Shift {
    pub(crate) value: f64,
    pub(crate) at: f64,
    pub(crate) moved: Vec<Option<String>>,
}

/// Opens an empty page in a Chromium of its own, which knows nothing from earlier.
pub(crate) async fn fresh(browser: &Browser, screen: &Screen, conditions: Conditions) -> Result<Page> {
    let page = browser.page(screen).await?;
    page.before_each(OBSERVE).await?;
    conditions.apply(&page).await?;
    Ok(page)
}

/// The same with a trace.
pub(crate) async fn traced(browser: &Browser, screen: &Screen, categories: &[&str]) -> Result<Page> {
    let page = browser.page_with_trace(screen, categories).await?;
    page.before_each(OBSERVE).await?;
    Ok(page)
}

/// Goes to an address and watches until the app is ready, all of the page is laid out, everything that it asked for is
/// there, and nothing more is painted.
pub(crate) async fn visit(page: &Page, address: &str) -> Result<Seen> {
    page.goto(address).await?;
    settle(page).await.with_context(|| format!("visiting {address}"))?;
    noted(page).await
}

/// Waits until the page has come to rest.
pub(crate) async fn settle(page: &Page) -> Result<()> {
    let is_done = "return document.readyState === 'complete' && linerNotesNoted.ready > 0 \
                   && 'laidOut' in document.documentElement.dataset && document.fonts.status === 'loaded'";
    let start = tokio::time::Instant::now();
    while page.execute(is_done, Vec::new()).await?.json() != &Value::Bool(true) {
        ensure!(start.elapsed() < PATIENCE, "the page has not come to rest after {} s", PATIENCE.as_secs());
        tokio::time::sleep(GLANCE).await;
    }
    tokio::time::sleep(AFTERGLOW).await;
    Ok(())
}

/// What has been noted so far.
async fn noted(page: &Page) -> Result<Seen> {
    let noted = page.execute("return linerNotesNoted", Vec::new()).await?;
    let seen: Seen = from_value(noted.json().clone()).context("what was noted of the page")?;
    ensure!(seen.first_paint > 0.0, "the page painted nothing");
    Ok(seen)
}
