//! Making a locator and finding its passage again.
//!
//! A locator in a file reads `¶5 84+22 8f3c9a01d2 77b0e4c911`: the paragraph, where the passage starts in it and how
//! long it is in code points, the hash of the passage with its context, the hash of the passage alone.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::model::{Locator, PassageHash, Proof};
use crate::text::{Paragraph, Text, folded};

/// How many code points on either side of a passage, inside its paragraph, are its context.
pub const CONTEXT: usize = 32;

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
                hash: hash_in_context(words, start, length),
                passage: hash_alone(words, start, length),
            }),
        })
    }

    /// Whether the passage and its context stand in a text where the locator says.
    #[must_use]
    pub fn is_in_place(&self, text: &Text) -> bool {
        let (start, length) = (self.start as usize, self.length as usize);
        let here = text.paragraph(self.paragraph).filter(|words| start + length <= words.len());
        let proven = here.zip(self.proof);
        proven.is_some_and(|(words, proof)| hash_in_context(words, start, length) == proof.hash)
    }

    /// Finds the passage in a text that may have shifted: in place, or the nearest other place with the same context,
    /// or, where only the context has changed, the nearest place with the same words. `claimed` says which places are
    /// taken already by other locators; those are passed over. Without its proof a passage is lost.
    #[must_use]
    pub fn find(&self, text: &Text, claimed: impl Fn(u16, u32) -> bool) -> Found {
        let Some(proof) = self.proof else { return Found::Lost };
        let (start, length) = (self.start as usize, self.length as usize);
        if self.is_in_place(text) {
            return Found::InPlace;
        }
        // A step to another paragraph weighs more than any step within one.
        let mut paragraphs: Vec<(u16, &Paragraph)> = (1..).zip(text.paragraphs()).collect();
        paragraphs.sort_by_key(|(number, _)| number.abs_diff(self.paragraph));
        let nearest = |matches: &dyn Fn(&Paragraph, usize) -> bool| {
            paragraphs.iter().find_map(|&(number, words)| {
                let mut places: Vec<usize> = (0..(words.len() + 1).saturating_sub(length)).collect();
                places.sort_by_key(|place| place.abs_diff(start));
                let fits = |place: &usize| !claimed(number, *place as u32) && matches(words, *place);
                places.into_iter().find(fits).map(|place| Found::Moved { paragraph: number, start: place as u32 })
            })
        };
        let in_context = |words: &Paragraph, place| hash_in_context(words, place, length) == proof.hash;
        let alone = |words: &Paragraph, place| hash_alone(words, place, length) == proof.passage;
        let found = nearest(&in_context).or_else(|| nearest(&alone)).unwrap_or(Found::Lost);
        match found {
            Found::Moved { paragraph, start } if paragraph == self.paragraph && start == self.start => Found::InPlace,
            found => found,
        }
    }
}

impl Text {
    /// Every place at which words stand, exactly as written, in the order of the text; only in one paragraph if it is
    /// named.
    #[must_use]
    pub fn places(&self, words: &str, only: Option<u16>) -> Vec<Locator> {
        let length = words.nfc().count();
        let paragraphs = (1_u16..).zip(self.paragraphs()).filter(|(number, _)| only.is_none_or(|only| only == *number));
        let places = |(number, paragraph): (u16, &Paragraph)| {
            let starts = paragraph.find(words).into_iter();
            starts.filter_map(move |start| Locator::new(self, number, start, length)).collect::<Vec<_>>()
        };
        paragraphs.flat_map(places).collect()
    }
}

fn hash_in_context(words: &Paragraph, start: usize, length: usize) -> PassageHash {
    let from = start.saturating_sub(CONTEXT);
    let to = (start + length + CONTEXT).min(words.len());
    // The bars keep "ab|c" and "a|bc" apart; a text cannot hold them, as it has no control characters in a line.
    let parts = [
        folded(&words.slice(from, start - from)),
        folded(&words.slice(start, length)),
        folded(&words.slice(start + length, to - start - length)),
    ];
    hash(&parts.join("\u{1f}"))
}

fn hash_alone(words: &Paragraph, start: usize, length: usize) -> PassageHash {
    hash(&folded(&words.slice(start, length)))
}

fn hash(words: &str) -> PassageHash {
    let digest = Sha256::digest(words.as_bytes());
    PassageHash([digest[0], digest[1], digest[2], digest[3], digest[4]])
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
