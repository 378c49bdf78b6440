//! Programs that npm fetches.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use liner_notes_browser::programs::on_path;

use crate::program;

/// Fetches a package, named with its version, into `root`, for the program that is missing; says so and gives false
/// where npm is missing too.
pub(super) fn fetch(missing: &str, package: &str, root: &Path) -> Result<bool> {
    if on_path("npm").is_none() {
        println!("{missing} is missing, and so is npm to fetch it with.");
        return Ok(false);
    }
    println!("{missing} is missing. npm fetches it once, in under a minute, into {}.", root.display());
    std::fs::create_dir_all(root).with_context(|| format!("the folder {} cannot be made", root.display()))?;
    program::run(
        Command::new("npm").args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(root).arg(package),
        "If the package could not be fetched, npm does not reach its registry: check the network \
         and proxy. Or install it in another way and have it on PATH.",
    )
    .with_context(|| format!("setting up {missing}"))?;
    Ok(true)
}
