//! axe-core, which looks for what keeps people from using a page.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::tools::{cache, npm};

/// The release that is set up. What the tests list as looked through is what this one finds.
const RELEASE: &str = "4.14.1";

/// Gives its script.
pub(super) fn provide() -> Result<PathBuf> {
    let root = cache::folder("axe-core", RELEASE)?;
    let script = root.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() && !npm::fetch("axe-core", &format!("axe-core@{RELEASE}"), &root)? {
        bail!(
            "the tests of what everyone can use need axe-core. Install npm, which comes with Node.js, and run this again"
        );
    }
    if !script.is_file() {
        bail!("axe-core was fetched, and its script is not at {}", script.display());
    }
    Ok(script)
}
