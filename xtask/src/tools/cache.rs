//! The folder in the user's cache that tools are put into.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder for one tool, named after its package and version.
pub(super) fn folder(package: &str, version: &str) -> Result<PathBuf> {
    Ok(cache()?.join("liner-notes").join("tools").join(format!("{package}-{version}")))
}

/// The user's cache, as the XDG base directory specification has it.
fn cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("XDG_CACHE_HOME").map(PathBuf::from)
        && folder.is_absolute()
    {
        return Ok(folder);
    }
    env::home_dir()
        .map(|home| home.join(".cache"))
        .context("there is no home folder to keep tools in: set XDG_CACHE_HOME to a folder")
}
