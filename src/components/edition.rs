//! The edition of the record in a few words.

use liner_notes_record::model::Edition;

/// Its number, its day and the digits by which two of the same number are told apart.
pub(crate) fn edition_words(edition: &Edition) -> String {
    format!("Edition {}, {}, {}", edition.version, edition.date, edition.short_hash())
}
