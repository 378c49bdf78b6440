//! Where WebKitGTK's small browser, its driver and a screen for it are on this machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{find, on_path};

/// The folders of libraries in which Linux distributions keep what belongs to a library.
const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/libexec", "/usr/lib64"];

/// What drives WebKitGTK, and what that needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebKit {
    /// The browser that comes with the library, MiniBrowser.
    pub browser: PathBuf,
    /// Its driver, WebKitWebDriver.
    pub driver: PathBuf,
    /// A screen that nobody sees, Xvfb: the browser has no mode without a window.
    pub screen: PathBuf,
}

impl WebKit {
    /// Finds all three. The variables `WEBKIT` and `WEBKITDRIVER` decide where they are set; else PATH does, and for
    /// the browser the folders of the library.
    ///
    /// # Errors
    ///
    /// When one is missing; the error says what to install.
    pub fn find() -> Result<Self> {
        let driver = find("WEBKITDRIVER", &["WebKitWebDriver"], &[]).context(
            "the driver of WebKitGTK is missing: install WebKitWebDriver, or set WEBKITDRIVER to where it is",
        )?;
        let browser = find("WEBKIT", &["MiniBrowser"], &[]).or_else(beside_the_library).context(
            "the browser of WebKitGTK is missing: install the library with its MiniBrowser, or set WEBKIT to where it is",
        )?;
        let screen = on_path("Xvfb").context("a screen for WebKitGTK is missing: install Xvfb")?;
        Ok(Self { browser, driver, screen })
    }
}

/// The browser, in a folder such as `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1`.
fn beside_the_library() -> Option<PathBuf> {
    let inside = |folder: PathBuf| {
        let mut folders: Vec<PathBuf> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|one| one.path()).collect();
        folders.sort();
        folders
    };
    let libraries = LIBRARIES.iter().flat_map(|folder| [vec![PathBuf::from(folder)], inside(folder.into())].concat());
    let is_webkit = |folder: &Path| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit"));
    libraries
        .flat_map(inside)
        .filter(|folder| is_webkit(folder))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|program| program.is_file())
}
