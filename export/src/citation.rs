//! How to cite reviews: for citation managers, for LaTeX, and to paste.
//!
//! A citation has what the record knows of a review and leaves out what it does not: no author, no title and no date is
//! made up, nor when somebody last looked at an address. None of that gives the story away, so citations are the same at
//! every stop of the dial and do not name one.

mod bibtex;
mod csl;
mod plain;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use plain::{plain_text, sentence};

use liner_notes_record::model::Review;

/// What a file of these reviews is called: by the one review, or by all of them.
fn kind(reviews: &[&Review], ending: &str) -> String {
    match reviews {
        [one] => format!("{}.{ending}", one.id),
        _ => format!("citations.{ending}"),
    }
}
