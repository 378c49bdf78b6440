//! The lists of strings.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// Our own, from a list in JSON. One file is enough: they stand for kinds, and the published ones for breadth.
pub(crate) fn own(folder: &Path) -> Result<Vec<String>> {
    list(&folder.join("strings.json"))
}

/// The published ones: the list of naughty strings, and every line of every list of script injections.
pub(crate) fn published(folder: &Path) -> Result<Vec<String>> {
    let mut strings = list(&folder.join("blns.json"))?;
    let mut lists = vec![folder.join("xss-payload-list.txt")];
    let more = folder.join("xss-intruders");
    for entry in fs::read_dir(&more).with_context(|| format!("the folder {}", more.display()))? {
        lists.push(entry.with_context(|| format!("the folder {}", more.display()))?.path());
    }
    lists.sort();
    for list in lists {
        strings.extend(lines(&list)?);
    }
    Ok(strings)
}

/// Each once, in the order of the first; empty ones are no input.
pub(crate) fn each_once(strings: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    strings.retain(|string| !string.is_empty() && seen.insert(string.clone()));
}

fn list(file: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let strings: Vec<String> = serde_json::from_str(&text).with_context(|| format!("in {}", file.display()))?;
    ensure!(!strings.is_empty(), "there is nothing in {}", file.display());
    Ok(strings)
}

/// The lines of a file that may hold any bytes.
fn lines(file: &PathBuf) -> Result<Vec<String>> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let lines: Vec<String> = String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect();
    ensure!(!lines.is_empty(), "there is nothing in {}", file.display());
    Ok(lines)
}
