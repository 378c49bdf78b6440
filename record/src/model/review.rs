//! A review, the places in its text, and the mistakes its text makes.

use super::{ReviewId, SlipId};
use crate::packed::packs;
use crate::value::{DateRange, Rating};
use crate::{Level, WebAddress};

/// One text about the work. What is not known is `None`, and shown as such.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Its id and the slug of its address.
    pub id: ReviewId,
    /// 1 to n; fixes its order and its colour.
    pub number: u8,
    /// The short name on the screen.
    pub label: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its own title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it came out, as precisely as known.
    pub date: Option<DateRange>,
    /// Where it stands.
    pub address: Option<WebAddress>,
    /// Its own rating on its own scale.
    pub rating: Option<Rating>,
    /// How it treats spoilers.
    pub spoilers: SpoilerPolicy,
    /// How it treats spoilers, in a sentence of ours.
    pub spoiler_note: String,
    /// Our note on the copy of the text that was read.
    pub note: Option<String>,
    /// The length of each paragraph in Unicode code points; there are as many paragraphs as lengths.
    pub paragraphs: Vec<u32>,
    /// How many words the text has.
    pub words: u32,
    /// SHA-256 of the normalised text, in hexadecimal.
    pub sha256: String,
}

/// How a review treats spoilers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "source", derive(serde::Deserialize, serde::Serialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
pub enum SpoilerPolicy {
    /// It tells them without a word of warning.
    Unmarked,
    /// It warns before it tells them.
    Flagged,
    /// It keeps from telling them.
    Avoided,
}

impl SpoilerPolicy {
    /// The policy in a few words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Unmarked => "spoilers unmarked",
            Self::Flagged => "spoilers flagged",
            Self::Avoided => "spoilers avoided",
        }
    }
}

/// A place in a review's normalised text. Carries hashes of the words, never the words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locator {
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// Where the passage starts in it, in code points from 0.
    pub start: u32,
    /// How many code points it has; at least 1.
    pub length: u32,
    /// What the passage is found again by. The packed record leaves it out: hashes do not compress, and the app that
    /// people load has no texts to hold them against.
    pub proof: Option<Proof>,
}

/// What a passage is found again by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proof {
    /// Hash of the folded passage with its context.
    pub hash: PassageHash,
    /// Hash of the folded passage alone.
    pub passage: PassageHash,
}

/// The first five bytes of a SHA-256.
///
/// Five are enough: a search for a moved passage looks at some 6,000 places in a text for each of some 1,000
/// locators, and 6 million tries against 2^40 values meet a wrong one once in 180,000 collections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassageHash(pub [u8; 5]);

/// A mistake inside a source, noted and left as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// Its id.
    pub id: SlipId,
    /// The review that makes it.
    pub review: ReviewId,
    /// Our note.
    pub text: String,
    /// How much the note gives away.
    pub level: Level,
    /// Where it stands.
    pub at: Vec<Locator>,
}

packs! {
    struct Review {
        id, number, label, publisher, title, author, date, address, rating, spoilers, spoiler_note, note, paragraphs,
        words, sha256,
    };
    struct Slip { id, review, text, level, at };
}

packs!(enum SpoilerPolicy { 0 = Unmarked, 1 = Flagged, 2 = Avoided });
