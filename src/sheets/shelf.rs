//! The texts that a reader has attached, those that the build carries, and what came of attaching.
//!
//! Attached texts stay on the device: whoever holds a shelf keeps them where the browser keeps such things, and nowhere
//! else. The shelf says which are still to be kept and which to be let go ([`Shelf::owed`]), and is told what was done.

use std::collections::BTreeSet;
use std::mem;

use liner_notes_record::carried::Carried;
pub use liner_notes_record::carried::MOST;
use liner_notes_record::model::{Review, ReviewId};
use liner_notes_record::recognition::{Recognised, recognise};
use liner_notes_record::text::Text;
use liner_notes_record::{Record, Shown};

/// The texts, in the order in which they came.
#[derive(Debug, Default)]
pub struct Shelf {
    carried: Vec<Attached>,
    attached: Vec<Attached>,
    /// The ids of texts that the reader removed, as long as they are kept all the same.
    removed: BTreeSet<String>,
    /// Those of texts for which another of the same review came: they stay kept until that one is.
    replaced: BTreeSet<String>,
}

/// A text on the shelf.
#[derive(Debug)]
pub struct Attached {
    /// SHA-256 of the normalised text, or what else it is kept under.
    pub id: String,
    /// What its file was called.
    pub name: String,
    /// As it came.
    pub words: String,
    /// As the record reads it.
    pub text: Text,
    /// Whose it is; nothing, if it was kept with another edition of the record and belongs to no review of this one.
    pub recognised: Option<Recognised>,
    /// Whether the browser keeps it.
    is_kept: bool,
}

/// A text as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is kept under.
    pub id: String,
    /// What its file was called.
    pub name: String,
    /// Its words.
    pub words: String,
}

/// Parts the name from the words where a text is kept; no name of a file has a line's end.
const PART: char = '\n';

impl Kept {
    /// Reads what is kept under an id; nothing where it is no text with a name.
    #[must_use]
    pub fn read(id: &str, value: &str) -> Option<Self> {
        let (name, words) = value.split_once(PART)?;
        Some(Self { id: id.to_owned(), name: name.to_owned(), words: words.to_owned() })
    }

    /// What is kept under its id.
    #[must_use]
    pub fn write(&self) -> String {
        format!("{}{PART}{}", self.name.replace(PART, " "), self.words)
    }
}

/// What is still to be done so that what is kept is what is on the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// The ids of what is to be let go of whatever else happens.
    pub removed: Vec<String>,
    /// The ids of what is to be let go of together with keeping the new ones.
    pub replaced: Vec<String>,
    /// What is to be kept.
    pub new: Vec<Kept>,
}

impl Owed {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why texts are not kept for another visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The browser refuses, or has no room left.
    Refused,
    /// A later edition of the app has changed how texts are kept.
    LaterEdition,
}

/// What came of attaching a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is that review's, and on the shelf.
    Attached(ReviewId),
    /// The same, in place of another copy of it.
    Replaced(ReviewId),
    /// It was there already.
    There(ReviewId),
    /// It is not taken.
    Refused(Refusal),
    /// The reader has taken it away.
    Removed,
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
    /// It is a folder.
    Folder,
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
            Self::NoText => {
                "is no plain text: it has signs in it that no text has. Open it, save its words as a .txt file, and \
                 attach that."
            }
            Self::Folder => "is a folder. Open it, and attach the texts in it.",
            Self::Unreadable => "could not be read. Is it still where it was?",
            Self::Stranger => "is none of these reviews, so it was not kept.",
        }
    }
}

impl Attached {
    fn new(record: &Record, Kept { id, name, words }: Kept) -> Self {
        let text = Text::new(&words);
        let recognised = recognise(record, &text);
        Self { id, name, words, text, recognised, is_kept: true }
    }

    fn is_of(&self, review: &ReviewId) -> bool {
        self.recognised.as_ref().is_some_and(|own| own.review == *review)
    }

    fn kept(&self) -> Kept {
        Kept { id: self.id.clone(), name: self.name.clone(), words: self.words.clone() }
    }
}

