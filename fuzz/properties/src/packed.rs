//! What the app and the desk carry as bytes: damaged, it is refused, or it is a record all the same.

use std::sync::LazyLock;

use liner_notes_record::{Record, carried, packed, proofs};

use crate::samples;

static TWO: LazyLock<Record> = LazyLock::new(|| samples::invented("two"));

/// The record, its proofs and no texts, packed.
static PARTS: LazyLock<[Vec<u8>; 3]> =
    LazyLock::new(|| [packed::pack(&TWO).unwrap(), proofs::pack(&TWO), carried::pack([])]);

/// Holds damaged bytes to it: the first says which of the three they stand for, and whether they are all of it or are put
/// over its end.
pub fn holds(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let place = usize::from(kind % 3);
    let mut parts = PARTS.clone();
    let whole = parts[place].len().saturating_sub(bytes.len());
    parts[place].truncate(if *kind < 128 { 0 } else { whole });
    parts[place].extend(bytes);
    let [record, proven, texts] = &parts;
    if let Ok(mut read) = packed::unpack(record) {
        let again = packed::pack(&read).unwrap();
        assert!(packed::unpack(&again).unwrap() == read, "a record that was unpacked packs as another");
        let _ = proofs::restore(&mut read, proven);
    }
    if let Some(texts) = carried::unpack(texts) {
        assert_eq!(carried::unpack(&carried::pack(&texts)), Some(texts), "carried texts pack as others");
    }
}
