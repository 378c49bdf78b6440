//! The packed record: what was packed comes out again, and damage is an error, whatever it is.

use liner_notes_record::Record;
use liner_notes_record::packed::{Damaged, pack, unpack};
use proptest::prelude::*;

use super::collection::Collection;
use super::dial::{story, written};
use super::documents::RECORDS;

/// Everything in a record but the proofs of its locators, which stay behind.
fn without_proofs(record: &Record) -> String {
    let mut parts = format!("{record:?}");
    while let Some(start) = parts.find("Some(Proof {") {
        let length = parts[start..].find("})").unwrap() + 2;
        parts.replace_range(start..start + length, "None");
    }
    parts
}

#[track_caller]
fn assert_comes_out_again(record: &Record) {
    let unpacked = unpack(&pack(record).unwrap()).unwrap();
    assert_eq!(format!("{unpacked:?}"), without_proofs(record));
}

fn bytes() -> Vec<u8> {
    let mut collection = Collection::of(2);
    collection.topic("t-1", "premise", "kind = \"quantity\"\nunit = \"years\"");
    collection.claim(0, "t-1", "value = \"about 20 years\"");
    collection.claim(1, "t-1", "value = \"some years\"");
    pack(&collection.record()).unwrap()
}

#[test]
fn whole_collections_come_out_again() {
    RECORDS.iter().for_each(assert_comes_out_again);
}

#[test]
fn bytes_that_end_early_are_damaged() {
    let whole = bytes();
    for length in 0..whole.len() {
        assert_eq!(unpack(&whole[..length]).unwrap_err(), Damaged, "{length} bytes");
    }
}

#[test]
fn bytes_after_the_end_are_damage() {
    let mut bytes = bytes();
    bytes.push(0);
    assert_eq!(unpack(&bytes).unwrap_err(), Damaged);
}

#[test]
fn a_text_with_the_character_that_ends_texts_is_refused() {
    let mut collection = Collection::of(1);
    collection.topic("t-1", "premise", "kind = \"text\"");
    collection.reviews[0].push_str("note = \"one\\u0000two\"\n");
    assert!(pack(&collection.record()).is_err_and(|error| error.contains("U+0000")));
}

proptest! {
    #[test]
    fn made_up_collections_come_out_again(story in story()) {
        assert_comes_out_again(&written(&story, 2).record());
    }

    /// Either they read as some record or as damage. Lengths that lie find no room made for them.
    #[test]
    fn changed_bytes_do_no_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = bytes();
        for (place, byte) in changes {
            *place.get_mut(&mut bytes[..]) = byte;
        }
        if let Ok(record) = unpack(&bytes) {
            assert_comes_out_again(&record);
        }
    }

    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = unpack(&bytes);
    }
}
