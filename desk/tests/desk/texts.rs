//! The invented collection `two`, and its texts, which are ours.

use std::fs;
use std::path::{Path, PathBuf};

use liner_notes::address::{Address, Place};
use liner_notes::sheets::shelf::{Kept, Owed};
use liner_notes_desk::Desk;
use liner_notes_record::carried::{Carried, pack};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, packed, proofs, source};

use crate::sheet::Sheet;

/// The ids of its reviews.
pub(crate) const REVIEWS: [&str; 2] = ["saltmarsh-quarterly", "footlight"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections/two")
}

pub(crate) fn two() -> Record {
    source::read(&folder()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The text of a review.
pub(crate) fn words_of(review: &str) -> String {
    let place = REVIEWS.iter().position(|one| *one == review).unwrap() + 1;
    fs::read_to_string(folder().join(format!("texts/{place}-{review}.txt"))).unwrap()
}

/// The desk of a build that carries the texts of these reviews.
pub(crate) fn carrying(reviews: &[&str]) -> Desk {
    let text = |review: &&str| Carried { name: format!("{review}.txt"), words: words_of(review) };
    let carried: Vec<Carried> = reviews.iter().map(text).collect();
    Desk::open(&packed::pack(&two()).unwrap(), &proofs::pack(&two()), &pack(&carried)).unwrap()
}

/// Attaches a text under a name.
pub(crate) fn attach(desk: &mut Desk, name: &str, words: &str) {
    desk.attach(vec![(name.to_owned(), Ok(words.to_owned()))]);
}

/// What the browser keeps once it has done what is owed.
pub(crate) fn settle(desk: &mut Desk, kept: &mut Vec<Kept>) {
    let Owed { removed, replaced, new } = desk.owed();
    kept.retain(|one| {
        !removed.contains(&one.id) && !replaced.contains(&one.id) && !new.iter().any(|new| new.id == one.id)
    });
    kept.extend(new.iter().cloned());
    desk.settle(&Owed { removed, replaced, new });
    assert!(desk.owed().is_empty());
}

/// A text as it is kept.
pub(crate) fn kept(name: &str, words: &str) -> Kept {
    Kept { id: Text::new(words).sha256(), name: name.to_owned(), words: words.to_owned() }
}

/// A review's sheet with the dial all the way up.
pub(crate) fn sheet(desk: &Desk, review: &str) -> Sheet {
    Sheet::of(desk, Dial::All, Address::of(Place::Review(review.to_owned())), None)
}

/// Whether the text stands on the sheet of its review.
pub(crate) fn is_read(desk: &Desk, review: &str) -> bool {
    sheet(desk, review).values("section", "class").contains(&"review-text")
}

/// The ids of the texts that can be removed, in their order.
pub(crate) fn removable(desk: &Desk) -> Vec<String> {
    let sheet = sheet(desk, REVIEWS[0]);
    sheet.values("button", "data-remove").into_iter().filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
