//! How page and desk write to each other: as one text, in fields parted by a control character that no field holds.
//!
//! No library writes it: the page has none for any format, and what it would add to a first visit is more than what is
//! here.

use liner_notes_record::Dial;

use crate::address::{Address, Form};
use crate::reader::Reader;
use crate::sheets::take::Offer;

/// Parts the fields.
const PART: char = '\u{1f}';

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// How much the reader may see.
    pub dial: Dial,
    /// How addresses are written on the page.
    pub form: Form,
    /// Where the reader is.
    pub address: Address,
    /// What is wanted of there.
    pub wanted: Wanted,
}

/// What the desk is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The sheet, drawn.
    Sheet {
        /// At which of its options the arrow keys are.
        at: Option<usize>,
    },
    /// A file of what is shown there.
    File(Offer),
}

/// What the desk says first: it stands, and wants the record.
pub const OPEN: &str = "open";

/// What it says when the record has come.
pub const READY: &str = "ready";

/// What it says when texts have come or gone, so that what it last drew may be another now.
pub const CHANGED: &str = "changed";

/// What it says of a record that it cannot read.
pub const DAMAGED: &str = "damaged";

/// What the desk answers: the sheet that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it is an answer [to](Ask::to).
    pub of: String,
    /// What there is on it, in a few words.
    pub says: String,
    /// At which of its options the arrow keys are, which go no further than there are options.
    pub at: Option<usize>,
    /// The id of the element on it that the address points at.
    pub shows: Option<String>,
    /// As [`write`](crate::sheet::write) writes it.
    pub sheet: String,
}

impl Ask {
    /// What a reader asks.
    #[must_use]
    pub fn of(reader: &Reader) -> Self {
        let Reader { kept, form, address, sheet, .. } = reader;
        let wanted = Wanted::Sheet { at: sheet.at };
        Self { dial: kept.dial, form: form.clone(), address: address.clone(), wanted }
    }

    /// By what an answer says what it is to: where the reader is, at which stop of the dial, and where the arrow keys are.
    #[must_use]
    pub fn to(&self) -> String {
        format!("{} {} {}", self.dial.token(), self.wanted.write(), self.address.href(&self.form))
    }

    /// As a text.
    #[must_use]
    pub fn write(&self) -> String {
        let base = match &self.form {
            Form::Path { base } => base,
            Form::Hash => "",
        };
        let (dial, address, wanted) = (self.dial.token(), self.address.href(&self.form), self.wanted.write());
        format!("{dial}{PART}{base}{PART}{address}{PART}{wanted}")
    }

    /// Reads it back; nothing where it is not what [`write`](Self::write) writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut fields = text.split(PART);
        let dial = Dial::from_token(fields.next()?)?;
        let form = match fields.next()? {
            "" => Form::Hash,
            base => Form::Path { base: base.to_owned() },
        };
        let address = Address::from_href(&form, fields.next()?)?;
        let wanted = fields.next()?;
        let file = Offer::from_token(wanted).map(Wanted::File);
        Some(Self { dial, form, address, wanted: file.unwrap_or(Wanted::Sheet { at: wanted.parse().ok() }) })
    }
}

impl Wanted {
    fn write(&self) -> String {
        match self {
            Self::Sheet { at } => count(*at),
            Self::File(offer) => offer.token().to_owned(),
        }
    }
}

impl Answer {
    /// As a text.
    #[must_use]
    pub fn write(&self) -> String {
        let shows = self.shows.as_deref().unwrap_or_default();
        [self.of.as_str(), &self.says, &count(self.at), shows, &self.sheet].join(&PART.to_string())
    }

    /// Reads it back; nothing where it is not what [`write`](Self::write) writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (of, text) = text.split_once(PART)?;
        let (says, text) = text.split_once(PART)?;
        let (at, text) = text.split_once(PART)?;
        let (shows, sheet) = text.split_once(PART)?;
        let shows = (!shows.is_empty()).then(|| shows.to_owned());
        Some(Self { of: of.to_owned(), says: says.to_owned(), at: at.parse().ok(), shows, sheet: sheet.to_owned() })
    }
}

fn count(at: Option<usize>) -> String {
    at.map_or_else(String::new, |at| at.to_string())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::address::Place;

    proptest! {
        #[test]
        fn a_question_reads_back(
            stop in 0..Dial::STOPS.len(),
            is_one_file: bool,
            typed in ".*",
            at: Option<usize>,
            offer in proptest::option::of(0..Offer::ALL.len()),
        ) {
            let form = if is_one_file { Form::Hash } else { Form::Path { base: "/notes/".to_owned() } };
            let address = Address::of(Place::Search).with("q", &typed);
            let wanted = offer.map_or(Wanted::Sheet { at }, |place| Wanted::File(Offer::ALL[place].0));
            let ask = Ask { dial: Dial::STOPS[stop], form, address, wanted };
            prop_assert_eq!(Ask::read(&ask.write()), Some(ask));
        }

        #[test]
        fn an_answer_reads_back(of in "[^\u{1f}]*", says in "[^\u{1f}]*", at: Option<usize>, shows: Option<u8>, sheet in ".*") {
            let answer = Answer { of, says, at, shows: shows.map(|place| format!("text-{place}")), sheet };
            prop_assert_eq!(Answer::read(&answer.write()), Some(answer));
        }

        #[test]
        fn any_text_at_all_is_read_or_refused(text in ".*") {
            drop((Ask::read(&text), Answer::read(&text)));
        }
    }
}
