//! What is typed into the search field: it is read in one way however it comes, finds at a stop of the dial what it would
//! find in a record without what is above, and marks what stands there.

use std::sync::LazyLock;

use liner_notes_record::search::{Asked, Search, words};
use liner_notes_record::{Dial, Record, Shown};

use crate::{as_text, samples};

/// The story up to each stop of the dial.
static TOLD: LazyLock<[Record; 3]> = LazyLock::new(|| Dial::STOPS.map(samples::told));

/// At each stop the whole story as it is shown there, and one that ends there.
static SEARCHES: LazyLock<Vec<[Search<'static>; 2]>> = LazyLock::new(|| {
    let whole = &TOLD[2];
    let pair = |(dial, told)| [Search::over(Shown::new(whole, dial)), Search::over(Shown::new(told, Dial::All))];
    Dial::STOPS.into_iter().zip(TOLD.iter()).map(pair).collect()
});

/// Holds what is typed to it.
pub fn holds(bytes: &[u8]) {
    let typed = as_text(bytes);
    let typed = typed.as_ref();
    stand_in_order(typed);
    let asked = Asked::read(typed);
    for word in asked.words.iter().chain(asked.phrases.iter().flatten()) {
        assert!(!word.is_empty(), "{typed:?} asks for an empty word");
    }
    assert_eq!(Asked::read(&format!(" {typed}")), asked, "a space before it changes what {typed:?} asks");
    for [shown, told] in SEARCHES.iter() {
        let (here, there) = (shown.find(&asked), told.find(&asked));
        let all = |hits: &[liner_notes_record::search::Hit<'_, '_>]| {
            hits.iter().map(|hit| (hit.name.to_owned(), hit.text.to_owned(), hit.score)).collect::<Vec<_>>()
        };
        assert_eq!(all(&here), all(&there), "{typed:?} finds at a stop what it does not find without what is above");
        for (hit, (name, text)) in here.iter().zip(shown.marked(&asked, &here)) {
            assert_eq!(name.text(), hit.name, "a name loses or gains by its marks");
            let part = text.text();
            assert!(hit.text.contains(part.trim_matches(['…', ' '])), "{part:?} does not stand in {:?}", hit.text);
            assert!(name.pieces.iter().chain(&text.pieces).all(|(piece, _)| !piece.is_empty()), "an empty piece");
        }
        let mut end = 0;
        for place in shown.places(&asked, typed) {
            assert!(place.start >= end && place.start < place.end, "places of {typed:?} touch or are empty");
            assert!(typed.get(place.clone()).is_some(), "a place of {typed:?} is within a character");
            end = place.end;
        }
    }
}

/// Words stand where they say, in order, and are alike if they are read once more.
fn stand_in_order(typed: &str) {
    let mut end = 0;
    for word in words(typed) {
        let there = typed.get(word.at.clone());
        assert!(there.is_some_and(|there| !there.is_empty()), "a word of {typed:?} stands nowhere");
        if !word.is_joined {
            assert!(word.at.start >= end, "words of {typed:?} stand in each other");
            end = word.at.end;
        }
        let again: String =
            words(&word.folded).into_iter().filter(|one| !one.is_joined).map(|one| one.folded).collect();
        assert_eq!(again, word.folded, "a word of {typed:?} is another when it is read once more");
    }
}
