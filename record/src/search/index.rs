//! Which words stand in which documents: every word once, in order, each with the documents that hold it.

use super::lexicon::{Closeness, Lexicon, Numbered};

/// What a document must hold: a word, or else one of some others, each just as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The word, folded.
    pub word: String,
    /// What may stand in place of it.
    pub or: Vec<String>,
}

/// A document and what a word of it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Posting(u32);

impl Posting {
    fn new(document: u32, weight: u8) -> Self {
        Self(document << 8 | u32::from(weight))
    }

    fn document(self) -> usize {
        (self.0 >> 8) as usize
    }

    fn weight(self) -> f32 {
        (self.0 & 0xff) as f32
    }
}

/// Takes in words of documents.
#[derive(Debug, Default)]
pub struct Builder {
    words: Numbered,
    /// Every word of every document: its number, the document, and what it weighs there.
    entries: Vec<(u32, u32, u8)>,
    documents: u32,
}

impl Builder {
    /// A document: its words, folded, each with what it weighs. Documents are numbered from 0 in the order they come.
    pub fn add<'w>(&mut self, words: impl IntoIterator<Item = (&'w str, u8)>) {
        for (word, weight) in words {
            self.entries.push((self.words.number(word), self.documents, weight));
        }
        self.documents += 1;
    }

    /// The index of what was taken in.
    #[must_use]
    pub fn finish(self) -> Index {
        let mut counts = vec![0; self.words.len()];
        for (number, ..) in &self.entries {
            counts[*number as usize] += 1;
        }
        let (lexicon, places) = self.words.in_order();
        let mut postings = Postings::new(&counts, &places);
        for (number, document, weight) in self.entries {
            postings.put(places[number as usize], document, weight);
        }
        Index { lexicon, postings, documents: self.documents }
    }
}

/// The documents of each word.
#[derive(Debug)]
pub(super) struct Postings {
    /// Where those of each word end, by its place; the first are at the start.
    ends: Vec<u32>,
    all: Vec<Posting>,
}

impl Postings {
    /// Room for so many documents of each word: the counts by the words' numbers, and their places.
    pub(super) fn new(counts: &[u32], places: &[u32]) -> Self {
        let mut ends = vec![0; places.len()];
        for (count, place) in counts.iter().zip(places) {
            if let Some(after) = ends.get_mut(*place as usize + 1) {
                *after = *count;
            }
        }
        // Each now is where they begin, and moves to their end as they are put there.
        for place in 1..ends.len() {
            ends[place] += ends[place - 1];
        }
        Self { ends, all: vec![Posting(0); counts.iter().sum::<u32>() as usize] }
    }

    /// Puts down that a document holds the word at that place. The documents of a word come in order.
    pub(super) fn put(&mut self, place: u32, document: u32, weight: u8) {
        let next = &mut self.ends[place as usize];
        self.all[*next as usize] = Posting::new(document, weight);
        *next += 1;
    }

    fn of(&self, place: usize) -> &[Posting] {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[place] as usize]
    }
}

/// Words, and the documents that hold them.
#[derive(Debug)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) postings: Postings,
    pub(super) documents: u32,
}

impl Index {
    /// How many documents there are.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.documents as usize
    }

    /// What every document scores for some terms, all of which it must hold; nothing for a document that does not. A
    /// word counts the more the fewer documents hold it, and the more its place in the document weighs.
    #[must_use]
    pub fn scores(&self, terms: &[Term]) -> Vec<Option<f32>> {
        let mut scores: Vec<Option<f32>> = vec![Some(0.0); self.documents()];
        for term in terms {
            let mut best = vec![0.0_f32; self.documents()];
            let instead = term.or.iter().filter_map(|word| Some((self.lexicon.place(word)?, Closeness::Same)));
            for (place, closeness) in self.lexicon.matches(&term.word).into_iter().chain(instead) {
                let postings = self.postings.of(place);
                let rarity = (1.0 + self.documents as f32 / postings.len() as f32).ln();
                for posting in postings {
                    let score = posting.weight() * closeness.counts() * rarity;
                    let best = &mut best[posting.document()];
                    *best = best.max(score);
                }
            }
            for (score, best) in scores.iter_mut().zip(best) {
                *score = score.filter(|_| best > 0.0).map(|score| score + best);
            }
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index(documents: &[&[&str]]) -> Index {
        let mut builder = Builder::default();
        for words in documents {
            builder.add(words.iter().map(|word| (*word, 1)));
        }
        builder.finish()
    }

    fn term(word: &str) -> Term {
        Term { word: word.to_owned(), or: Vec::new() }
    }

    fn found(index: &Index, words: &[&str]) -> Vec<usize> {
        let scores = index.scores(&words.iter().map(|word| term(word)).collect::<Vec<_>>());
        (0..scores.len()).filter(|document| scores[*document].is_some()).collect()
    }

    #[test]
    fn a_document_is_found_by_every_word_of_it_and_all_of_them_must_be_there() {
        let index = index(&[&["song", "writer"], &["song", "friend"], &[]]);
        assert_eq!(found(&index, &["song"]), [0, 1]);
        assert_eq!(found(&index, &["song", "friend"]), [1]);
        assert_eq!(found(&index, &["writer", "friend"]), [0_usize; 0]);
        assert_eq!(found(&index, &[]), [0, 1, 2]);
    }

    #[test]
    fn a_word_is_found_as_it_is_typed() {
        let index = index(&[&["photographer"], &["photo"], &["phone"]]);
        assert_eq!(found(&index, &["photo"]), [0, 1]);
        let scores = index.scores(&[term("photo")]);
        assert!(scores[1] > scores[0]);
    }

    #[test]
    fn one_slip_in_a_longer_word_is_forgiven() {
        let index = index(&[&["photographer"], &["song"]]);
        for typed in ["photgrapher", "photoographer", "photigrapher", "phtoographer", "photographre", "hotographer"] {
            assert_eq!(found(&index, &[typed]), [0], "{typed}");
        }
        assert_eq!(found(&index, &["phtogrpher"]), [0_usize; 0]);
        assert_eq!(found(&index, &["sonf"]), [0_usize; 0]);
    }

    #[test]
    fn a_rare_word_counts_more_than_one_that_is_everywhere() {
        let index = index(&[&["drama", "song"], &["drama"], &["drama"]]);
        let of = |word: &str| index.scores(&[term(word)])[0];
        assert!(of("song") > of("drama"));
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_a_plain_look_at_every_document_finds(
            documents in prop::collection::vec(prop::collection::vec("[ab]{1,3}", 0..5), 0..8),
            word in "[ab]{1,3}",
        ) {
            let mut builder = Builder::default();
            for words in &documents {
                builder.add(words.iter().map(|word| (word.as_str(), 1)));
            }
            let index = builder.finish();
            let plain = |words: &Vec<String>| words.iter().any(|other| other.starts_with(&word));
            let expected: Vec<usize> = (0..documents.len()).filter(|place| plain(&documents[*place])).collect();
            prop_assert_eq!(found(&index, &[&word]), expected);
        }
    }
}
