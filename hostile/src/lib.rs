//! Strings and files that break programs, for the tests to hold the app against.
//!
//! A small set in our own words is always at hand (`hostile/own`). What others have published is read where somebody has
//! put it: in the folder that `LINER_NOTES_CORPORA` names, or in `../shared/corpora` beside the project. A folder that is
//! there and cannot be read as it must be is an error, never a smaller set.
//!
//! - [`Hostile`] is all of it; `strings` reads the lists, [`json`] the files of JSON.

pub mod json;
mod strings;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::json::JsonFile;

/// Names the folder with what others have published.
pub const CORPORA: &str = "LINER_NOTES_CORPORA";

/// Everything hostile that is at hand.
#[derive(Clone, Debug)]
pub struct Hostile {
    /// Strings, each once: our own first, then those that others have published.
    pub strings: Vec<String>,
    /// Files that whoever reads JSON must accept or refuse.
    pub json: Vec<JsonFile>,
    /// Whether what others have published is among it.
    pub is_published: bool,
}

impl Hostile {
    /// Gathers it.
    ///
    /// # Errors
    /// When something that is there cannot be read, or is less than it must be.
    pub fn gather() -> Result<Self> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("own");
        let mut strings = strings::own(&own)?;
        let mut json = json::files(&own.join("json"))?;
        let corpora = corpora()?;
        if let Some(folder) = &corpora {
            strings.extend(strings::published(folder)?);
            json.extend(json::files(&folder.join("json"))?);
        }
        strings::each_once(&mut strings);
        Ok(Self { strings, json, is_published: corpora.is_some() })
    }
}

/// The folder with what others have published, where there is one. One that is named must be there.
fn corpora() -> Result<Option<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if let Some(named) = env::var_os(CORPORA).filter(|folder| !folder.is_empty()) {
        // Cargo runs tests in the package's folder, whatever folder the path was given in.
        let folder = root.join(named);
        ensure!(folder.is_dir(), "{CORPORA} names {}, which is no folder", folder.display());
        return Ok(Some(folder));
    }
    let beside = root.join("../shared/corpora");
    Ok(beside.is_dir().then_some(beside))
}
