//! Which packages are compiled into the app, asked of Cargo.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::program;

/// A package from elsewhere that is compiled into the app.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    /// The licences that it names, as an expression.
    pub(super) licence: String,
    /// Where its makers keep its source; empty where it says nothing.
    pub(super) source: String,
    /// The folder with the source.
    pub(super) folder: PathBuf,
}

/// What Cargo knows of all packages of the project.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Known>,
}

/// What Cargo knows of one.
#[derive(Deserialize)]
struct Known {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
    /// Nothing for the project's own.
    source: Option<String>,
}

/// The packages in the app of the project in the folder `root`, in the order of their names.
pub(super) fn packages(root: &Path) -> Result<Vec<Package>> {
    // The tree is of the features that the app alone turns on; the metadata knows where the sources are.
    let tree = cargo(
        root,
        &[
            "tree",
            "--package=liner-notes",
            "--target=wasm32-unknown-unknown",
            "--edges=normal,no-proc-macro",
            "--prefix=none",
            "--format={p}",
            "--no-dedupe",
        ],
    )?;
    let metadata = cargo(root, &["metadata", "--format-version=1", "--filter-platform=wasm32-unknown-unknown"])?;
    let metadata: Metadata = serde_json::from_str(&metadata).context("what `cargo metadata` says")?;
    in_the_tree(&tree, metadata)
}

/// The packages named in the tree, but the project's own.
fn in_the_tree(tree: &str, metadata: Metadata) -> Result<Vec<Package>> {
    let named: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    let mut packages = Vec::new();
    for known in metadata.packages {
        if known.source.is_some() && named.contains(&(&known.name, &known.version)) {
            packages.push(Package {
                licence: known.license.unwrap_or_else(|| "see its text".to_owned()),
                source: known.repository.unwrap_or_default(),
                folder: known.manifest_path.parent().map(Path::to_path_buf).unwrap_or_default(),
                name: known.name,
                version: known.version,
            });
        }
    }
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    ensure!(!packages.is_empty(), "Cargo names no package that the app is made of");
    Ok(packages)
}

/// The two in a line such as `yew v0.23.0`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// What Cargo prints.
pub(super) fn cargo(root: &Path, arguments: &[&str]) -> Result<String> {
    let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    command.current_dir(root).args(arguments);
    let output = command.output().with_context(|| format!("`{}` could not be started", program::line(&command)))?;
    ensure!(
        output.status.success(),
        "`{}` failed: {}",
        program::line(&command),
        String::from_utf8_lossy(&output.stderr).trim()
    );
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed no text", program::line(&command)))
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{Metadata, in_the_tree};

    #[test]
    fn what_is_in_the_tree_and_not_our_own_is_listed_once() -> Result<()> {
        let tree = "own v0.1.0 (/here)\nb v2.0.0\na v1.0.0\n\na v1.0.0 (*)\n";
        let metadata: Metadata = serde_json::from_str(
            r#"{"packages": [
                {"name": "own", "version": "0.1.0", "manifest_path": "/here/Cargo.toml"},
                {"name": "b", "version": "2.0.0", "license": "MIT", "manifest_path": "/b/Cargo.toml", "source": "s"},
                {"name": "b", "version": "1.0.0", "license": "MIT", "manifest_path": "/old/Cargo.toml", "source": "s"},
                {"name": "a", "version": "1.0.0", "repository": "r", "manifest_path": "/a/Cargo.toml", "source": "s"}
            ]}"#,
        )?;
        let packages = in_the_tree(tree, metadata)?;
        let listed: Vec<String> =
            packages.iter().map(|one| format!("{} {} {} {}", one.name, one.version, one.licence, one.source)).collect();
        assert_eq!(listed, ["a 1.0.0 see its text r", "b 2.0.0 MIT "]);
        Ok(())
    }
}
