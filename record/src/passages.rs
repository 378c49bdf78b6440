//! The passages of a text by their hashes: what many locators are found again in at once.
//!
//! Looking for a passage means hashing every place of a text that is as long. So each paragraph is folded once, and each
//! length is gone through once for all locators that have it; what may stand in context is then looked for among the few
//! places with the same words.

use std::collections::BTreeMap;
use std::iter;

use sha2::{Digest, Sha256};

use crate::model::{Locator, PassageHash, Proof};
use crate::text::{Paragraph, Text, begins, fold_begun, folded};

/// How many code points on either side of a passage, inside its paragraph, are its context.
pub const CONTEXT: usize = 32;

/// A text, and what was looked for in it so far.
#[derive(Clone, Debug)]
pub struct Passages<'t> {
    text: &'t Text,
    foldings: Vec<Folding>,
    /// By length and words, every place.
    places: BTreeMap<(u32, PassageHash), Vec<(u16, u32)>>,
}

impl<'t> Passages<'t> {
    /// The passages of a text; none is looked for yet.
    #[must_use]
    pub fn of(text: &'t Text) -> Self {
        let foldings = text.numbered().map(|(_, words)| Folding::of(words)).collect();
        Self { text, foldings, places: BTreeMap::new() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'t Text {
        self.text
    }

    /// Looks for the passages of some locators, all in one go.
    pub fn seek<'l>(&mut self, locators: impl IntoIterator<Item = &'l Locator>) {
        let mut wanted: BTreeMap<u32, Vec<PassageHash>> = BTreeMap::new();
        for locator in locators {
            let Some(Proof { passage, .. }) = locator.proof else { continue };
            let known = self.places.contains_key(&(locator.length, passage));
            let of_length = wanted.entry(locator.length).or_default();
            if !known && !of_length.contains(&passage) {
                of_length.push(passage);
            }
        }
        for (length, passages) in wanted {
            for passage in &passages {
                self.places.insert((length, *passage), Vec::new());
            }
            if !passages.is_empty() {
                self.go_through(length, &passages);
            }
        }
    }

    fn go_through(&mut self, length: u32, passages: &[PassageHash]) {
        for ((number, words), folding) in self.text.numbered().zip(&self.foldings) {
            let places = (words.len() + 1).saturating_sub(length as usize);
            // What is within a letter with marks is nobody's passage, and to fold each such place takes long.
            let parts = |start: &usize| folding.parts(*start) && folding.parts(start + length as usize);
            for start in (0..places).filter(parts) {
                let passage = folding.alone(words, start, length as usize);
                if passages.contains(&passage) {
                    self.places.entry((length, passage)).or_default().push((number, start as u32));
                }
            }
        }
    }

    /// Every place with the words of a locator's passage, in the order of the text.
    pub(crate) fn like(&mut self, locator: &Locator) -> &[(u16, u32)] {
        self.seek([locator]);
        let key = locator.proof.map(|proof| (locator.length, proof.passage));
        key.and_then(|key| self.places.get(&key)).map_or(&[], Vec::as_slice)
    }

    /// The hash of a place with its context.
    pub(crate) fn in_context(&self, paragraph: u16, start: u32, length: u32) -> Option<PassageHash> {
        let words = self.text.paragraph(paragraph)?;
        let folding = self.foldings.get(usize::from(paragraph) - 1)?;
        Some(folding.in_context(words, start as usize, length as usize))
    }
}

/// How parts of a paragraph are folded.
#[derive(Clone, Debug)]
pub(crate) enum Folding {
    /// Cut out of the whole paragraph, folded. A letter stays together with the marks on it, as one may be folded
    /// otherwise beside the other than alone.
    Whole {
        /// The paragraph.
        folded: String,
        /// Where in it each code point begins, and where the last ends; [`WITHIN`] for those that belong to the one before.
        starts: Vec<u32>,
    },
    /// Each by itself.
    Each,
}

/// No place to cut at.
const WITHIN: u32 = u32::MAX;

