//! The record as JSON: what is no document is refused, and one that is read is the one that is written.

use liner_notes_record::document::Document;
use liner_notes_record::source::load;

use crate::collection::stays_itself;

/// Holds a document to it.
pub fn holds(bytes: &[u8]) {
    let Ok(document) = serde_json::from_slice::<Document>(bytes) else { return };
    let written = serde_json::to_vec(&document).unwrap();
    assert!(serde_json::from_slice::<Document>(&written).unwrap() == document, "a document reads back as another");
    match load(&document) {
        Ok(record) => {
            assert!(Document::of(&record) == document, "a document loads as the record of another");
            stays_itself(&record);
        }
        Err(problems) => assert!(!problems.to_string().trim().is_empty(), "a document is refused without a word"),
    }
}
