//! Firefox, which the system's package manager installs, and its driver, which Cargo does.

use std::path::PathBuf;

use anyhow::{Context, Result};
use liner_notes_browser::programs::Firefox;

use crate::tools::cargo_install::Installable;
use crate::tools::packages::Packages;

const PACKAGES: Packages = Packages { debian: &["firefox-esr"], ubuntu: &["firefox"] };

/// Finds or sets up both, and gives the folder of the driver to put on PATH where it is not there already.
pub(super) fn provide() -> Result<Option<PathBuf>> {
    if let Err(missing) = Firefox::browser() {
        PACKAGES.install(missing, &["FIREFOX"])?;
        Firefox::browser().context("Firefox was installed, and still does not run")?;
    }
    if Firefox::find().is_ok() {
        return Ok(None);
    }
    Installable::geckodriver().provide()
}
