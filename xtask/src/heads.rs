//! The heads of a collection's reviews: what can be read of them while the record has mistakes.
//!
//! The check refuses a collection as a whole, but whoever is at work on one needs its tools most while it is refused.
//! So these read no more of a review's file than its id, its number and its text's SHA-256.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use toml_edit::DocumentMut;

/// What stands at the head of a review's file. What is not there is `None`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// The review's file.
    pub(crate) file: PathBuf,
    /// Its id.
    pub(crate) id: Option<String>,
    /// Its number.
    pub(crate) number: Option<i64>,
    /// The SHA-256 of its normalised text.
    pub(crate) sha256: Option<String>,
}

/// The heads of the reviews of a collection, in the order of their files' names, each by itself: one that cannot be
/// read keeps nobody from the others.
///
/// # Errors
/// When the reviews' folder cannot be listed.
pub(crate) fn of_collection(collection: &Path) -> Result<Vec<Result<Head>>> {
    let folder = collection.join("reviews");
    let listing = || format!("cannot list {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(listing)? {
        let file = entry.with_context(listing)?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files.into_iter().map(head).collect())
}

fn head(file: PathBuf) -> Result<Head> {
    let content = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let whole = content.parse::<DocumentMut>();
    // An entry may be half written; the head ends where the first entry starts.
    let document = whole.or_else(|_| before_tables(&content).parse::<DocumentMut>());
    let document = document.with_context(|| format!("the head of {} is not TOML", file.display()))?;
    let words = |key: &str| document.get(key).and_then(|item| item.as_str()).map(str::to_owned);
    let number = document.get("number").and_then(|number| number.as_integer());
    Ok(Head { id: words("id"), number, sha256: words("sha256"), file })
}

/// The lines before the first table.
fn before_tables(content: &str) -> String {
    content.lines().take_while(|line| !line.trim_start().starts_with('[')).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::before_tables;

    #[test]
    fn the_head_ends_where_the_first_table_starts() {
        let content = "id = \"a\"\nparagraphs = [1, 2]\n\n[[claim]]\ntopic = \n";
        assert_eq!(before_tables(content), "id = \"a\"\nparagraphs = [1, 2]\n\n");
    }
}
