//! Measuring in a browser: one file for each family of figures.
//!
//! A family takes its samples one repetition at a time, so that all of them see the same machine: whatever else it is
//! doing slows every family and every variant down alike.

pub(crate) mod browser_only;
pub(crate) mod clicks;
pub(crate) mod conditions;
pub(crate) mod family;
pub(crate) mod hydration;
pub(crate) mod lighthouse;
pub(crate) mod offline;
pub(crate) mod one_file;
pub(crate) mod paint;
pub(crate) mod search;
pub(crate) mod shift;
pub(crate) mod visit;

use std::path::PathBuf;

use liner_notes_bench::weights::Page;
use liner_notes_browser::{Browser, Site};

use crate::measure::search::Engines;

/// What is measured, and with what.
pub(crate) struct Ground {
    /// The folder with the built site.
    pub(crate) dist: PathBuf,
    /// The same, served.
    pub(crate) site: Site,
    /// The same rendered only in the browser, served.
    pub(crate) browser_only: Site,
    /// Its pages.
    pub(crate) pages: Vec<Page>,
    pub(crate) browser: Browser,
    /// What is searched with, where that was built.
    pub(crate) engines: Option<Engines>,
    /// The folder for the figures and everything on the way to them.
    pub(crate) out: PathBuf,
}

impl Ground {
    /// One route of each kind: the main pages, and the first card and review.
    pub(crate) fn kinds(&self) -> Vec<&str> {
        let routes = || self.pages.iter().map(|page| page.route.as_str());
        let below = |folder| routes().find(|route| route.split_once('/').is_some_and(|(above, _)| above == folder));
        routes().filter(|route| !route.contains('/')).chain(below("cast")).chain(below("reviews")).collect()
    }
}

/// Where a route is, with a slash at its end: without it the host would first send on to it.
pub(crate) fn path(route: &str) -> String {
    if route.is_empty() { String::new() } else { format!("{route}/") }
}
