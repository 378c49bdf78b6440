//! `locate`: makes the locators that the record's files carry, so that nobody counts characters by hand.
//!
//! `cargo xtask locate REVIEW "words" --texts DIR` prints the entry for the words' place in a review.
//! `cargo xtask locate --fill FILE --text TEXT` turns every draft place (`"5: words"`) of a review's file into a
//! locator, lists the places of every spelling, and enters the text's measures where they are missing.

mod fill;
mod texts;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use liner_notes_record::text::Text;

pub(crate) use self::fill::measure;
use crate::workspace::Workspace;

/// What to locate.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// The places of some words in a review.
    Words {
        /// The folder of the collection.
        collection: PathBuf,
        /// The review's id.
        review: String,
        /// The words, exactly as in the text.
        words: String,
        /// Only this paragraph.
        paragraph: Option<u16>,
        /// The folder with the texts, found in it by their SHA-256.
        texts: PathBuf,
    },
    /// The draft places in a file.
    Fill {
        /// The review's file.
        file: PathBuf,
        /// The text.
        text: PathBuf,
    },
}

impl Request {
    /// Reads what follows `locate`.
    pub(crate) fn read(workspace: &Workspace, mut arguments: lexopt::Parser) -> Result<Self> {
        let mut collection = workspace.own_collection();
        let (mut fill, mut text, mut texts, mut paragraph) = (None, None, None, None);
        let mut values = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => collection = arguments.value()?.into(),
                Long("texts") => texts = Some(PathBuf::from(arguments.value()?)),
                Long("paragraph") => paragraph = Some(arguments.value()?.parse()?),
                Long("fill") => fill = Some(PathBuf::from(arguments.value()?)),
                Long("text") => text = Some(PathBuf::from(arguments.value()?)),
                Value(value) => values.push(value.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        if let Some(file) = fill {
            return Ok(Self::Fill {
                file,
                text: text.context("--fill needs --text, the file with the review's text")?,
            });
        }
        let [review, words] = values
            .try_into()
            .ok()
            .context("`locate` takes a review's id and the words, in quotes; `cargo xtask` alone shows how")?;
        let texts = texts.context("`locate` needs --texts, the folder with the reviews' texts")?;
        Ok(Self::Words { collection, review, words, paragraph, texts })
    }
}

/// Does what is requested and prints the result.
///
/// # Errors
/// When a file cannot be read, the text is not there, or the words do not stand in it.
pub(crate) fn run(request: &Request) -> Result<()> {
    match request {
        Request::Words { collection, review, words, paragraph, texts } => {
            let text = texts::of_review(collection, review, texts)?;
            let places = text.places(words, *paragraph);
            if places.is_empty() {
                bail!(
                    "these words do not stand in {review} as written; copy them from the text, quotes and dashes included"
                );
            }
            if places.len() > 1 {
                println!("# {} places; paste the ones you mean, or give more words or --paragraph", places.len());
            }
            for place in places {
                println!("at = [\"{place}\"]");
            }
            Ok(())
        }
        Request::Fill { file, text } => {
            let words = read(text)?;
            let draft = read(file)?;
            let filled = fill::fill(&draft, &Text::new(&words)).with_context(|| format!("in {}", file.display()))?;
            std::fs::write(file, filled).with_context(|| format!("cannot write {}", file.display()))?;
            println!("filled {}", file.display());
            Ok(())
        }
    }
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
