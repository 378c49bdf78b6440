//! The texts that a reader has attached, and what came of attaching them.
//!
//! They stay on the device: whoever holds a shelf keeps its texts where the browser keeps such things, and nowhere else.

use liner_notes_record::model::{Review, ReviewId};
use liner_notes_record::recognition::{Recognised, recognise};
use liner_notes_record::text::Text;
use liner_notes_record::{Record, Shown};

/// The most that a file may hold, in bytes; the longest reviews have some 50,000.
pub const MOST: usize = 2_000_000;

/// The texts, in the order in which they came.
#[derive(Debug, Default)]
pub struct Shelf {
    attached: Vec<Attached>,
}

/// An attached text.
#[derive(Debug)]
pub struct Attached {
    /// SHA-256 of the normalised text.
    pub id: String,
    /// What its file was called.
    pub name: String,
    /// As it came.
    pub words: String,
    /// As the record reads it.
    pub text: Text,
    /// Whose it is; nothing, if it was kept with another edition of the record and belongs to no review of this one.
    pub recognised: Option<Recognised>,
}

/// What came of attaching a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is that review's, and on the shelf.
    Attached(ReviewId),
    /// It was there already.
    There(ReviewId),
    /// It is not taken.
    Refused(Refusal),
}

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It holds more than [`MOST`].
    TooLarge,
    /// It is no text.
    NoText,
    /// It could not be read.
    Unreadable,
    /// It belongs to no review of the record.
    Stranger,
}

impl Refusal {
    /// What is wrong and what to do, as the end of a sentence that begins with the file's name.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Empty => "is empty. Save the review's words as plain text and attach that.",
            Self::TooLarge => "is larger than 2 MB, and no review is. Attach the text of one review by itself.",
            Self::NoText => "is no plain text. Open it, save its words as a .txt file, and attach that.",
            Self::Unreadable => "could not be read. Is it still where it was?",
            Self::Stranger => "is none of these reviews, so it was not kept.",
        }
    }
}

impl Shelf {
    /// Takes a text in, if it is a review's. Another text of the same review makes way for it.
    pub fn attach(&mut self, record: &Record, name: &str, words: &str) -> Outcome {
        if words.len() > MOST {
            return Outcome::Refused(Refusal::TooLarge);
        }
        if words.chars().all(char::is_whitespace) {
            return Outcome::Refused(Refusal::Empty);
        }
        if words.contains(is_no_text) {
            return Outcome::Refused(Refusal::NoText);
        }
        let text = Text::new(words);
        let id = text.sha256();
        let Some(recognised) = recognise(record, &text) else { return Outcome::Refused(Refusal::Stranger) };
        let review = recognised.review.clone();
        if self.attached.iter().any(|one| one.id == id) {
            return Outcome::There(review);
        }
        self.attached.retain(|one| one.recognised.as_ref().is_none_or(|other| other.review != review));
        self.put(Attached { id, name: name.to_owned(), words: words.to_owned(), text, recognised: Some(recognised) });
        Outcome::Attached(review)
    }

    /// Puts back a text that was kept. One that is no review's any more is kept all the same.
    pub fn restore(&mut self, record: &Record, name: &str, words: &str) {
        let text = Text::new(words);
        let recognised = recognise(record, &text);
        let id = text.sha256();
        if self.attached.iter().all(|one| one.id != id) {
            self.put(Attached { id, name: name.to_owned(), words: words.to_owned(), text, recognised });
        }
    }

    fn put(&mut self, attached: Attached) {
        self.attached.push(attached);
    }

    /// Takes the text of that id off the shelf; all of them where none is named.
    pub fn remove(&mut self, id: Option<&str>) {
        self.attached.retain(|one| id.is_some_and(|id| one.id != id));
    }

    /// The texts.
    #[must_use]
    pub fn attached(&self) -> &[Attached] {
        &self.attached
    }

    /// The reviews whose texts are on it, in the order of their numbers.
    pub fn reviews<'r>(&self, shown: Shown<'r>) -> impl Iterator<Item = &'r Review> {
        shown.reviews().iter().filter(|review| self.text_of(&review.id).is_some())
    }

    /// The text of a review.
    #[must_use]
    pub fn text_of(&self, review: &ReviewId) -> Option<(&Attached, &Recognised)> {
        self.attached.iter().find_map(|one| Some((one, one.recognised.as_ref().filter(|own| own.review == *review)?)))
    }
}

/// Whether no plain text has this character. What word processors and PDF files write between words is let through.
fn is_no_text(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}
