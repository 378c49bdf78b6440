//! The desk as the page has it: the packed record goes in, sheets and files come out.
//!
//! - [`sheet`] takes a sheet apart, [`texts`] has an invented collection with its texts.
//! - [`score`] is the picture of the timeline.
//! - The other modules are one sheet each.

// Tests may stop at once when something is not as it must be.
#![allow(clippy::panic, clippy::unwrap_used)]

mod beside;
mod own_texts;
mod score;
mod search;
mod sheet;
mod shelf;
mod take;
mod texts;

use std::path::Path;

use liner_notes_desk::Desk;
use liner_notes_record::{Record, packed, proofs, source};

fn record() -> Record {
    source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/record")).unwrap()
}

fn desk() -> Desk {
    desk_of(&record())
}

fn desk_of(record: &Record) -> Desk {
    Desk::open(&packed::pack(record).unwrap(), &proofs::pack(record), &[]).unwrap()
}

#[test]
fn bytes_that_are_no_record_are_refused() {
    assert!(Desk::open(b"no record", &[], &[]).is_err());
}

#[test]
fn bytes_that_are_no_texts_are_refused() {
    let (record, proofs) = (packed::pack(&record()).unwrap(), proofs::pack(&record()));
    assert!(Desk::open(&record, &proofs, b"no texts").is_err_and(|said| said.contains("texts")));
}
