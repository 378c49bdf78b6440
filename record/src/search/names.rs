//! Everyone's names by their sound: whom a run of words may mean.

use std::collections::BTreeMap;

use super::asked::Asked;
use super::index::Term;
use super::sound::sound;
use super::words::{Word, words};
use crate::Shown;
use crate::model::Who;

/// Of how many words a name may be made at least: one that is written as a single word may be typed as some.
const LONGEST: usize = 4;

/// Whom each name may mean, by its sound.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    by_sound: BTreeMap<String, Vec<Who>>,
    /// Of how many words the longest of them is.
    longest: usize,
}

/// Words that may be a name: how many, and whose.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named<'n> {
    /// Of how many words the name is.
    pub(super) length: usize,
    /// Whom it may mean.
    pub(super) who: &'n [Who],
}

impl Names {
    /// The names of everyone shown, as reviews and the record write them.
    pub(super) fn of(shown: Shown<'_>) -> Self {
        let mut names = Self::default();
        let characters = shown.characters().map(|one| (Who::Character(one.id.clone()), &one.name, &one.native));
        let people = shown.people().map(|one| (Who::Person(one.id.clone()), &one.name, &one.native));
        for (who, name, native) in characters.chain(people) {
            names.add(&who, name);
            if let Some(native) = native {
                names.add(&who, native);
            }
        }
        for spelling in shown.spellings() {
            names.add(&spelling.of, &spelling.text);
        }
        names
    }

    /// A name, and what is left of it without its family's, which stands first, or is the first of three syllables; and
    /// the name with its family's last.
    fn add(&mut self, who: &Who, name: &str) {
        let words = words(name);
        let parts = plain(&words);
        self.longest = self.longest.max(parts.len());
        self.put(sound(&parts), who);
        match parts.as_slice() {
            [family, given @ ..] if !given.is_empty() => {
                self.put(sound(given), who);
                self.put(sound(&[given, &[*family]].concat()), who);
            }
            [one] if one.chars().count() == 3 && one.chars().all(is_hangul) => {
                self.put(sound(&[&one['가'.len_utf8()..]]), who);
            }
            _ => {}
        }
    }

    fn put(&mut self, sound: String, who: &Who) {
        // One letter is too little to know anybody by.
        if sound.len() > 1 {
            let whose = self.by_sound.entry(sound).or_default();
            if !whose.contains(who) {
                whose.push(who.clone());
            }
        }
    }

    /// The longest name that begins with the first of `words`, which are folded and none of them joined.
    pub(super) fn longest(&self, words: &[&str]) -> Option<Named<'_>> {
        (1..=LONGEST.max(self.longest).min(words.len())).rev().find_map(|length| {
            let who = self.by_sound.get(&sound(&words[..length]))?;
            Some(Named { length, who })
        })
    }

    /// Whether a name may begin with a word, which is folded. Most words are told apart here, as every run of words would
    /// have to be sounded out else.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let sound = sound(&[word]);
        // How a word ends may sound otherwise before another: only vowels and what is heard with them.
        let head = sound.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'w']);
        self.by_sound.range(head.to_owned()..).next().is_some_and(|(name, _)| name.starts_with(head))
    }

    /// Whoever is named in a text of `words`, which are folded and none of them joined: by two of them or more. `may_begin`
    /// says of a word, by its place, what [`may_begin`](Self::may_begin) does, for those who remember it.
    pub(super) fn named_in(&self, words: &[&str], mut may_begin: impl FnMut(usize) -> bool) -> Vec<&Who> {
        let mut named = Vec::new();
        let mut place = 0;
        while place < words.len() {
            let longest = may_begin(place).then(|| self.longest(&words[place..])).flatten();
            match longest.filter(|longest| longest.length > 1) {
                Some(Named { length, who }) => {
                    named.extend(who);
                    place += length;
                }
                None => place += 1,
            }
        }
        named
    }

    /// What is looked for in an index: words, and whoever a run of them may mean.
    pub(super) fn terms(&self, asked: &Asked) -> Vec<Term> {
        let mut terms = Vec::new();
        let all: Vec<&str> = asked.words.iter().map(String::as_str).collect();
        let mut rest = all.as_slice();
        while let [first, others @ ..] = rest {
            match self.longest(rest) {
                // A single word may be a name or mean what it says.
                Some(named) if named.length == 1 => {
                    terms.push(Term { word: (*first).to_owned(), or: named.who.iter().map(mark).collect() });
                    rest = others;
                }
                Some(named) => {
                    let word = rest[..named.length].concat();
                    terms.push(Term { word, or: named.who.iter().map(mark).collect() });
                    rest = &rest[named.length..];
                }
                None => {
                    terms.push(Term { word: (*first).to_owned(), or: Vec::new() });
                    rest = others;
                }
            }
        }
        for phrase in &asked.phrases {
            terms.extend(phrase.iter().map(|word| Term { word: word.clone(), or: Vec::new() }));
        }
        terms
    }
}

/// A word that stands for somebody, which no text holds.
pub(super) fn mark(who: &Who) -> String {
    format!("@{}", who.slug())
}

/// The words as they are compared, those that hyphens join only one by one.
pub(super) fn plain(words: &[Word]) -> Vec<&str> {
    words.iter().filter(|word| !word.is_joined).map(|word| word.folded.as_str()).collect()
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::CharacterId;

    proptest! {
        /// Whoever passes over words by which no name may begin finds the same names.
        #[test]
        fn no_name_begins_with_a_word_that_is_passed_over(
            name in prop::collection::vec("[eouiaswhklrng]{1,4}|yi|gim|이은수|선우", 1..4),
            hyphens in any::<bool>(),
        ) {
            let mut names = Names::default();
            names.add(&Who::Character(CharacterId::new("one")), &name.join(if hyphens { "-" } else { " " }));
            let parts: Vec<&str> = name.iter().map(String::as_str).collect();
            for start in 0..parts.len() {
                if names.longest(&parts[start..]).is_some() {
                    prop_assert!(names.may_begin(parts[start]), "{:?}", &parts[start..]);
                }
            }
        }
    }
}
