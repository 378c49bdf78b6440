//! What the browser kept: anything may stand there, of this version, an older one or another program, and it is read as
//! what it can be, with no text lost.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use liner_notes::reader::Kept as Choices;
use liner_notes::sheets::shelf::{Kept, Shelf};
use liner_notes_record::{Dial, Record};

use crate::{as_text, samples};

static TOLD: LazyLock<Record> = LazyLock::new(|| samples::told(Dial::All));

/// Parts the entries, and an entry's key from its value; none of the two stands in what is typed.
const PARTS: [char; 2] = ['\u{1e}', '\u{1f}'];

/// Holds a device to it: the first three entries are the reader's choices, the others texts.
pub fn holds(bytes: &[u8]) {
    let bytes = as_text(bytes);
    let mut entries = bytes.split(PARTS[0]);
    let choices = [(); 3].map(|()| entries.next().unwrap_or_default());
    let kept = Choices::read(choices);
    assert!(kept.agreed >= kept.dial, "the dial stands where it was not agreed to: {kept:?}");
    assert_eq!(Choices::read(kept.tokens()), kept, "what is kept of {choices:?} reads back");

    let stored: BTreeMap<&str, &str> = entries.filter_map(|entry| entry.split_once(PARTS[1])).collect();
    let texts: Vec<Kept> = stored.iter().filter_map(|(id, value)| Kept::read(id, value)).collect();
    for text in &texts {
        assert_eq!(Kept::read(&text.id, &text.write()).as_ref(), Some(text), "a text reads back");
    }
    let mut shelf = Shelf::default();
    shelf.lay_out(&TOLD, texts.clone());
    let laid_out = |shelf: &Shelf| {
        let kept = shelf.attached().iter().map(|one| (one.id.clone(), one.name.clone(), one.words.clone()));
        kept.collect::<Vec<_>>()
    };
    let expected: Vec<_> = texts.iter().map(|one| (one.id.clone(), one.name.clone(), one.words.clone())).collect();
    assert_eq!(laid_out(&shelf), expected, "every text that is kept is laid out as it is");
    assert!(shelf.owed().is_empty(), "laying out changes nothing of what is kept");
    shelf.lay_out(&TOLD, texts.clone());
    assert_eq!(laid_out(&shelf), expected, "laying out twice is laying out once");
    let mut removed = shelf.remove(None).len();
    assert_eq!(shelf.owed().removed.len(), removed, "what is removed is let go of");
    removed += shelf.attached().len();
    assert_eq!(removed, texts.len());
    // Whatever was attached, under whatever name, reads back as it was kept.
    if let Some(Kept { name, words, .. }) = texts.first() {
        let mut shelf = Shelf::default();
        shelf.attach(&TOLD, name, words);
        let owed = shelf.owed();
        assert_eq!(owed.new.len(), shelf.attached().len());
        for one in &owed.new {
            let back = Kept::read(&one.id, &one.write()).unwrap();
            assert_eq!((&back.words, &back.name), (words, &name.replace('\n', " ")));
        }
    }
}
