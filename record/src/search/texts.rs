//! The texts that a reader has attached, paragraph by paragraph, and what is found in them.
//!
//! [`Builder`] takes in one text after the other, so that whoever has many can say how far it is. It takes them as they
//! are read at the dial: what is kept back is in no document. Another stop of the dial is another index.
//!
//! The words stay with whoever holds the texts. Here each paragraph is a row of numbers, one for each word, in two bytes
//! or less for most: rows are what phrases are looked up in, and the index is made of them in the end.

mod rows;

use std::ops::Range;

use super::asked::{Asked, Filter, goes_by};
use super::index::{Index, Postings};
use super::lexicon::Numbered;
use super::marks::{Marked, Marker};
use super::names::{Names, mark};
use super::order::in_order;
use super::words::words;
use crate::model::Review;
use crate::questions::{Open, Reading};
use crate::{Level, Shown};

use rows::{Kind, Rows};

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
    words: Numbered,
    /// What is known of each word, by its number.
    known: Vec<Known>,
    rows: Rows,
    paragraphs: Vec<Paragraph<'r>>,
    texts: usize,
}

/// What is known of a word while texts are taken in.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Whether a name may begin with it; nothing before anybody has asked.
    may_begin: Option<bool>,
    /// How many paragraphs hold it.
    paragraphs: u32,
    /// The last of them, from 1.
    last: u32,
}

/// Texts that were all taken in, while the index is made of their rows.
#[derive(Debug)]
pub struct Closing<'r> {
    texts: Texts<'r>,
    /// What each word weighs in the paragraph that is looked at, by its number.
    weights: Vec<u8>,
    /// How many paragraphs are in the index.
    done: usize,
}

/// How many paragraphs are put into the index at a time, in a few milliseconds.
const PIECE: usize = 500;

/// Texts made ready to be searched.
#[derive(Debug)]
pub struct Texts<'r> {
    names: Names,
    index: Index,
    rows: Rows,
    /// The place of each word in the index, by its number.
    places: Vec<u32>,
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
}

/// One paragraph as it is searched.
#[derive(Clone, Copy, Debug)]
struct Paragraph<'r> {
    text: u32,
    review: &'r Review,
    number: u16,
    level: Level,
    /// How many words it has, what hyphens join apart.
    count: u32,
}

impl<'r> Builder<'r> {
    /// For texts that are read at the stop at which the record is shown: its names are known by their sound.
    #[must_use]
    pub fn new(shown: Shown<'r>) -> Self {
        Self {
            names: Names::of(shown),
            words: Numbered::default(),
            known: Vec::new(),
            rows: Rows::default(),
            paragraphs: Vec::new(),
            texts: 0,
        }
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
        let (mut plain, mut numbers) = (Vec::new(), Vec::new());
        for word in &words {
            let kind = if word.is_joined { Kind::Joined } else { Kind::Plain };
            let number = self.word(&word.folded, kind);
            if kind == Kind::Plain {
                plain.push(word.folded.as_str());
                numbers.push(number as usize);
            }
        }
        let Self { names, known, .. } = self;
        let may_begin = |place: usize| {
            let known: &mut Known = &mut known[numbers[place]];
            *known.may_begin.get_or_insert_with(|| names.may_begin(plain[place]))
        };
        let named: Vec<String> = names.named_in(&plain, may_begin).into_iter().map(mark).collect();
        for who in &named {
            self.word(who, Kind::Named);
        }
        self.rows.end();
        let (text, number, level, count) = (self.texts as u32, open.paragraph, open.level, plain.len() as u32);
        self.paragraphs.push(Paragraph { text, review, number, level, count });
    }

    /// Takes in a word of the paragraph that is begun, and gives its number.
    fn word(&mut self, word: &str, kind: Kind) -> u32 {
        let number = self.words.number(word);
        if number as usize == self.known.len() {
            self.known.push(Known::default());
        }
        let (known, here) = (&mut self.known[number as usize], self.rows.len() as u32 + 1);
        if known.last != here {
            known.last = here;
            known.paragraphs += 1;
        }
        self.rows.push(number, kind);
        number
    }

    /// How many texts were taken in.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.texts
    }

    /// The texts that were taken in, ready to be searched.
    #[must_use]
    pub fn finish(self) -> Texts<'r> {
        self.close().finish()
    }

    /// All texts are taken in; what is left to do can be done piece by piece.
    #[must_use]
    pub fn close(self) -> Closing<'r> {
        let Self { names, words, known, mut rows, paragraphs, .. } = self;
        rows.close();
        let counts: Vec<u32> = known.iter().map(|known| known.paragraphs).collect();
        let (lexicon, places) = words.in_order();
        let postings = Postings::new(&counts, &places);
        let count: usize = paragraphs.iter().map(|paragraph| paragraph.count as usize).sum();
        let usual = (count as f32 / paragraphs.len().max(1) as f32).max(1.0);
        let index = Index { lexicon, postings, documents: rows.len() as u32 };
        let texts = Texts { names, index, rows, places, paragraphs, usual };
        Closing { texts, weights: vec![0; counts.len()], done: 0 }
    }
}

