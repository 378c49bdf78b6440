//! MiniSearch, the search that ours is held against.

use std::path::PathBuf;

use anyhow::Result;

use crate::tools::{cache, npm};

/// The release that is set up.
const RELEASE: &str = "7.2.0";

/// Gives its script, or none where it cannot be had; the rest can be measured without it.
pub(super) fn provide() -> Result<Option<PathBuf>> {
    let root = cache::folder("minisearch", RELEASE)?;
    let script = root.join("node_modules/minisearch/dist/umd/index.js");
    if script.is_file() {
        return Ok(Some(script));
    }
    match npm::fetch("MiniSearch", &format!("minisearch@{RELEASE}"), &root) {
        Ok(true) if script.is_file() => return Ok(Some(script)),
        Ok(true) => println!("MiniSearch was fetched, and its script is not where it is looked for."),
        Ok(false) => {}
        Err(error) => println!("{error:#}"),
    }
    println!("What is held against it counts as not measured.");
    Ok(None)
}
