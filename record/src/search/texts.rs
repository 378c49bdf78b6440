//! The texts that a reader has attached, paragraph by paragraph, and what is found in them.
//!
//! [`Builder`] takes in one text after the other, so that whoever has many can say how far it is. It takes them as they
//! are read at the dial: what is kept back is in no document. Another stop of the dial is another index.

use std::collections::{BTreeMap, HashMap};

use super::asked::{Asked, Filter, goes_by};
use super::index::{self, Index};
use super::marks::{Marked, Marker};
use super::names::{Names, mark, plain};
use super::words::words;
use crate::model::Review;
use crate::questions::{Open, Reading};
use crate::{Level, Shown};

/// What a word weighs that stands in a paragraph once.
const ONCE: u8 = 4;

/// What it weighs more for every other time: a paragraph that keeps coming back to something is about it.
const AGAIN: u8 = 1;

/// What it weighs at most, however often it stands there.
const MOST: u8 = 8;

/// What somebody weighs who is named, however the name is written. More than a word: a name is seldom there by chance.
const NAMED: u8 = 6;

/// What a paragraph counts in which all that was typed stands in a row, of one that only holds the words.
const IN_A_ROW: f32 = 1.5;

/// How far the length of a paragraph is held against it, from 0 to 1: a long one holds a word more easily. Little, as
/// people look for a place, and a short line may be no more than a caption.
const LENGTH: f32 = 0.25;

/// Takes in texts.
#[derive(Debug)]
pub struct Builder<'r> {
    names: Names,
    /// Of each word so far, whether a name may begin with it.
    begins: HashMap<String, bool>,
    index: index::Builder,
    paragraphs: Vec<Paragraph<'r>>,
    texts: usize,
}

/// Texts made ready to be searched.
#[derive(Debug)]
pub struct Texts<'r> {
    names: Names,
    index: Index,
    paragraphs: Vec<Paragraph<'r>>,
    /// How many words a paragraph has, on average.
    usual: f32,
}

/// A paragraph in which something was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit<'r> {
    /// Which of the texts, in the order in which they were taken in, from 0.
    pub text: usize,
    /// The review that the text is of.
    pub review: &'r Review,
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// How well it fits; only to be held against others of the same search.
    pub score: f32,
    /// Which of all paragraphs it is.
    place: usize,
}

/// One paragraph as it is searched.
#[derive(Clone, Debug)]
struct Paragraph<'r> {
    text: usize,
    review: &'r Review,
    number: u16,
    level: Level,
    /// As written.
    words: String,
    /// As compared: every word between spaces, what hyphens join apart.
    plain: String,
    count: usize,
}

impl<'r> Builder<'r> {
    /// For texts that are read at the stop at which the record is shown: its names are known by their sound.
    #[must_use]
    pub fn new(shown: Shown<'r>) -> Self {
        let (begins, index) = (HashMap::new(), index::Builder::default());
        Self { names: Names::of(shown), begins, index, paragraphs: Vec::new(), texts: 0 }
    }

    /// Takes in what is open of a text.
    pub fn add(&mut self, reading: &Reading<'r>) {
        for open in reading.open() {
            self.paragraph(reading.review, open);
        }
        self.texts += 1;
    }

    fn paragraph(&mut self, review: &'r Review, open: &Open<'r>) {
        let text: String = open.segments.iter().map(|segment| segment.text.as_str()).collect();
        let words = words(&text);
        let mut weights: BTreeMap<&str, u8> = BTreeMap::new();
        for word in &words {
            let again = |weight: &mut u8| *weight = (*weight + AGAIN).min(MOST);
            weights.entry(&word.folded).and_modify(again).or_insert(ONCE);
        }
        let Self { names, begins, .. } = self;
        let mut may_begin = |word: &str| match begins.get(word) {
            Some(known) => *known,
            None => *begins.entry(word.to_owned()).or_insert(names.may_begin(word)),
        };
        let mut named: Vec<String> = names.named_in(&words, &mut may_begin).into_iter().map(mark).collect();
        named.sort_unstable();
        named.dedup();
        let named = named.iter().map(|who| (who.as_str(), NAMED));
        self.index.add(weights.into_iter().chain(named));
        let plain = plain(&words);
        self.paragraphs.push(Paragraph {
            text: self.texts,
            review,
            number: open.paragraph,
            level: open.level,
            plain: after_spaces(plain.iter().copied()) + " ",
            count: plain.len(),
            words: text,
        });
    }

    /// How many texts were taken in.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.texts
    }

    /// The texts that were taken in, ready to be searched.
    #[must_use]
    pub fn finish(self) -> Texts<'r> {
        let Self { names, index, paragraphs, .. } = self;
        let words: usize = paragraphs.iter().map(|paragraph| paragraph.count).sum();
        let usual = (words as f32 / paragraphs.len().max(1) as f32).max(1.0);
        Texts { names, index: index.finish(), paragraphs, usual }
    }
}

impl<'r> Texts<'r> {
    /// The paragraphs that fit everything that was asked, best first; those that fit alike, in the order of the texts.
    /// Nothing, where nothing was asked. A paragraph has no status and praises nothing, so filters for these let none
    /// through.
    #[must_use]
    pub fn find(&self, asked: &Asked) -> Vec<Hit<'r>> {
        if asked.is_empty() {
            return Vec::new();
        }
        let scores = self.index.scores(&self.names.terms(asked));
        let phrases: Vec<String> =
            asked.phrases.iter().map(|phrase| after_spaces(phrase.iter().map(String::as_str)) + " ").collect();
        // The last word may still be being typed.
        let row = (asked.words.len() > 1).then(|| after_spaces(asked.words.iter().map(String::as_str)));
        let mut hits: Vec<Hit<'r>> = Vec::new();
        for (place, (paragraph, score)) in self.paragraphs.iter().zip(scores).enumerate() {
            let Some(score) = score.filter(|_| asked.filters.iter().all(|filter| paragraph.fits(filter))) else {
                continue;
            };
            if !phrases.iter().all(|phrase| paragraph.plain.contains(phrase.as_str())) {
                continue;
            }
            let is_in_a_row = row.as_ref().is_some_and(|row| paragraph.plain.contains(row.as_str()));
            let length = 1.0 - LENGTH + LENGTH * paragraph.count as f32 / self.usual;
            let score = score / length * if is_in_a_row { IN_A_ROW } else { 1.0 };
            let Paragraph { text, review, number, .. } = *paragraph;
            hits.push(Hit { text, review, paragraph: number, score, place });
        }
        hits.sort_by(|one, two| two.score.total_cmp(&one.score));
        hits
    }

    /// As much of each paragraph as shows what was asked, with marks on it; empty for hits of other texts.
    #[must_use]
    pub fn marked(&self, asked: &Asked, hits: &[Hit<'_>]) -> Vec<Marked> {
        let marker = Marker::new(asked, &self.names);
        let text = |hit: &Hit<'_>| self.paragraphs.get(hit.place).map_or("", |paragraph| paragraph.words.as_str());
        hits.iter().map(|hit| marker.part(text(hit))).collect()
    }

    /// How many paragraphs can be searched.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.paragraphs.len()
    }
}

impl Paragraph<'_> {
    fn fits(&self, filter: &Filter) -> bool {
        match filter {
            Filter::Review(review) => goes_by(self.review, review),
            Filter::Level(level) => self.level.words() == level,
            Filter::Status(_) | Filter::Is(_) => false,
        }
    }
}

/// Words, each after a space.
fn after_spaces<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.flat_map(|word| [" ", word]).collect()
}
