//! Where the project's folders are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The variable that names the collection to build; the app's build script reads it too.
pub(crate) const COLLECTION: &str = "LINER_NOTES_COLLECTION";

/// The folders of the project that the commands work in.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the project from what Cargo tells a program that it runs.
    pub(crate) fn find() -> Result<Self> {
        let member = env::var_os("CARGO_MANIFEST_DIR")
            .context("Cargo did not say where the project is: run this as `cargo xtask`")?;
        let root = Path::new(&member)
            .parent()
            .with_context(|| format!("{} has no folder above it", member.display()))?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => {
                std::path::absolute(&folder).with_context(|| format!("CARGO_TARGET_DIR is `{}`", folder.display()))?
            }
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The folder with the project's `Cargo.toml`, `Cargo.lock` and `index.html`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder with the project's own collection.
    pub(crate) fn own_collection(&self) -> PathBuf {
        self.root.join("assets").join("record")
    }

    /// The folder for everything that is made and can be made again.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The folder with one built site for each collection, named after the collection.
    pub(crate) fn sites(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The site built from the project's own collection.
    pub(crate) fn own_site(&self) -> PathBuf {
        self.sites().join("own")
    }
}
