//! Chromium and its driver, which the system's package manager installs.

use anyhow::{Context, Result};
use liner_notes_browser::programs::Programs;

use crate::tools::packages::Packages;

const PACKAGES: Packages =
    Packages { debian: &["chromium", "chromium-driver"], ubuntu: &["chromium-browser", "chromium-chromedriver"] };

/// Finds Chromium and its driver, offering to install them where it is known how.
pub(super) fn provide() -> Result<Programs> {
    let missing = match Programs::find() {
        Ok(programs) => return Ok(programs),
        Err(missing) => missing,
    };
    PACKAGES.install(missing, &["CHROME", "CHROMEDRIVER"])?;
    Programs::find().context("Chromium was installed, and still does not run")
}
