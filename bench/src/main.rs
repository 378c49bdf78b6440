//! Measures a built site and holds every figure against its target.
//!
//! `cargo xtask bench` builds the site and runs this; `docs/bench.md` says how each figure is taken.

mod figure;
mod measure;
mod options;
mod report;
mod statistics;
mod table;
mod weight;

use std::process::ExitCode;

use anyhow::{Context, Result};
use liner_notes_bench::weights;
use liner_notes_browser::{Browser, Site};

use crate::figure::{Figure, Verdict};
use crate::measure::family::Family;
use crate::measure::lighthouse::{self, Lighthouse};
use crate::measure::{Ground, browser_only};
use crate::options::Options;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let options = Options::read()?;
    let figures = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("starting to wait for Chromium")?
        .block_on(figures(&options))?;
    report::write(&options, &figures)?;
    println!("\n{}", table::table(&figures));
    if !options.counts() {
        println!("This was no whole run, so its figures are for trying things out and do not count.");
    }
    let missed = figures.iter().filter(|figure| figure.verdict != Verdict::Met).count();
    println!("{} figures, {missed} of them not as they should be.", figures.len());
    Ok(if missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Everything that was asked for.
async fn figures(options: &Options) -> Result<Vec<Figure>> {
    let pages = weights::pages(&options.site)?;
    let mut figures = Vec::new();
    if options.wants("weight") {
        figures.extend(weight::figures(&options.site, options.record, &pages)?);
    }
    let bare = options.out.join("browser-only");
    browser_only::make(&options.site, &bare)?;
    let ground = Ground {
        dist: options.site.clone(),
        site: Site::serve(&options.site, "/")?,
        browser_only: Site::serve(&bare, "/")?,
        pages,
        browser: Browser::chromium(),
        engines: options.engines.clone(),
        out: options.out.clone(),
    };
    figures.extend(repeated(options, &ground).await);
    if options.wants("lighthouse") {
        let looked = lighthouse::found(options.lighthouse.clone())
            .and_then(|program| Lighthouse::new(program, options.out.join("lighthouse")).figures(&ground));
        figures.extend(looked.unwrap_or_else(|error| vec![lighthouse::unmeasured(&format!("{error:#}"))]));
    }
    Ok(figures)
}

/// Takes the samples of every family, one repetition of all after the other.
async fn repeated(options: &Options, ground: &Ground) -> Vec<Figure> {
    let mut families = Family::all();
    families.retain(|family| options.wants(family.name));
    for repetition in 1..=options.repetitions {
        for family in &mut families {
            println!("{repetition} of {}: {}", options.repetitions, family.name);
            family.repeat(ground).await;
        }
    }
    families.iter().flat_map(Family::figures).collect()
}