impl Folding {
    fn of(words: &Paragraph) -> Self {
        let chars = words.chars();
        let mut folded = String::with_capacity(chars.len());
        let mut starts = Vec::with_capacity(chars.len() + 1);
        let mut at = 0;
        while at < chars.len() {
            let others = chars[at + 1..].iter().take_while(|c| !begins(**c)).count();
            starts.push(folded.len() as u32);
            starts.extend(iter::repeat_n(WITHIN, others));
            fold_begun(&chars[at..=at + others], &mut folded);
            at += others + 1;
        }
        starts.push(folded.len() as u32);
        Self::Whole { folded, starts }
    }

    /// Whether a passage may begin or end at a place: not between a letter and the marks on it.
    fn parts(&self, place: usize) -> bool {
        match self {
            Self::Whole { starts, .. } => starts.get(place).is_some_and(|start| *start != WITHIN),
            Self::Each => true,
        }
    }

    /// The hash of a passage and its context.
    pub(crate) fn in_context(&self, words: &Paragraph, start: usize, length: usize) -> PassageHash {
        let from = start.saturating_sub(CONTEXT);
        let to = (start + length + CONTEXT).min(words.len());
        let mut hasher = Sha256::new();
        self.feed(&mut hasher, words, from, start);
        // The bars keep "ab|c" and "a|bc" apart; a text cannot hold them, as it has no control characters in a line.
        hasher.update([BAR]);
        self.feed(&mut hasher, words, start, start + length);
        hasher.update([BAR]);
        self.feed(&mut hasher, words, start + length, to);
        cut(hasher)
    }

    /// The hash of a passage alone.
    pub(crate) fn alone(&self, words: &Paragraph, start: usize, length: usize) -> PassageHash {
        let mut hasher = Sha256::new();
        self.feed(&mut hasher, words, start, start + length);
        cut(hasher)
    }

    fn feed(&self, hasher: &mut Sha256, words: &Paragraph, from: usize, to: usize) {
        match self {
            Self::Whole { folded: whole, starts } => {
                let part = |from: usize, to: usize| &whole.as_bytes()[starts[from] as usize..starts[to] as usize];
                if self.parts(from) && self.parts(to) {
                    return hasher.update(part(from, to));
                }
                // What begins or ends between a letter and its marks is folded there by itself.
                let each = |from: usize, to: usize| folded(&words.slice(from, to - from));
                let first = (from..=to).find(|place| self.parts(*place));
                let last = (from..=to).rev().find(|place| self.parts(*place));
                let (Some(first), Some(last)) = (first, last) else { return hasher.update(each(from, to)) };
                hasher.update(each(from, first));
                hasher.update(part(first, last));
                hasher.update(each(last, to));
            }
            Self::Each => hasher.update(folded(&words.slice(from, to - from)).as_bytes()),
        }
    }
}

const BAR: u8 = 0x1f;

fn cut(hasher: Sha256) -> PassageHash {
    let digest = hasher.finalize();
    PassageHash([digest[0], digest[1], digest[2], digest[3], digest[4]])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Letters, and much that folds into several, combines with its neighbours or is taken apart.
    const TEXT: &str = "[a-cA-Z .,’“…ﬁéİßſΣ한\u{1100}\u{1161}\u{11a8}\u{301}\u{327}\u{ac00}ｶﾞ´\u{a0}—]{1,40}";

    proptest! {
        #[test]
        fn a_part_of_a_folded_paragraph_is_the_part_folded(text in TEXT, at in any::<(u8, u8)>()) {
            let text = Text::new(&text);
            for words in text.paragraphs() {
                let start = usize::from(at.0) % words.len();
                let length = usize::from(at.1) % (words.len() - start) + 1;
                let folding = Folding::of(words);
                prop_assert_eq!(folding.alone(words, start, length), Folding::Each.alone(words, start, length));
                prop_assert_eq!(folding.in_context(words, start, length), Folding::Each.in_context(words, start, length));
            }
        }
    }

    #[test]
    fn a_letter_stays_together_with_the_marks_on_it() {
        let parts = |words: &str| {
            let text = Text::new(words);
            let folding = Folding::of(&text.paragraphs()[0]);
            (0..=text.paragraphs()[0].len()).map(|place| folding.parts(place)).collect::<Vec<_>>()
        };
        assert!(parts("“Don’t,” said Éva… — 한소희, ﬁrst İ").iter().all(|parts| *parts));
        assert_eq!(parts("ax\u{301}b"), [true, true, false, true, true]);
    }
}
