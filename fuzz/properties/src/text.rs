//! A review's text: normalising and folding twice is doing so once, what is known of a text stands in it, and of what is
//! read at a stop of the dial nothing is above it.

use std::sync::LazyLock;

use liner_notes_record::questions::reading;
use liner_notes_record::recognition::recognise;
use liner_notes_record::text::{Text, folded};
use liner_notes_record::{Dial, Record, Shown};

use crate::{as_text, samples};

static TOLD: LazyLock<Record> = LazyLock::new(|| samples::told(Dial::All));

/// Holds a text to it: the bytes as they are, and as something that was put into a text that is known.
pub fn holds(bytes: &[u8]) {
    let words = as_text(bytes);
    normalises(&words);
    is_known(&Text::new(&words));
    // The first two bytes say where the others are put; what is no beginning of a character goes back to one.
    let (Some((place, put)), whole) = (bytes.split_first_chunk::<2>(), samples::TEXT) else { return };
    let at = whole.floor_char_boundary(usize::from(u16::from_le_bytes(*place)) % (whole.len() + 1));
    is_known(&Text::new(&[&whole[..at], &as_text(put), &whole[at..]].concat()));
}

fn normalises(words: &str) {
    let once = Text::new(words);
    let paragraphs: Vec<String> = once.paragraphs().iter().map(|one| one.slice(0, one.len())).collect();
    // On a line of its own, since a mark of the byte order is one at the very beginning only.
    let again = Text::new(&format!("\n{}", paragraphs.join("\n")));
    assert_eq!(again.paragraphs(), once.paragraphs(), "normalising {words:?} twice is not once");
    for paragraph in once.paragraphs() {
        assert!(!paragraph.is_empty() && paragraph.slice(0, usize::MAX).chars().count() == paragraph.len());
    }
    let fold = folded(words);
    assert_eq!(folded(&fold), fold, "folding {words:?} twice is not once");
}

/// What is known of a text is in it.
fn is_known(text: &Text) {
    let Some(known) = recognise(&TOLD, text) else { return };
    let whole = Shown::new(&TOLD, Dial::All);
    let review = whole.review(&known.review).unwrap();
    assert_eq!(known.is_same, review.sha256 == text.sha256(), "the same text or not");
    assert!(!known.is_same || known.moved + known.lost == 0, "something is astray in the very text");
    for locator in whole.claims().filter(|claim| claim.review == known.review).flat_map(|claim| &claim.at) {
        if let Some((paragraph, start)) = known.places.place(locator) {
            let length = text
                .paragraph(paragraph)
                .map_or(0, |there| there.slice(start as usize, locator.length as usize).chars().count());
            assert_eq!(length, locator.length as usize, "{locator} stands past the end of paragraph {paragraph}");
        }
    }
    for dial in Dial::STOPS {
        let reading = reading(Shown::new(&TOLD, dial), review, text, &known.places);
        for open in reading.open() {
            assert!(dial.shows(open.level), "paragraph {} is open at {dial:?}", open.paragraph);
            let words: String = open.segments.iter().map(|segment| segment.text.as_str()).collect();
            let there = text.paragraph(open.paragraph).map(|there| there.slice(0, there.len()));
            assert_eq!(Some(words), there, "a paragraph loses or gains by its marks");
        }
    }
}
