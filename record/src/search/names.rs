//! Everyone's names by their sound: whom a run of words may mean.

use std::collections::BTreeMap;

use super::sound::sound;
use super::words::{Word, words};
use crate::Shown;
use crate::model::Who;

/// Of how many words a name may be made.
const LONGEST: usize = 4;

/// Whom each name may mean, by its sound.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    by_sound: BTreeMap<String, Vec<Who>>,
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

    /// A name, and what is left of it without its family's: what stands first, or is the first of three syllables.
    fn add(&mut self, who: &Who, name: &str) {
        let words = words(name);
        let parts = plain(&words);
        self.put(sound(&parts), who);
        match parts.as_slice() {
            [_, given @ ..] if !given.is_empty() => self.put(sound(given), who),
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
        (1..=LONGEST.min(words.len())).rev().find_map(|length| {
            let who = self.by_sound.get(&sound(&words[..length]))?;
            Some(Named { length, who })
        })
    }
}

/// The words as they are compared, those that hyphens join only one by one.
pub(super) fn plain(words: &[Word]) -> Vec<&str> {
    words.iter().filter(|word| !word.is_joined).map(|word| word.folded.as_str()).collect()
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}
