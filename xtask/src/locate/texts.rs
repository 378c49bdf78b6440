//! Finding a review's text in a folder, whatever its file is called.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liner_notes_record::text::Text;
use toml_edit::DocumentMut;

/// The text of a review of a collection. Reads no more of the review's file than its id and SHA-256, so that it works
/// while the record has mistakes.
pub(super) fn of_review(collection: &Path, review: &str, texts: &Path) -> Result<Text> {
    let sha256 = sha256_of(collection, review)?;
    for entry in fs::read_dir(texts).with_context(|| format!("cannot list {}", texts.display()))? {
        let path = entry?.path();
        // A folder or a file that is not text cannot be the one that is looked for.
        if let Ok(raw) = fs::read_to_string(&path) {
            let text = Text::new(&raw);
            if text.sha256() == sha256 {
                return Ok(text);
            }
        }
    }
    bail!("no file in {} is the text of {review}: its normalised SHA-256 is {sha256}", texts.display())
}

fn sha256_of(collection: &Path, review: &str) -> Result<String> {
    let folder = collection.join("reviews");
    let mut known = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        let content = super::read(&path)?;
        let document: DocumentMut = content.parse().with_context(|| format!("{} is not TOML", path.display()))?;
        let id = document.get("id").and_then(|id| id.as_str()).unwrap_or_default();
        if id == review {
            let sha256 = document.get("sha256").and_then(|sha256| sha256.as_str());
            return sha256.map(str::to_owned).with_context(|| format!("{} has no sha256", path.display()));
        }
        known.push(id.to_owned());
    }
    known.sort();
    bail!("there is no review `{review}`; there are {}", known.join(", "))
}
