//! What is searched, and for what: documents of words that are as unevenly common as a language's, the same every time,
//! with names of the record among them.

use std::collections::HashSet;

use liner_notes_record::{Dial, Record, Shown};

/// How many different words there are.
const WORDS: usize = 30_000;

/// How many words of a document are a name, one of so many.
const NAMED: usize = 200;

/// How many words are two that a hyphen joins, one of so many.
const JOINED: usize = 60;

/// What words are made of.
const SYLLABLES: [&str; 24] = [
    "la", "mor", "ti", "sen", "ka", "vu", "ni", "ster", "pa", "do", "ry", "el", "an", "gro", "hi", "bel", "cor", "fa",
    "je", "lum", "qua", "wen", "zo", "ish",
];

/// A row of numbers that look like chance, the same each time: SplitMix64.
#[derive(Debug)]
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// Words and names, and how common they are.
#[derive(Debug)]
pub(super) struct Language {
    /// The most common first.
    words: Vec<String>,
    /// What the words up to each come to, each of them one through its place and a little, as Zipf has it.
    sums: Vec<u64>,
    /// Names in every spelling, those of one person or character after each other.
    names: Vec<String>,
}

impl Language {
    /// With the names of a record that are spelled in most ways.
    pub(super) fn of(record: &Record) -> Self {
        let mut chance = Chance(1);
        let mut known = HashSet::new();
        let mut words = Vec::with_capacity(WORDS);
        while words.len() < WORDS {
            // What is said often is short.
            let syllables = match words.len() {
                0..200 => 1 + chance.below(2),
                200..4_000 => 2 + chance.below(2),
                _ => 2 + chance.below(3),
            };
            let word: String = (0..syllables).map(|_| SYLLABLES[chance.below(SYLLABLES.len())]).collect();
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut sum = 0;
        let share = |place: u64| 1_000_000_000 / (place + 3);
        let sums = (0..WORDS as u64).map(|place| {
            sum += share(place);
            sum
        });
        Self { sums: sums.collect(), words, names: names(record) }
    }

    fn word(&self, chance: &mut Chance) -> &str {
        let at = chance.below(self.sums.last().copied().unwrap_or(1) as usize) as u64;
        &self.words[self.sums.partition_point(|sum| *sum <= at)]
    }

    /// A paragraph of about so many words, in sentences.
    fn paragraph(&self, count: usize, chance: &mut Chance) -> String {
        let mut text = String::new();
        let mut left = 0;
        let longest = count + count / 4;
        let shortest = count - count / 4;
        for _ in 0..shortest + chance.below(longest - shortest + 1) {
            let word = match (chance.below(NAMED), chance.below(JOINED)) {
                (0, _) if !self.names.is_empty() => self.names[chance.below(self.names.len())].clone(),
                (_, 0) => format!("{}-{}", self.word(chance), self.word(chance)),
                _ => self.word(chance).to_owned(),
            };
            if left == 0 {
                left = 6 + chance.below(15);
                text.push_str(if text.is_empty() { "" } else { ". " });
                let first = word.chars().next().map(|first| first.to_ascii_uppercase());
                text.extend(first);
                text.push_str(word.get(1..).unwrap_or_default());
            } else {
                text.push(' ');
                text.push_str(&word);
            }
            left -= 1;
        }
        text + "."
    }

    /// So many texts of so many paragraphs of about so many words, each paragraph a line.
    pub(super) fn texts(&self, count: usize, paragraphs: usize, words: usize) -> Vec<String> {
        let mut chance = Chance(2);
        let mut text = || (0..paragraphs).map(|_| self.paragraph(words, &mut chance)).collect::<Vec<_>>().join("\n");
        (0..count).map(|_| text()).collect()
    }

    /// What is looked for, the same each time: words from common to rare, two of them, how words begin, words with a
    /// slip, and every spelling of the names.
    pub(super) fn queries(&self) -> Vec<String> {
        let mut chance = Chance(3);
        let mut queries = Vec::new();
        // Each place about a fifth further down.
        let mut places = Vec::new();
        let mut place = 0;
        while place < WORDS {
            places.push(place);
            place += 1 + place / 5;
        }
        queries.extend(places.iter().map(|place| self.words[*place].clone()));
        queries.extend((0..45).map(|_| format!("{} {}", self.word(&mut chance), self.word(&mut chance))));
        let long = |chance: &mut Chance, least: usize| loop {
            let word = &self.words[chance.below(WORDS)];
            if word.len() >= least {
                return word.as_str();
            }
        };
        queries.extend((0..45).map(|number| long(&mut chance, 7)[..2 + number % 4].to_owned()));
        for number in 0..45 {
            let mut slipped = long(&mut chance, 6).to_owned();
            let place = 1 + chance.below(slipped.len() - 2);
            match number % 3 {
                0 => drop(slipped.remove(place)),
                1 => slipped.insert(place, 'x'),
                _ => slipped.replace_range(place..=place, "x"),
            }
            queries.push(slipped);
        }
        queries.extend(self.names.iter().cloned());
        queries
    }

    /// What only ours knows: words in quotes, taken from texts.
    pub(super) fn phrases(&self, texts: &[String]) -> Vec<String> {
        let phrase = |text: &String| {
            let words: Vec<&str> = text.split_whitespace().skip(8).take(3).collect();
            format!("\"{}\"", words.join(" "))
        };
        texts.iter().step_by((texts.len() / 30).max(1)).map(phrase).collect()
    }
}

/// The spellings of whoever has most of them: four characters or people.
fn names(record: &Record) -> Vec<String> {
    let shown = Shown::new(record, Dial::All);
    let mut of: Vec<(&str, Vec<String>)> = Vec::new();
    for spelling in shown.spellings() {
        let slug = spelling.of.slug();
        if of.iter().all(|(other, _)| *other != slug) {
            of.push((slug, Vec::new()));
        }
        if let Some((_, forms)) = of.iter_mut().find(|(other, forms)| *other == slug && !forms.contains(&spelling.text))
        {
            forms.push(spelling.text.clone());
        }
    }
    of.sort_by_key(|(_, forms)| std::cmp::Reverse(forms.len()));
    of.into_iter().take(4).flat_map(|(_, forms)| forms).collect()
}

/// What readers of a record may type: every name in every spelling, titles, and how they begin.
pub(super) fn typed(record: &Record) -> Vec<String> {
    let shown = Shown::new(record, Dial::None);
    let names = shown.spellings().map(|spelling| spelling.text.clone());
    let titles = shown.topics().map(|topic| topic.title.clone());
    let begun = shown.topics().map(|topic| topic.title.chars().take(3).collect());
    let mut typed: Vec<String> = names.chain(titles).chain(begun).collect();
    typed.sort_unstable();
    typed.dedup();
    typed
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::path::Path;

    use liner_notes_record::{Record, source};

    use super::Language;

    fn record() -> Record {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections/eight");
        source::read(&folder).unwrap_or_else(|problems| panic!("{problems}"))
    }

    #[test]
    fn documents_are_the_same_each_time_and_as_long_as_they_are_to_be() {
        let texts = Language::of(&record()).texts(200, 1, 160);
        assert_eq!(texts, Language::of(&record()).texts(200, 1, 160));
        let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
        assert!((150..180).contains(&(words / 200)), "{words}");
    }

    #[test]
    fn some_words_are_everywhere_and_most_in_few_documents() {
        let language = Language::of(&record());
        let mut counts: HashMap<String, usize> = HashMap::new();
        for text in language.texts(500, 1, 160) {
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                *counts.entry(word.to_lowercase()).or_default() += 1;
            }
        }
        let most = counts.values().max().copied().unwrap_or_default();
        let once = counts.values().filter(|count| **count == 1).count();
        assert!(most > 1_000 && once * 3 > counts.len(), "{most} and {once} of {}", counts.len());
    }

    #[test]
    fn there_are_some_two_hundred_queries_and_no_two_alike() {
        let mut queries = Language::of(&record()).queries();
        assert!((180..240).contains(&queries.len()), "{}", queries.len());
        let all = queries.len();
        queries.sort_unstable();
        queries.dedup();
        assert!(all - queries.len() < 10, "{} of {all}", queries.len());
    }
}
