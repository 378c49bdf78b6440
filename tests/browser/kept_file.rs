//! The app as one file, kept by itself in an empty folder, as someone does who takes it along.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};

use crate::collection::{Collection, built};

/// What a build calls it.
const NAME: &str = "liner-notes.html";

/// How many have been kept, so that each has a folder of its own.
static KEPT: AtomicUsize = AtomicUsize::new(0);

/// The file in its folder, which goes away with it.
pub(crate) struct KeptFile {
    folder: PathBuf,
}

impl KeptFile {
    /// Keeps the one file of a collection.
    pub(crate) fn of(collection: &Collection) -> Result<Self> {
        let number = KEPT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("liner-notes-kept-{}-{number}", process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("making the folder {}", folder.display()))?;
        let kept = Self { folder: folder.canonicalize()? };
        let source = built(&collection.name)?.join(NAME);
        fs::copy(&source, kept.folder.join(NAME)).with_context(|| format!("copying {}", source.display()))?;
        Ok(kept)
    }

    /// The full address of a path of the app, which stands after a `#`.
    pub(crate) fn address(&self, path: &str) -> String {
        let file = self.folder.join(NAME).display().to_string().replace('\\', "/");
        format!("file:///{}#/{path}", file.trim_start_matches('/'))
    }
}

impl Drop for KeptFile {
    fn drop(&mut self) {
        // A folder that stays behind lies among the system's other temporary ones.
        fs::remove_dir_all(&self.folder).ok();
    }
}
