//! Figures that tests tell: how much they tried, and what came of it.

use std::env;
use std::fmt::Display;
use std::fs::OpenOptions;
use std::io::Write;

use anyhow::{Context, Result};

/// Names the file to which figures are added.
pub const FIGURES: &str = "LINER_NOTES_FIGURES";

/// Prints `figure NAME VALUE` and, where [`FIGURES`] names a file, adds `NAME VALUE` as a line to it. Names have their
/// parts parted by points, such as `hostile.inputs`.
///
/// # Errors
///
/// When the file cannot be written.
pub fn tell(name: &str, value: impl Display) -> Result<()> {
    println!("figure {name} {value}");
    let Some(file) = env::var_os(FIGURES).filter(|file| !file.is_empty()) else { return Ok(()) };
    // One piece, as several tests may write at a time.
    let line = format!("{name} {value}\n");
    let added =
        OpenOptions::new().create(true).append(true).open(&file).and_then(|mut to| to.write_all(line.as_bytes()));
    added.with_context(|| format!("adding to {}, the file of figures", file.display()))
}
