//! Finding a review's text in a folder, whatever its file is called.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liner_notes_record::text::Text;

use crate::heads;

/// The text of a review of a collection. It reads no more of the reviews' files than their heads, so that
/// it works while the record has mistakes.
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
    let mut known = Vec::new();
    let mut unread = Vec::new();
    for head in heads::of_collection(collection)? {
        match head {
            Ok(head) if head.id.as_deref() == Some(review) => {
                return head.sha256.with_context(|| format!("{} has no sha256", head.file.display()));
            }
            Ok(head) => known.extend(head.id),
            Err(error) => unread.push(format!("; {error:#}")),
        }
    }
    known.sort();
    bail!("there is no review `{review}`; there are {}{}", known.join(", "), unread.concat())
}
