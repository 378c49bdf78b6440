//! The figures as JSON, for other programs and for the next run to be held against.

use std::fs;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::figure::Figure;
use crate::options::Options;

/// The name of the file.
const NAME: &str = "bench.json";

/// What the file holds.
#[derive(Serialize)]
struct Report<'a> {
    repetitions: usize,
    /// Whether all figures were taken, often enough.
    counts: bool,
    figures: &'a [Figure],
}

/// Writes the file to the folder for figures.
pub(crate) fn write(options: &Options, figures: &[Figure]) -> Result<()> {
    let report = Report { repetitions: options.repetitions, counts: options.counts(), figures };
    let file = options.out.join(NAME);
    let text = serde_json::to_string_pretty(&report).context("writing the figures as JSON")?;
    fs::write(&file, text + "\n").with_context(|| format!("writing {}", file.display()))?;
    println!("\nThe figures are in {}", file.display());
    Ok(())
}
