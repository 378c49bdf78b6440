//! A folder of a browser's own, for its settings and for what it writes beside its profile.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};

/// Where a browser's downloads go, in its home; what is there is a link to wherever they are to go.
pub(crate) const DOWNLOADS: &str = "downloads";

/// Makes what is round the page so narrow that the page can be as narrow as a phone.
const NARROW: &str = "headerbar, headerbar *, toolbar, toolbar *, entry, button, box { \
                      min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }\n";

/// How many have been made, so that each has a name of its own.
static MADE: AtomicUsize = AtomicUsize::new(0);

/// The folder, which goes away with it.
#[derive(Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    /// Makes an empty one.
    pub(crate) fn make() -> Result<Self> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("liner-notes-browser-{}-{number}", process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Makes one with the settings of the library that WebKitGTK draws its window with.
    pub(crate) fn for_webkit() -> Result<Self> {
        let home = Self::make()?;
        let settings = home.0.join("gtk-3.0");
        fs::create_dir_all(&settings)?;
        fs::write(settings.join("gtk.css"), NARROW)?;
        let downloads = home.0.join(DOWNLOADS);
        fs::write(home.0.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()))?;
        Ok(home)
    }

    /// Its path.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // What stays behind lies among the system's other temporary files.
        fs::remove_dir_all(&self.0).ok();
    }
}