impl Shelf {
    /// A shelf with the texts that the build carries, as far as they are of reviews.
    #[must_use]
    pub fn carrying(record: &Record, texts: Vec<Carried>) -> Self {
        let put = |Carried { name, words }| Attached::new(record, Kept { id: name.clone(), name, words });
        let carried = texts.into_iter().map(put).filter(|one| one.recognised.is_some()).collect();
        Self { carried, ..Self::default() }
    }

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
        let (before, others) = mem::take(&mut self.attached).into_iter().partition(|one| one.is_of(&review));
        let before: Vec<Attached> = before;
        let is_first = before.is_empty();
        self.replaced.extend(before.into_iter().map(|one| one.id));
        self.attached = others;
        self.removed.remove(&id);
        self.replaced.remove(&id);
        let (name, words) = (name.to_owned(), words.to_owned());
        self.attached.push(Attached { id, name, words, text, recognised: Some(recognised), is_kept: false });
        if is_first { Outcome::Attached(review) } else { Outcome::Replaced(review) }
    }

    /// Lays out what is kept. What is on the shelf and was never kept stays, since it is nowhere else; what was kept and
    /// is no more has been removed by somebody. A text that is no review's any more is there all the same.
    pub fn lay_out(&mut self, record: &Record, kept: Vec<Kept>) {
        let mut before = mem::take(&mut self.attached);
        for one in kept {
            if self.removed.contains(&one.id) || self.replaced.contains(&one.id) {
                continue;
            }
            // To know a text anew takes longer than to compare two.
            let known = before.iter().position(|known| known.id == one.id && known.words == one.words);
            let known = known.map(|place| before.remove(place));
            let laid_out = known.unwrap_or_else(|| Attached::new(record, one));
            self.attached.push(Attached { is_kept: true, ..laid_out });
        }
        self.attached.extend(before.into_iter().filter(|one| !one.is_kept));
    }

    /// Takes the text of that id off the shelf; all of them where none is named. What the build carries stays. Gives the
    /// names of those that are gone.
    pub fn remove(&mut self, id: Option<&str>) -> Vec<String> {
        let is_meant = |one: &Attached| id.is_none_or(|id| one.id == id);
        let (gone, others) = mem::take(&mut self.attached).into_iter().partition(is_meant);
        self.attached = others;
        let gone: Vec<Attached> = gone;
        self.removed.extend(gone.iter().map(|one| one.id.clone()));
        gone.into_iter().map(|one| one.name).collect()
    }

    /// What is still to be kept and to be let go of.
    #[must_use]
    pub fn owed(&self) -> Owed {
        let ids = |ids: &BTreeSet<String>| ids.iter().cloned().collect();
        let new = self.attached.iter().filter(|one| !one.is_kept).map(Attached::kept).collect();
        Owed { removed: ids(&self.removed), replaced: ids(&self.replaced), new }
    }

    /// Takes note that this was done.
    pub fn settle(&mut self, done: &Owed) {
        self.removed.retain(|id| !done.removed.contains(id));
        self.replaced.retain(|id| !done.replaced.contains(id));
        for one in &mut self.attached {
            one.is_kept |= done.new.iter().any(|kept| kept.id == one.id);
        }
    }

    /// The texts that the reader has attached.
    #[must_use]
    pub fn attached(&self) -> &[Attached] {
        &self.attached
    }

    /// The texts that the build carries.
    #[must_use]
    pub fn carried(&self) -> &[Attached] {
        &self.carried
    }

    /// The reviews whose texts are on it, in the order of their numbers.
    pub fn reviews<'r>(&self, shown: Shown<'r>) -> impl Iterator<Item = &'r Review> {
        shown.reviews().iter().filter(|review| self.text_of(&review.id).is_some())
    }

    /// The text of a review: what the reader attached goes before what the build carries, and of several kept ones what
    /// came last.
    #[must_use]
    pub fn text_of(&self, review: &ReviewId) -> Option<(&Attached, &Recognised)> {
        let all = self.carried.iter().chain(&self.attached);
        all.rev().find_map(|one| Some((one, one.recognised.as_ref().filter(|own| own.review == *review)?)))
    }
}

/// Whether no plain text has this character. What word processors and PDF files write between words is let through.
fn is_no_text(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}
