//! No script of the project makes markup or code of a text: what Clippy holds the Rust to, for what it does not read.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// What makes a text into markup or into code, wherever it stands in a script.
const BANNED: [&str; 16] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "setHTML",
    "parseFromString",
    "DOMParser",
    "srcdoc",
    "document.write",
    "eval(",
    "new Function",
    "Function(",
    "javascript:",
    "setAttribute(\"on",
    "setAttribute(\"style\"",
    ".style.cssText",
];

/// The folders with scripts, and the file in which one stands as a text.
const PLACES: [&str; 3] = ["assets", "xtask/src/one_file", "xtask/src/assemble/desk.rs"];

#[test]
fn no_script_makes_markup_or_code_of_a_text() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the project's folder")?;
    let mut scripts = Vec::new();
    for place in PLACES {
        gather(&root.join(place), &mut scripts)?;
    }
    ensure!(scripts.len() >= 9, "only {scripts:?} were found");
    for script in scripts {
        let text = fs::read_to_string(&script)?;
        for (number, line) in text.lines().enumerate() {
            let found = BANNED.iter().find(|banned| line.contains(*banned));
            ensure!(found.is_none(), "{}:{}: {line}", script.display(), number + 1);
        }
    }
    Ok(())
}

/// The scripts in a folder and those in it; a file that is named itself, whatever it is.
fn gather(place: &Path, scripts: &mut Vec<PathBuf>) -> Result<()> {
    if place.is_file() {
        scripts.push(place.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(place).with_context(|| format!("the folder {}", place.display()))? {
        let path = entry?.path();
        if path.is_dir() || path.extension().is_some_and(|end| end == "js") {
            gather(&path, scripts)?;
        }
    }
    Ok(())
}
