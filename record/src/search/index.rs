//! Which words stand in which documents: every word once, in order, each with the documents that hold it.

use std::collections::BTreeMap;

/// From how many letters on a word may be typed with one slip. In shorter ones a slip is too often another word.
const LONG: usize = 5;

/// What a word that only begins as was typed counts, of one that is just as typed.
const BEGINS: f32 = 0.6;

/// What a word with one slip counts. Less than one that begins so: most who type three letters have not slipped.
const SLIPPED: f32 = 0.35;

/// How a word that is looked for stands to one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// It is the same.
    Same,
    /// It begins so.
    Begins,
    /// One letter is missing, too many, another, or two have changed places.
    Slipped,
}

impl Closeness {
    /// What a match counts, from 0 to 1.
    #[must_use]
    pub fn counts(self) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Begins => BEGINS,
            Self::Slipped => SLIPPED,
        }
    }
}

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
    numbers: BTreeMap<Box<str>, u32>,
    /// Every word of every document, by its number.
    entries: Vec<(u32, Posting)>,
    documents: u32,
}

impl Builder {
    /// A document: its words, folded, each with what it weighs. Documents are numbered from 0 in the order they come.
    pub fn add<'w>(&mut self, words: impl IntoIterator<Item = (&'w str, u8)>) {
        for (word, weight) in words {
            let next = self.numbers.len() as u32;
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => *self.numbers.entry(word.into()).or_insert(next),
            };
            self.entries.push((number, Posting::new(self.documents, weight)));
        }
        self.documents += 1;
    }

    /// The index of what was taken in.
    #[must_use]
    pub fn finish(self) -> Index {
        let words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        let mut place_of = vec![0_u32; words.len()];
        let mut text = String::with_capacity(words.iter().map(|(word, _)| word.len()).sum());
        let mut ends = Vec::with_capacity(words.len());
        for (place, (word, number)) in words.iter().enumerate() {
            place_of[*number as usize] = place as u32;
            text.push_str(word);
            ends.push(text.len() as u32);
        }
        // Counted first, then put in their places: every document comes after those before it.
        let mut starts = vec![0_u32; words.len() + 1];
        for (number, _) in &self.entries {
            starts[place_of[*number as usize] as usize + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut postings = vec![Posting(0); self.entries.len()];
        let mut next = starts.clone();
        for (number, posting) in &self.entries {
            let at = &mut next[place_of[*number as usize] as usize];
            postings[*at as usize] = *posting;
            *at += 1;
        }
        Index { text, ends, starts, postings, documents: self.documents }
    }
}

/// Words, and the documents that hold them.
#[derive(Debug)]
pub struct Index {
    /// All words, one after the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// Where the postings of each begin, and where the last ones end.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    documents: u32,
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
            let instead = term.or.iter().filter_map(|word| Some((self.place(word)?, Closeness::Same)));
            for (place, closeness) in self.matches(&term.word).into_iter().chain(instead) {
                let postings = self.postings(place);
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

    /// The words that fit one that is looked for, by their places.
    fn matches(&self, word: &str) -> Vec<(usize, Closeness)> {
        let mut matches = Vec::new();
        let first = self.partition(|other| other < word);
        for place in first..self.ends.len() {
            let other = self.word(place);
            if !other.starts_with(word) {
                break;
            }
            let is_same = other.len() == word.len();
            matches.push((place, if is_same { Closeness::Same } else { Closeness::Begins }));
        }
        if word.chars().count() >= LONG {
            let letters: Vec<char> = word.chars().collect();
            let is_near = |place: &usize| is_one_slip(&letters, self.word(*place));
            matches.extend((0..self.ends.len()).filter(is_near).map(|place| (place, Closeness::Slipped)));
        }
        matches
    }

    /// The place of just that word.
    fn place(&self, word: &str) -> Option<usize> {
        let place = self.partition(|other| other < word);
        (place < self.ends.len() && self.word(place) == word).then_some(place)
    }

    fn partition(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = (low + high) / 2;
            if is_before(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn word(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[place] as usize]
    }

    fn postings(&self, place: usize) -> &[Posting] {
        &self.postings[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}

/// How a word stands to one that is looked for; nothing where they have nothing to do with each other.
pub(super) fn closeness(asked: &str, word: &str) -> Option<Closeness> {
    if word.starts_with(asked) {
        return Some(if word.len() == asked.len() { Closeness::Same } else { Closeness::Begins });
    }
    let letters: Vec<char> = asked.chars().collect();
    (letters.len() >= LONG && is_one_slip(&letters, word)).then_some(Closeness::Slipped)
}

/// Whether one slip makes one word of the other: a letter missing, too many, another, or two that changed places.
fn is_one_slip(word: &[char], other: &str) -> bool {
    // In bytes, a letter more or less is at most four.
    if other.len() + 4 < word.len() || other.len() > 4 * (word.len() + 1) {
        return false;
    }
    let other: Vec<char> = other.chars().collect();
    let same = word.iter().zip(&other).take_while(|(one, two)| one == two).count();
    let (one, two) = (&word[same..], &other[same..]);
    match one.len().cmp(&two.len()) {
        std::cmp::Ordering::Less => one == &two[1..],
        std::cmp::Ordering::Greater => two == &one[1..],
        std::cmp::Ordering::Equal => match (one, two) {
            ([a, b, one @ ..], [c, d, two @ ..]) => one == two && (b == d || (a == d && b == c)),
            ([_], [_]) => true,
            _ => false,
        },
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
