//! Files that are JSON or are not, each with what must become of it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// What whoever reads JSON must do with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is JSON.
    Accepted,
    /// It is none.
    Refused,
    /// The standard leaves it open.
    Either,
}

/// A file and what must become of it.
#[derive(Clone, Debug)]
pub struct JsonFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What must become of it, by how its name begins.
    pub expected: Expected,
}

/// The files of a folder. Their names begin with `y` where they are JSON, with `n` where they are none, with `i` where
/// that is left open.
pub(crate) fn files(folder: &Path) -> Result<Vec<JsonFile>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))? {
        let path = entry.with_context(|| format!("the folder {}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let expected = match name.split_once('_').map(|(first, _)| first) {
            Some("y") => Expected::Accepted,
            Some("n") => Expected::Refused,
            Some("i") => Expected::Either,
            _ => bail!("the name of {} does not say whether it is JSON", path.display()),
        };
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        files.push(JsonFile { name, bytes, expected });
    }
    ensure!(!files.is_empty(), "there is nothing in {}", folder.display());
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}
