//! Making a locator and finding its passage again.
//!
//! A locator in a file reads `¶5 84+22 8f3c9a01d2 77b0e4c911`: the paragraph, where the passage starts in it and how
//! long it is in code points, the hash of the passage with its context, the hash of the passage alone.

use std::fmt;
use std::str::FromStr;

use crate::model::{Locator, PassageHash, Proof};
use crate::passages::{Folding, Passages};
use crate::text::{Paragraph, Text};
use crate::unicode::nfc;

/// Where a passage is found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Where the locator says.
    InPlace,
    /// Elsewhere: paragraph and start.
    Moved {
        /// The paragraph, from 1.
        paragraph: u16,
        /// The start in it, in code points.
        start: u32,
    },
    /// Nowhere.
    Lost,
}

impl Locator {
    /// The locator of a passage of `text`; nothing when the passage is empty or reaches past its paragraph's end.
    #[must_use]
    pub fn new(text: &Text, paragraph: u16, start: usize, length: usize) -> Option<Self> {
        let words = text.paragraph(paragraph)?;
        (length > 0 && start.checked_add(length)? <= words.len()).then_some(())?;
        Some(Self {
            paragraph,
            start: u32::try_from(start).ok()?,
            length: u32::try_from(length).ok()?,
            proof: Some(Proof {
                hash: Folding::Each.in_context(words, start, length),
                passage: Folding::Each.alone(words, start, length),
            }),
        })
    }

    /// Whether the passage and its context stand in a text where the locator says.
    #[must_use]
    pub fn is_in_place(&self, text: &Text) -> bool {
        let (start, length) = (self.start as usize, self.length as usize);
        let reaches = |words: &&Paragraph| start.checked_add(length).is_some_and(|end| end <= words.len());
        let proven = text.paragraph(self.paragraph).filter(reaches).zip(self.proof);
        proven.is_some_and(|(words, proof)| Folding::Each.in_context(words, start, length) == proof.hash)
    }

    /// Finds the passage in a text that may have shifted: in place, or the nearest other place with the same context,
    /// or, where only the context has changed, the nearest place with the same words. `claimed` says which places are
    /// taken already by other locators; those are passed over. Without its proof a passage is lost.
    ///
    /// Whoever looks for many passages in one text makes its [`Passages`] once and uses [`find_among`](Self::find_among).
    #[must_use]
    pub fn find(&self, text: &Text, claimed: impl Fn(u16, u32) -> bool) -> Found {
        self.find_among(&mut Passages::of(text), claimed)
    }

    /// Finds the passage among those of a text, as [`find`](Self::find) does.
    #[must_use]
    pub fn find_among(&self, passages: &mut Passages<'_>, claimed: impl Fn(u16, u32) -> bool) -> Found {
        let Some(proof) = self.proof else { return Found::Lost };
        if self.is_in_place(passages.text()) {
            return Found::InPlace;
        }
        let is_free = |&&(paragraph, start): &&(u16, u32)| !claimed(paragraph, start);
        let mut places: Vec<(u16, u32)> = passages.like(self).iter().filter(is_free).copied().collect();
        // A step to another paragraph weighs more than any step within one.
        places.sort_by_key(|(paragraph, start)| {
            (paragraph.abs_diff(self.paragraph), *paragraph, start.abs_diff(self.start), *start)
        });
        let in_context =
            |&(paragraph, start): &(u16, u32)| passages.in_context(paragraph, start, self.length) == Some(proof.hash);
        match places.iter().copied().find(in_context).or(places.first().copied()) {
            None => Found::Lost,
            Some(place) if place == (self.paragraph, self.start) => Found::InPlace,
            Some((paragraph, start)) => Found::Moved { paragraph, start },
        }
    }
}

impl Text {
    /// Every place at which words stand, exactly as written, in the order of the text; only in one paragraph if it is
    /// named.
    #[must_use]
    pub fn places(&self, words: &str, only: Option<u16>) -> Vec<Locator> {
        let length = nfc(words).chars().count();
        let paragraphs = self.numbered().filter(|(number, _)| only.is_none_or(|only| only == *number));
        let places = |(number, paragraph): (u16, &Paragraph)| {
            let starts = paragraph.find(words).into_iter();
            starts.filter_map(move |start| Locator::new(self, number, start, length)).collect::<Vec<_>>()
        };
        paragraphs.flat_map(places).collect()
    }
}

impl fmt::Display for PassageHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for PassageHash {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || {
            format!("`{text}` is not a hash of ten hexadecimal digits; make the locator anew with `cargo xtask locate`")
        };
        if text.len() != 10 || !text.is_ascii() {
            return Err(refuse());
        }
        let mut bytes = [0; 5];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).map_err(|_| refuse())?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { paragraph, start, length, proof } = self;
        write!(f, "¶{paragraph} {start}+{length}")?;
        proof.map_or(Ok(()), |Proof { hash, passage }| write!(f, " {hash} {passage}"))
    }
}

impl FromStr for Locator {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || {
            format!(
                "`{text}` is not a locator such as `¶5 84+22 8f3c9a01d2 77b0e4c911`; make one with `cargo xtask locate`"
            )
        };
        let mut parts = text.split_whitespace();
        let mut next = || parts.next().ok_or_else(refuse);
        let paragraph = next()?.strip_prefix('¶').and_then(|number| number.parse().ok()).ok_or_else(refuse)?;
        let (start, length) = next()?.split_once('+').ok_or_else(refuse)?;
        let start = start.parse().map_err(|_| refuse())?;
        let length = length.parse().map_err(|_| refuse())?;
        let (hash, passage) = (next()?.parse()?, next()?.parse()?);
        match parts.next() {
            None => Ok(Self { paragraph, start, length, proof: Some(Proof { hash, passage }) }),
            Some(_) => Err(refuse()),
        }
    }
}
