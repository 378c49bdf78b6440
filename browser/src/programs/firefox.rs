//! Where Firefox and the program that drives it are on this machine.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{find, release};

/// Names that Firefox goes by.
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Where Firefox is on systems that put it on no PATH.
const FIREFOX_ELSEWHERE: [&str; 2] =
    ["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"];

/// Firefox and its driver, which works with any version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firefox {
    /// Firefox.
    pub firefox: PathBuf,
    /// Its driver, geckodriver.
    pub driver: PathBuf,
}

impl Firefox {
    /// Finds both. The variables `FIREFOX` and `GECKODRIVER` decide where they are set; else PATH does.
    ///
    /// # Errors
    ///
    /// When one is missing or does not run; the error says what to install.
    pub fn find() -> Result<Self> {
        let driver = find("GECKODRIVER", &["geckodriver"], &[])
            .context("the driver of Firefox is missing: install geckodriver, or set GECKODRIVER to where it is")?;
        release(&driver)?;
        Ok(Self { firefox: Self::browser()?, driver })
    }

    /// Finds Firefox alone.
    ///
    /// # Errors
    ///
    /// When it is missing or does not run; the error says what to install.
    pub fn browser() -> Result<PathBuf> {
        let firefox = find("FIREFOX", &FIREFOX, &FIREFOX_ELSEWHERE)
            .context("Firefox is missing: install it, or set FIREFOX to where it is")?;
        release(&firefox)?;
        Ok(firefox)
    }
}
