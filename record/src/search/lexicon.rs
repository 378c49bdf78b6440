//! Every word of some documents once: numbered as they come, then in order, and which of them fit one that is looked for.

use std::ops::Range;

use super::order::in_order;

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

/// Words as they come, numbered from 0.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    words: Lexicon,
    /// The number of a word and one, where its hash leads or at the next place that was free; 0 is a free place. There are
    /// at least twice as many as words, and always a power of two.
    places: Vec<u32>,
}

impl Numbered {
    /// The number of a word; the next one where it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if self.places.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let place = self.place(word);
        match self.places[place] {
            0 => {
                self.words.push(word);
                self.places[place] = self.len() as u32;
                self.places[place] - 1
            }
            number => number - 1,
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The place of a word, or the free one that it would take.
    fn place(&self, word: &str) -> usize {
        let last = self.places.len() - 1;
        let mut place = hash(word) as usize & last;
        while self.places[place] != 0 && self.words.word(self.places[place] as usize - 1) != word {
            place = (place + 1) & last;
        }
        place
    }

    fn grow(&mut self) {
        self.places = vec![0; (2 * self.places.len()).max(64)];
        for number in 0..self.len() {
            let place = self.place(self.words.word(number));
            self.places[place] = number as u32 + 1;
        }
    }

    /// The words in order, and by the number of each its place among them.
    pub(super) fn in_order(self) -> (Lexicon, Vec<u32>) {
        let word = |number: u32| self.words.word(number as usize);
        let mut places = vec![0; self.len()];
        let mut lexicon = Lexicon::default();
        for (place, number) in (0..).zip(in_order(self.len(), &|one, two| word(one) < word(two))) {
            places[number as usize] = place;
            lexicon.push(word(number));
        }
        (lexicon, places)
    }
}

/// The hash of Fowler, Noll and Vo, which is quick for short words. Nobody gains by words that collide: they are on the
/// reader's own device.
fn hash(word: &str) -> u64 {
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    // The higher bits are the better ones.
    hash ^ (hash >> 32)
}

/// Words, one after the other; those of an index in order.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// All of them, one after the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Lexicon {
    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn word(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[place] as usize]
    }

    /// The place of just that word.
    pub(super) fn place(&self, word: &str) -> Option<usize> {
        let place = self.partition(|other| other < word);
        (place < self.len() && self.word(place) == word).then_some(place)
    }

    /// The places of the words that begin so.
    pub(super) fn beginning(&self, word: &str) -> Range<usize> {
        let first = self.partition(|other| other < word);
        first..self.partition(|other| other < word || other.starts_with(word))
    }

    /// The words that fit one that is looked for, by their places.
    pub(super) fn matches(&self, word: &str) -> Vec<(usize, Closeness)> {
        let is_same = |place: usize| self.word(place).len() == word.len();
        let begins = |place| (place, if is_same(place) { Closeness::Same } else { Closeness::Begins });
        let mut matches: Vec<_> = self.beginning(word).map(begins).collect();
        if is_long(word) {
            let is_near = |place: &usize| is_one_slip(word, self.word(*place));
            matches.extend((0..self.len()).filter(is_near).map(|place| (place, Closeness::Slipped)));
        }
        matches
    }

    fn partition(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if is_before(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// How a word stands to one that is looked for; nothing where they have nothing to do with each other.
pub(super) fn closeness(asked: &str, word: &str) -> Option<Closeness> {
    if word.starts_with(asked) {
        return Some(if word.len() == asked.len() { Closeness::Same } else { Closeness::Begins });
    }
    (is_long(asked) && is_one_slip(asked, word)).then_some(Closeness::Slipped)
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= LONG
}

/// Whether one slip makes one word of the other: a letter missing, too many, another, or two that changed places.
fn is_one_slip(one: &str, two: &str) -> bool {
    // A letter has four bytes at most. Most words are told apart here.
    if one.len().abs_diff(two.len()) > 4 {
        return false;
    }
    // What is left of both between the letters that they begin and end with alike.
    let same = |one: &str, two: &str| {
        one.chars().zip(two.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let start: usize = same(one, two);
    let (one, two) = (&one[start..], &two[start..]);
    let letters = one.chars().rev().zip(two.chars().rev()).take_while(|(a, b)| a == b);
    let end: usize = letters.map(|(a, _)| a.len_utf8()).sum();
    let (mut one, mut two) = (one[..one.len() - end].chars(), two[..two.len() - end].chars());
    match ((one.next(), one.next(), one.next()), (two.next(), two.next(), two.next())) {
        ((Some(_), None, _), (_, None, _)) | ((None, ..), (Some(_), None, _)) => true,
        ((Some(a), Some(b), None), (Some(c), Some(d), None)) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The slow way to say it: every slip is made.
    fn slips(word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        let mut all = Vec::new();
        let mut make = |change: &dyn Fn(&mut Vec<char>)| {
            let mut slipped = letters.clone();
            change(&mut slipped);
            all.push(slipped.into_iter().collect::<String>());
        };
        for place in 0..=letters.len() {
            for letter in ['a', 'b', 'é'] {
                make(&|slipped| slipped.insert(place, letter));
                if place < letters.len() {
                    make(&|slipped| slipped[place] = letter);
                }
            }
            if place < letters.len() {
                make(&|slipped| {
                    slipped.remove(place);
                });
            }
            if place + 1 < letters.len() {
                make(&|slipped| slipped.swap(place, place + 1));
            }
        }
        all.retain(|slipped| slipped != word);
        all
    }

    proptest! {
        #[test]
        fn one_slip_is_what_making_every_slip_comes_to(one in "[abé]{0,6}", two in "[abé]{0,6}") {
            prop_assert_eq!(is_one_slip(&one, &two), slips(&one).contains(&two));
        }

        #[test]
        fn a_word_has_one_number_however_many_there_are(words in prop::collection::vec("[a-d]{1,4}", 0..300)) {
            let mut numbered = Numbered::default();
            let mut known: Vec<&str> = Vec::new();
            for word in &words {
                let expected = known.iter().position(|other| other == word).unwrap_or(known.len());
                prop_assert_eq!(numbered.number(word), expected as u32);
                if expected == known.len() {
                    known.push(word);
                }
            }
            prop_assert_eq!(numbered.len(), known.len());
        }

        #[test]
        fn words_are_in_order_and_found_by_how_they_begin(words in prop::collection::vec("[abé]{1,4}", 0..20), asked in "[abé]{1,3}") {
            let mut numbered = Numbered::default();
            let numbers: Vec<u32> = words.iter().map(|word| numbered.number(word)).collect();
            let (lexicon, places) = numbered.in_order();
            for (word, number) in words.iter().zip(numbers) {
                prop_assert_eq!(lexicon.word(places[number as usize] as usize), word);
                prop_assert_eq!(lexicon.place(word), Some(places[number as usize] as usize));
            }
            let mut expected: Vec<&str> = words.iter().map(String::as_str).filter(|word| word.starts_with(&asked)).collect();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(lexicon.beginning(&asked).map(|place| lexicon.word(place)).collect::<Vec<_>>(), expected);
        }
    }
}
