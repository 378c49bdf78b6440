//! WebKitGTK, its driver and a screen for it, which the system's package manager installs.

use anyhow::{Context, Result};
use liner_notes_browser::Engine;
use liner_notes_browser::programs::WebKit;

use crate::tools::packages::Packages;

const NAMES: &[&str] = &["webkit2gtk-driver", "xvfb"];

const PACKAGES: Packages = Packages { debian: NAMES, ubuntu: NAMES };

/// Finds them, offering to install them where it is known how. On a system that has no WebKitGTK says so: the tests in
/// it are not there either.
pub(super) fn provide() -> Result<()> {
    if !Engine::WebKit.is_to_be_had() {
        println!("WebKitGTK is not to be had on this system: what is tested in it is tested on Linux alone.");
        return Ok(());
    }
    if let Err(missing) = WebKit::find() {
        PACKAGES.install(missing, &["WEBKIT", "WEBKITDRIVER"])?;
        WebKit::find().context("WebKitGTK was installed, and still is not found")?;
    }
    Ok(())
}
