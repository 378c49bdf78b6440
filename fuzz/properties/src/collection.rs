//! A collection's files: they are refused with what is wrong, or they are a record that goes to the app, to others and
//! back without becoming another.

use std::collections::BTreeMap;

use liner_notes_record::document::Document;
use liner_notes_record::questions::{Filter, account, cards, compare, overview, rows, timeline};
use liner_notes_record::search::{Asked, Search};
use liner_notes_record::source::{Folder, check, load};
use liner_notes_record::{Dial, Record, Shown, packed, proofs};

use crate::{as_text, samples};

/// Begins a file; its name follows up to the end of the line.
const FILE: &str = "=== ";

/// Holds a collection to it: a small one, in which the files that the bytes name stand in place of its own.
pub fn holds(bytes: &[u8]) {
    let mut files: BTreeMap<String, String> = samples::story(Dial::All).into_iter().collect();
    let bytes = as_text(bytes);
    for file in bytes.split(FILE).skip(1) {
        let (name, text) = file.split_once('\n').unwrap_or((file, ""));
        files.insert(name.to_owned(), text.to_owned());
    }
    let folder = Folder::new("fuzzed", files);
    match check(&folder) {
        Ok(record) => stays_itself(&record),
        Err(problems) => {
            assert!(problems.to_string().contains("fuzzed"), "a problem names no file: {problems}");
            assert_eq!(
                check(&folder).unwrap_err().to_string(),
                problems.to_string(),
                "told twice, it is told otherwise"
            );
        }
    }
}

/// A record that passed the check is the same after every way it may go, and can be shown at every stop.
pub(crate) fn stays_itself(record: &Record) {
    let document = Document::of(record);
    assert!(load(&document).as_ref() == Ok(record), "the document of a record makes another record");
    let json = serde_json::to_string(&document).unwrap();
    assert!(serde_json::from_str::<Document>(&json).unwrap() == document, "the document reads back as another");
    match packed::pack(record) {
        Ok(bytes) => {
            let mut there = packed::unpack(&bytes).unwrap();
            proofs::restore(&mut there, &proofs::pack(record)).unwrap();
            assert!(there == *record, "the packed record unpacks as another");
        }
        Err(why) => assert!(why.contains("U+0000"), "{why}"),
    }
    for dial in Dial::STOPS {
        let shown = Shown::new(record, dial);
        let reviews: Vec<_> = shown.reviews().iter().collect();
        for row in rows(shown, &reviews) {
            assert!(dial.shows(row.topic.level), "{} is hidden at {dial:?}", row.topic.id);
        }
        let _ = (compare(shown, &reviews, &Filter::default()), cards(shown), overview(shown));
        let _ = (account(shown), timeline(shown), Search::over(shown).find(&Asked::read("the")).len());
    }
}
