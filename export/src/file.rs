//! A file as it is handed over, and what every file of data says of itself.

use liner_notes_record::Shown;
use serde::Serialize;

/// A file to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, from the work's slug: `soundtrack-1-compare.csv`.
    pub name: String,
    /// Its media type, with the parameters that it needs.
    pub media_type: &'static str,
    /// What is in it.
    pub text: String,
}

impl File {
    /// A file of the work; `kind` is the rest of its name: `compare.csv`.
    pub(crate) fn new(shown: Shown<'_>, kind: &str, media_type: &'static str, text: String) -> Self {
        Self { name: format!("{}-{kind}", shown.work().id), media_type, text }
    }
}

/// What a JSON file is of, and at which stop of the dial it was made.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Made<'r> {
    /// The work.
    work: Work<'r>,
    /// The edition of the record.
    edition: Edition<'r>,
    /// The stop of the dial, as kept on the device: `none`, `middle`, `all`.
    spoilers: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Work<'r> {
    id: &'r str,
    title: &'r str,
}

#[derive(Clone, Debug, Serialize)]
struct Edition<'r> {
    version: &'r str,
    date: String,
    licence: &'r str,
    hash: &'r str,
}

impl<'r> Made<'r> {
    pub(crate) fn of(shown: Shown<'r>) -> Self {
        let (work, edition) = (shown.work(), shown.edition());
        Self {
            work: Work { id: &work.id, title: &work.title },
            edition: Edition {
                version: &edition.version,
                date: edition.date.iso(),
                licence: &edition.licence,
                hash: &edition.hash,
            },
            spoilers: shown.dial().token(),
        }
    }
}

/// JSON, laid out for reading, with a line feed at its end.
pub(crate) fn json(content: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(content)? + "\n")
}
