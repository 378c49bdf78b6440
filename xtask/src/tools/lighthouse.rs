//! Lighthouse, which judges the finished pages.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::program;
use crate::tools::{cache, npm};

/// The release that is set up: the last one for Node 18 and 20. Scores of different releases are not to be compared,
/// so none is taken from PATH.
const RELEASE: &str = "12.8.2";

/// Gives the program, or none where it cannot be had; the rest can be measured without it.
pub(super) fn provide() -> Result<Option<PathBuf>> {
    let root = cache::folder("lighthouse", RELEASE)?;
    let found = root.join("node_modules").join(".bin").join("lighthouse");
    if is_there(&found) {
        return Ok(Some(found));
    }
    match npm::fetch("Lighthouse", &format!("lighthouse@{RELEASE}"), &root) {
        Ok(true) if is_there(&found) => return Ok(Some(found)),
        Ok(true) => println!("Lighthouse was fetched, and does not run: it takes Node 18 or newer."),
        Ok(false) => {}
        Err(error) => println!("{error:#}"),
    }
    println!("Its figures count as not measured.");
    Ok(None)
}

fn is_there(program: &std::path::Path) -> bool {
    program::version(&mut Command::new(program)).as_deref() == Some(RELEASE)
}
