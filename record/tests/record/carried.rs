//! Texts for a build to carry: chosen from a folder, packed and unpacked.

use std::fs;
use std::path::{Path, PathBuf};

use liner_notes_record::carried::{Carried, Folder, LeftOut, pack, read, unpack};
use liner_notes_record::model::ReviewId;
use liner_notes_record::{Record, source};
use proptest::prelude::*;

use super::attached::shifted;

fn collection() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections/two")
}

fn record() -> Record {
    source::read(&collection()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn text(name: &str) -> String {
    fs::read_to_string(collection().join("texts").join(name)).unwrap()
}

/// What is found in a folder with these files.
fn found(name: &str, files: &[(&str, &[u8])]) -> Folder {
    let folder = std::env::temp_dir().join(format!("liner-notes-record-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("folder.txt")).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let found = read(&record(), &folder).unwrap();
    fs::remove_dir_all(folder).unwrap();
    found
}

const ONE: &str = "1-saltmarsh-quarterly.txt";
const TWO: &str = "2-footlight.txt";

#[test]
fn the_reviews_texts_are_found_whatever_their_files_names_and_in_the_reviews_order() {
    let files = [("z.md", text(ONE)), ("a", text(TWO))];
    let found = found("names", &files.each_ref().map(|(name, words)| (*name, words.as_bytes())));
    let expected = [("saltmarsh-quarterly", "z.md", ONE), ("footlight", "a", TWO)]
        .map(|(review, name, file)| (ReviewId::new(review), Carried { name: name.to_owned(), words: text(file) }));
    assert_eq!(found, Folder { carried: expected.into(), left_out: Vec::new() });
}

#[test]
fn of_several_copies_the_very_text_is_taken_and_all_others_are_named() {
    let (same, copy) = (text(ONE), shifted(&text(ONE)));
    let files: [(&str, &[u8]); 5] =
        [("a", copy.as_bytes()), ("b", same.as_bytes()), ("c", b"Dear all"), ("d", b"\xff\xfe"), ("e", b"")];
    let found = found("copies", &files);
    assert_eq!(found.carried.iter().map(|(_, text)| text.name.as_str()).collect::<Vec<_>>(), ["b"]);
    let second = LeftOut::Second(ReviewId::new("saltmarsh-quarterly"));
    let left_out = [("a", second), ("c", LeftOut::Stranger), ("d", LeftOut::NoText), ("e", LeftOut::Stranger)];
    assert_eq!(found.left_out, left_out.map(|(name, why)| (name.to_owned(), why)));
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    assert!(read(&record(), Path::new("/no/such/folder")).is_err());
}

proptest! {
    #[test]
    fn what_was_packed_is_unpacked(texts: Vec<(String, String)>) {
        let texts: Vec<Carried> = texts.into_iter().map(|(name, words)| Carried { name, words }).collect();
        prop_assert_eq!(unpack(&pack(&texts)), Some(texts));
    }

    #[test]
    fn bytes_that_are_something_else_are_refused(bytes: Vec<u8>, cut in 1..9_usize) {
        // Whatever they are, they are read or refused.
        drop(unpack(&bytes));
        let packed = pack(&[Carried { name: "a".to_owned(), words: "bc".to_owned() }]);
        prop_assert_eq!(unpack(&packed[..packed.len() - cut]), None);
        prop_assert_eq!(unpack(&[&packed[..], &[0xff; 8]].concat()), None);
    }
}

#[test]
fn no_texts_are_no_bytes() {
    assert_eq!(pack(&[]), Vec::<u8>::new());
    assert_eq!(unpack(&[]), Some(Vec::new()));
}