impl<'r> Closing<'r> {
    /// Puts some more paragraphs into the index; says whether there are more to come.
    pub fn read_on(&mut self) -> bool {
        let Self { texts: Texts { index, rows, places, .. }, weights, done } = self;
        // Which words stand in the paragraph that is looked at.
        let mut here = Vec::new();
        let end = rows.len().min(*done + PIECE);
        for document in *done..end {
            for (number, kind) in rows.row(document) {
                let weight = &mut weights[number as usize];
                if *weight == 0 {
                    here.push(number as usize);
                }
                *weight = match (kind, *weight) {
                    (Kind::Named, _) => NAMED,
                    (_, 0) => ONCE,
                    (_, weight) => (weight + AGAIN).min(MOST),
                };
            }
            for number in here.drain(..) {
                index.postings.put(places[number], document as u32, std::mem::take(&mut weights[number]));
            }
        }
        *done = end;
        end < rows.len()
    }

    /// Does what is left to do.
    #[must_use]
    pub fn finish(mut self) -> Texts<'r> {
        while self.read_on() {}
        self.texts
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
        let phrases: Option<Vec<_>> = asked.phrases.iter().map(|phrase| self.just(phrase)).collect();
        let Some(phrases) = phrases else { return Vec::new() };
        let row = self.row(&asked.words);
        let scores = self.index.scores(&self.names.terms(asked));
        let mut hits: Vec<Hit<'r>> = Vec::new();
        let mut words = Vec::new();
        for (place, (paragraph, score)) in self.paragraphs.iter().zip(scores).enumerate() {
            let Some(score) = score.filter(|_| asked.filters.iter().all(|filter| paragraph.fits(filter))) else {
                continue;
            };
            if row.is_some() || !phrases.is_empty() {
                self.rows.plain(place, &mut words);
            }
            if !phrases.iter().all(|phrase| self.stands(&words, phrase)) {
                continue;
            }
            let is_in_a_row = row.as_ref().is_some_and(|row| self.stands(&words, row));
            let length = 1.0 - LENGTH + LENGTH * paragraph.count as f32 / self.usual;
            let score = score / length * if is_in_a_row { IN_A_ROW } else { 1.0 };
            let Paragraph { text, review, number, .. } = *paragraph;
            hits.push(Hit { text: text as usize, review, paragraph: number, score });
        }
        let score = |place: u32| hits[place as usize].score;
        in_order(hits.len(), &|one, two| score(one) > score(two))
            .into_iter()
            .map(|place| hits[place as usize])
            .collect()
    }

    /// Just those words; nothing where one is in no paragraph.
    fn just(&self, words: &[String]) -> Option<Row> {
        let number = |word: &String| {
            let place = self.index.lexicon.place(word)? as u32;
            self.places.iter().position(|other| *other == place).map(|number| number as u32)
        };
        Some(Row { numbers: words.iter().map(number).collect::<Option<_>>()?, last: None })
    }

    /// All that was typed as words in a row, the last of which may still be being typed; nothing of a single word.
    fn row(&self, words: &[String]) -> Option<Row> {
        let (last, before) = words.split_last().filter(|(_, before)| !before.is_empty())?;
        let last = self.index.lexicon.beginning(last);
        Some(Row { last: Some(last.start as u32..last.end as u32), ..self.just(before)? })
    }

    /// Whether words stand in that row among those of a paragraph.
    fn stands(&self, words: &[u32], row: &Row) -> bool {
        let Row { numbers, last } = row;
        let Some(first) = numbers.first() else { return true };
        let is_last = |number: &u32| last.as_ref().is_none_or(|last| last.contains(&self.places[*number as usize]));
        let fits = |rest: &[u32]| {
            rest.starts_with(numbers) && (last.is_none() || rest.get(numbers.len()).is_some_and(is_last))
        };
        // Most words are told apart by the first.
        words.iter().enumerate().any(|(place, word)| word == first && fits(&words[place..]))
    }

    /// As much of paragraphs as shows what was asked, with marks on it; `words` are those of the paragraphs, which whoever
    /// holds the texts has.
    #[must_use]
    pub fn marked(&self, asked: &Asked, words: &[String]) -> Vec<Marked> {
        let marker = Marker::new(asked, &self.names);
        words.iter().map(|words| marker.part(words)).collect()
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

/// Words that stand one after the other.
struct Row {
    /// Their numbers.
    numbers: Vec<u32>,
    /// The places in the index of those by any of which they are followed, where they must be.
    last: Option<Range<u32>>,
}
