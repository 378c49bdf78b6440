//! Proofs on their way to the desk: what was packed comes out again, and what is another's is refused.

use std::collections::BTreeSet;

use liner_notes_record::packed;
use liner_notes_record::proofs::{Damaged, pack, restore};
use proptest::prelude::*;

use super::attached::made_of;
use super::documents::RECORDS;

const TEXT: &str = "A lamp on a pier\nThe keeper lights it\n";

const LAMP: &str = "[[claim]]\ntopic = \"t-1\"\ntext = \"Says so.\"";

#[test]
fn a_record_that_gets_its_proofs_back_is_the_one_that_was_packed() {
    for record in RECORDS.iter() {
        let mut unpacked = packed::unpack(&packed::pack(record).unwrap()).unwrap();
        assert_ne!(unpacked, *record);
        restore(&mut unpacked, &pack(record)).unwrap();
        assert_eq!(unpacked, *record);
    }
}

#[test]
fn a_place_is_packed_once_however_much_was_taken_from_it() {
    let slip = "[[slip]]\nid = \"odd\"\ntext = \"Odd.\"";
    let one = made_of(&[(TEXT, &[(LAMP, "lamp")])]);
    let two = made_of(&[(TEXT, &[(LAMP, "lamp"), (slip, "lamp")])]);
    let other = made_of(&[(TEXT, &[(LAMP, "lamp"), (slip, "keeper")])]);
    assert_eq!(pack(&two).len(), pack(&one).len());
    assert!(pack(&other).len() > pack(&one).len());
}

#[test]
fn the_same_place_in_two_reviews_is_two_places() {
    let record = made_of(&[(TEXT, &[(LAMP, "lamp")]), ("A tree in a yard\n", &[(LAMP, "tree")])]);
    let bytes = pack(&record);
    let mut unpacked = packed::unpack(&packed::pack(&record).unwrap()).unwrap();
    restore(&mut unpacked, &bytes).unwrap();
    assert_eq!(unpacked, record);
}

#[test]
fn bytes_of_another_length_are_refused_and_the_record_stays_as_it_was() {
    let record = made_of(&[(TEXT, &[(LAMP, "lamp")])]);
    let bytes = pack(&record);
    for length in (0..bytes.len()).chain([bytes.len() + 1, bytes.len() + 10]) {
        let mut changed = record.clone();
        let given: Vec<u8> = bytes.iter().copied().cycle().take(length).collect();
        let refused = restore(&mut changed, &given).unwrap_err();
        assert_eq!(refused, Damaged::Length { expected: bytes.len(), found: length });
        assert!(refused.to_string().contains(&length.to_string()));
        assert_eq!(changed, record);
    }
}

#[test]
fn proofs_of_other_places_are_refused() {
    let mut record = made_of(&[(TEXT, &[(LAMP, "lamp")])]);
    let other = made_of(&[(TEXT, &[(LAMP, "pier")])]);
    assert_eq!(restore(&mut record, &pack(&other)), Err(Damaged::OtherRecord));
}

#[test]
fn no_two_records_take_each_others_proofs() {
    let packed: BTreeSet<Vec<u8>> = RECORDS.iter().map(pack).collect();
    for record in RECORDS.iter() {
        let taken = packed.iter().filter(|bytes| restore(&mut record.clone(), bytes).is_ok());
        assert_eq!(taken.count(), 1);
    }
}

proptest! {
    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut record = made_of(&[(TEXT, &[(LAMP, "lamp")])]);
        let before = record.clone();
        prop_assert!(restore(&mut record, &bytes).is_err());
        prop_assert_eq!(record, before);
    }
}
