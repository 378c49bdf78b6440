//! What a reader types, read: words, phrases in quotes, and filters such as `review:nme`.

use super::words::{folded, words};
use crate::model::Review;
use crate::unicode::nfc;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Words that may stand anywhere, folded. One with hyphens is one word.
    pub words: Vec<String>,
    /// Words that stand one after the other, as in each pair of quotes.
    pub phrases: Vec<Vec<String>>,
    /// What else is asked.
    pub filters: Vec<Filter>,
}

/// A word before a colon and one after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// What this review says.
    Review(String),
    /// Rows of this status, and what stands in them.
    Status(String),
    /// What gives away this much.
    Level(String),
    /// Appraisals of this kind: praise, mixed, criticism.
    Is(String),
}

impl Asked {
    /// Reads what was typed. Anything is something: a quote that is not closed ends with the text, and a word with a
    /// colon that names no filter is a word. A filter's value may stand in quotes, if it has spaces.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut asked = Self::default();
        // What is typed may come taken apart, as names of files on a Mac do.
        let typed = nfc(typed);
        // The key of a filter that a quote goes on with.
        let mut key = None;
        // Every other piece stands in quotes.
        for (place, piece) in typed.split(['"', '“', '”']).enumerate() {
            if place % 2 == 1 {
                match key.take().map(|key| Filter::of(key, piece).ok_or(key)) {
                    Some(Ok(filter)) => asked.filters.push(filter),
                    Some(Err(key)) => asked.words.push(key.to_lowercase()),
                    None => asked.phrases.extend(Some(plain(piece)).filter(|phrase| !phrase.is_empty())),
                }
                continue;
            }
            let mut words: Vec<&str> = piece.split_whitespace().collect();
            let last = words.last().and_then(|word| word.strip_suffix(':'));
            key = last.filter(|key| piece.ends_with(':') && Filter::of(key, "a").is_some());
            if key.is_some() {
                words.pop();
            }
            for word in words {
                match word.split_once(':').and_then(|(key, value)| Filter::of(key, value)) {
                    Some(filter) => asked.filters.push(filter),
                    None => asked.words.extend(whole(word)),
                }
            }
        }
        // Nothing was said to filter by: it is a word like others.
        asked.words.extend(key.map(str::to_lowercase));
        asked
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.filters.is_empty()
    }
}

impl Filter {
    /// The filter of that key with that value; nothing for other words, or where the value says nothing.
    fn of(key: &str, value: &str) -> Option<Self> {
        let kind = match key.to_lowercase().as_str() {
            "review" => Self::Review,
            "status" => Self::Status,
            "level" => Self::Level,
            "is" => Self::Is,
            _ => return None,
        };
        (!words(value).is_empty()).then(|| kind(value.trim().to_lowercase()))
    }
}

/// Whether a review is the one that a filter names: by its id, its number, or how its label begins.
pub(super) fn goes_by(review: &Review, typed: &str) -> bool {
    review.id.as_str() == typed
        || review.number.to_string() == typed
        || folded(&review.label).starts_with(&folded(typed))
}

/// The words of a phrase: what hyphens join comes apart, as it does in the index.
fn plain(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|word| !word.is_joined).map(|word| word.folded).collect()
}

/// The words of what was typed without a space: as one where hyphens join them.
fn whole(text: &str) -> Vec<String> {
    let all = words(text);
    let is_in_joined = |word: &super::Word| {
        all.iter().any(|other| other.is_joined && other.at.start <= word.at.start && word.at.end <= other.at.end)
    };
    all.iter().filter(|word| word.is_joined || !is_in_joined(word)).map(|word| word.folded.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn words_phrases_and_filters_are_told_apart() {
        let asked = Asked::read("Sun-woo \"the first Meeting\" review:NME is:praise");
        assert_eq!(asked.words, texts(&["sunwoo"]));
        assert_eq!(asked.phrases, [texts(&["the", "first", "meeting"])]);
        assert_eq!(asked.filters, [Filter::Review("nme".to_owned()), Filter::Is("praise".to_owned())]);
    }

    #[test]
    fn a_filter_may_be_written_large_and_its_value_in_quotes() {
        let asked = Asked::read("Review:\"The Movie Culture\" LEVEL:premise \"a phrase\"");
        let review = Filter::Review("the movie culture".to_owned());
        assert_eq!(asked.filters, [review, Filter::Level("premise".to_owned())]);
        assert_eq!(asked.phrases, [texts(&["a", "phrase"])]);
    }

    #[test]
    fn a_filter_that_says_nothing_is_words() {
        for typed in ["review:", "review:'", "review: ", "review:\"\""] {
            assert_eq!(
                (Asked::read(typed).words, Asked::read(typed).filters),
                (texts(&["review"]), Vec::new()),
                "{typed}"
            );
        }
    }

    #[test]
    fn hangul_that_comes_taken_apart_is_put_together() {
        assert_eq!(Asked::read("\u{1109}\u{1165}\u{11ab}\u{110b}\u{116e}").words, texts(&["선우"]));
    }

    #[test]
    fn a_colon_that_names_no_filter_parts_words() {
        assert_eq!(Asked::read("episode:4 level: 3:00").words, texts(&["episode", "4", "level", "3", "00"]));
    }

    #[test]
    fn a_quote_that_is_not_closed_ends_with_the_text() {
        assert_eq!(Asked::read("a \"b c").phrases, [texts(&["b", "c"])]);
        assert!(Asked::read(" \"\" — “”").is_empty());
    }
}
