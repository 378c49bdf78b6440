//! What a run of the tests has counted, for whoever tells of it.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;

use anyhow::{Context, Result};

/// Notes a figure: a line with its name and value, in the file that `LINER_NOTES_FIGURES` names, if it names one.
pub(crate) fn figure(name: &str, value: u64) -> Result<()> {
    println!("figure {name} {value}");
    let Some(file) = env::var_os("LINER_NOTES_FIGURES").filter(|file| !file.is_empty()) else { return Ok(()) };
    let opened = OpenOptions::new().create(true).append(true).open(&file);
    let noted = opened.and_then(|mut opened| opened.write_all(format!("{name} {value}\n").as_bytes()));
    noted.with_context(|| format!("noting {name} in {}", file.display()))
}
