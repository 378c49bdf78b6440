//! A collection's files as text, from disk or from memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::problem::{Problem, Problems};

/// The texts of a collection's files, by their name below its folder, such as `reviews/1-first.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    texts: BTreeMap<String, String>,
}

impl Folder {
    /// A folder with these files, under a path that is only used to name them.
    pub fn new(path: impl Into<PathBuf>, texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { path: path.into(), texts: texts.into_iter().collect() }
    }

    /// Loads the TOML files of a folder on disk and of its `reviews`.
    ///
    /// # Errors
    /// When a folder cannot be listed or a file cannot be read as UTF-8.
    pub fn load(path: &Path) -> Result<Self, Problems> {
        let mut texts = BTreeMap::new();
        for (folder, prefix) in [(path.to_owned(), ""), (path.join("reviews"), "reviews/")] {
            let refuse = |path: &Path, error: &io::Error| Problem::with_file(path, format!("cannot be read: {error}"));
            for entry in fs::read_dir(&folder).map_err(|error| refuse(&folder, &error))? {
                let file = entry.map_err(|error| refuse(&folder, &error))?.path();
                if file.extension().is_some_and(|extension| extension == "toml") {
                    let text = fs::read_to_string(&file).map_err(|error| refuse(&file, &error))?;
                    let name = file.file_name().unwrap_or_default().to_string_lossy();
                    texts.insert(format!("{prefix}{name}"), text);
                }
            }
        }
        Ok(Self { path: path.to_owned(), texts })
    }

    pub(super) fn path_of(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The names of the reviews' files, in their order.
    pub(super) fn reviews(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().filter(|name| name.starts_with("reviews/")).map(String::as_str)
    }
}
