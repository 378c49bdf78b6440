//! The way to the very words of a passage on its publisher's page: a link with a text fragment, by which a browser finds
//! words on a page and brings them into view (<https://wicg.github.io/scroll-to-text-fragment/>). One that knows no such
//! fragments opens the page.

use liner_notes_record::model::Review;
use liner_notes_record::text::{Paragraph, Text};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Up to how many words are given all; of more, the first and the last ones. A browser finds either, and an address of
/// half a page is no good in a footnote.
const WHOLE: usize = 8;

/// How many words are given at either end of a long passage.
const END: usize = 4;

/// How many words before and after it tell a passage from the same words elsewhere.
const AROUND: usize = 3;

/// The address of a passage, which starts there in that paragraph and is so long, in code points; nothing where the
/// review's own address is not known.
pub(super) fn at_publisher(
    review: &Review,
    text: &Text,
    paragraph: &Paragraph,
    start: u32,
    length: u32,
) -> Option<String> {
    let address = review.address.as_deref()?;
    let page = address.split_once('#').map_or(address, |(page, _)| page);
    Some(format!("{page}#:~:text={}", directive(text, paragraph, start as usize, length as usize)?))
}

/// What stands after `text=`: whole words, as only these are found.
fn directive(text: &Text, paragraph: &Paragraph, start: usize, length: usize) -> Option<String> {
    let line = paragraph.slice(0, paragraph.len());
    let words = Words::of(&line);
    let (first, last) = words.touching(start, start.checked_add(length)?)?;
    let own = words.range(first, last);
    let is_long = own.len() > WHOLE;
    let mut directive = String::new();
    // A browser begins at the first place of what comes first.
    let beginning = if is_long { &own[..END] } else { own };
    let is_elsewhere = occurrences(text, &beginning.join(" ")) > 1;
    let (before, after) = words.around(first, last);
    if is_elsewhere && !before.is_empty() {
        directive.push_str(&encoded(before));
        directive.push_str("-,");
    }
    if is_long {
        directive.push_str(&encoded(&own[..END]));
        directive.push(',');
        directive.push_str(&encoded(&own[own.len() - END..]));
    } else {
        directive.push_str(&encoded(own));
    }
    if is_elsewhere && !after.is_empty() {
        directive.push_str(",-");
        directive.push_str(&encoded(after));
    }
    Some(directive)
}

/// The words of a line between its white space, and where each stands, in code points.
struct Words<'l> {
    words: Vec<&'l str>,
    places: Vec<(usize, usize)>,
}

impl<'l> Words<'l> {
    fn of(line: &'l str) -> Self {
        let (mut words, mut places) = (Vec::new(), Vec::new());
        let mut at = 0;
        for piece in line.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            let length = word.chars().count();
            if length > 0 {
                words.push(word);
                places.push((at, at + length));
            }
            at += piece.chars().count();
        }
        Self { words, places }
    }

    /// The first and the last that reach into a stretch.
    fn touching(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let is_touched = |(from, to): &(usize, usize)| *from < end && start < *to;
        Some((self.places.iter().position(is_touched)?, self.places.iter().rposition(is_touched)?))
    }

    fn range(&self, first: usize, last: usize) -> &[&'l str] {
        &self.words[first..=last]
    }

    /// Some of those before and after them.
    fn around(&self, first: usize, last: usize) -> (&[&'l str], &[&'l str]) {
        let end = (last + 1 + AROUND).min(self.words.len());
        (&self.words[first.saturating_sub(AROUND)..first], &self.words[last + 1..end])
    }
}

/// How often words stand in a text, whatever their case: so a browser looks for them.
fn occurrences(text: &Text, words: &str) -> usize {
    let words = words.to_lowercase();
    let lines = text.paragraphs().iter().map(|paragraph| paragraph.slice(0, paragraph.len()).to_lowercase());
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ").matches(&words).count()).sum()
}

/// Commas, hyphens and ampersands have a meaning of their own in it.
fn encoded(words: &[&str]) -> String {
    utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The directive of those words where they first stand in a text of that line and others.
    fn of(line: &str, words: &str, others: &str) -> String {
        let text = Text::new(&format!("{line}\n{others}"));
        let paragraph = text.paragraph(1).unwrap();
        let start = paragraph.find(words)[0];
        directive(&text, paragraph, start, words.chars().count()).unwrap()
    }

    #[test]
    fn few_words_are_given_as_they_stand() {
        assert_eq!(of("The two of them share a flat.", "share a flat", ""), "share%20a%20flat%2E");
    }

    #[test]
    fn of_many_words_the_first_and_the_last_are_given() {
        let line = "one two three four five six seven eight nine ten eleven";
        assert_eq!(of(line, "two three four five six seven eight nine ten", ""), {
            "two%20three%20four%20five,seven%20eight%20nine%20ten"
        });
    }

    #[test]
    fn half_a_word_is_given_whole() {
        assert_eq!(of("Said Sun-woo’s friend", "Sun", ""), "Sun%2Dwoo%E2%80%99s");
    }

    #[test]
    fn words_that_stand_elsewhere_too_bring_their_neighbours() {
        assert_eq!(
            of("He says it is a song, again.", "a song,", "A song, no more."),
            "says%20it%20is-,a%20song%2C,-again%2E"
        );
        assert_eq!(of("a song", "a song", "not a song"), "a%20song");
    }

    #[test]
    fn many_words_whose_first_stand_elsewhere_too_bring_their_neighbours() {
        let line = "so one two three four five six seven eight nine";
        let directive = of(line, "one two three four five six seven eight nine", "one two three four");
        assert_eq!(directive, "so-,one%20two%20three%20four,six%20seven%20eight%20nine");
    }

    #[test]
    fn what_means_something_in_a_fragment_is_encoded() {
        let directive = of("R&B, all-in #1 100% <b> 한소희", "R&B, all-in #1 100% <b> 한소희", "");
        assert!(!directive.contains(['&', '-', '#', '<', ' ']), "{directive}");
    }

    #[test]
    fn positions_count_code_points() {
        assert_eq!(of("😀 한소희 é sings", "sings", ""), "sings");
    }
}
