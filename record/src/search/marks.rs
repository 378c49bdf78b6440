//! Where in a text stands what was looked for, and the part of a long text that shows it.

use std::ops::Range;

use super::asked::Asked;
use super::lexicon::closeness;
use super::names::Names;
use super::words::{Word, words};
use crate::model::Who;
use crate::questions::ordered;

/// How many characters of a text are shown at most, about two lines on a phone.
const LENGTH: usize = 160;

/// How many characters are shown before the first mark.
const BEFORE: usize = 40;

/// A text, or a part of it, with marks on what was looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Its pieces in order, each with whether it is marked. None is empty.
    pub pieces: Vec<(String, bool)>,
}

impl Marked {
    /// The text without its marks.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(piece, _)| piece.as_str()).collect()
    }
}

/// What was looked for, ready to be found in texts.
pub(super) struct Marker<'a> {
    asked: &'a Asked,
    names: &'a Names,
    /// Whoever may be meant.
    meant: Vec<&'a Who>,
}

impl<'a> Marker<'a> {
    pub(super) fn new(asked: &'a Asked, names: &'a Names) -> Self {
        let typed: Vec<&str> = asked.words.iter().map(String::as_str).collect();
        let mut meant = Vec::new();
        let mut rest = typed.as_slice();
        while !rest.is_empty() {
            let named = names.longest(rest);
            meant.extend(named.iter().flat_map(|named| named.who));
            rest = &rest[named.map_or(1, |named| named.length)..];
        }
        Self { asked, names, meant }
    }

    /// The whole text with its marks.
    pub(super) fn whole(&self, text: &str) -> Marked {
        pieces(text, 0..text.len(), &self.places(text))
    }

    /// The part of the text in which the first mark stands, or its beginning; whole words, and an ellipsis where more of
    /// the text stands before or after.
    pub(super) fn part(&self, text: &str) -> Marked {
        let places = self.places(text);
        let range = window(text, places.first().map_or(0, |place| place.start));
        let mut marked = pieces(text, range.clone(), &places);
        if range.start > 0 {
            marked.pieces.insert(0, ("… ".to_owned(), false));
        }
        if range.end < text.len() {
            marked.pieces.push((" …".to_owned(), false));
        }
        marked
    }

    /// Where in the text stands what was looked for: in order, none touching another.
    pub(super) fn places(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut places: Vec<Range<usize>> = Vec::new();
        for word in &words {
            if self.asked.words.iter().any(|asked| closeness(asked, &word.folded).is_some()) {
                places.push(word.at.clone());
            }
        }
        let plain: Vec<&Word> = words.iter().filter(|word| !word.is_joined).collect();
        let folded: Vec<&str> = plain.iter().map(|word| word.folded.as_str()).collect();
        for phrase in &self.asked.phrases {
            for start in 0..folded.len().saturating_sub(phrase.len() - 1) {
                let end = start + phrase.len();
                if folded[start..end].iter().eq(phrase.iter()) {
                    places.push(plain[start].at.start..plain[end - 1].at.end);
                }
            }
        }
        let mut start = 0;
        while start < folded.len() {
            let named = self.names.longest(&folded[start..]);
            let length = named.as_ref().map_or(1, |named| named.length);
            if named.is_some_and(|named| named.who.iter().any(|who| self.meant.contains(&who))) {
                places.push(plain[start].at.start..plain[start + length - 1].at.end);
            }
            start += length;
        }
        joined(places)
    }
}

/// The places in order, those that touch or overlap as one.
fn joined(places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in ordered(places, |place| place.start as u64) {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined
}

/// Whole words round a place, as many characters as are shown.
fn window(text: &str, place: usize) -> Range<usize> {
    let back =
        |from: usize, count: usize| text[..from].char_indices().rev().take(count).last().map_or(from, |(at, _)| at);
    let on = |from: usize, count: usize| text[from..].char_indices().nth(count).map_or(text.len(), |(at, _)| from + at);
    let mut start = back(place, BEFORE);
    let mut end = on(start, LENGTH);
    if end == text.len() {
        // What is not needed after it is shown before it.
        start = back(end, LENGTH).min(start);
    }
    if start > 0 {
        start = text[start..place].find(char::is_whitespace).map_or(place, |at| start + at);
        start += text[start..].len() - text[start..].trim_start().len();
    }
    if end < text.len() {
        end = text[place..end].rfind(char::is_whitespace).map_or(end, |at| place + at);
    }
    start..end
}

/// A part of the text in pieces.
fn pieces(text: &str, range: Range<usize>, places: &[Range<usize>]) -> Marked {
    let mut pieces = Vec::new();
    let mut push = |piece: Range<usize>, is_marked| {
        if !piece.is_empty() {
            pieces.push((text[piece].to_owned(), is_marked));
        }
    };
    let mut at = range.start;
    for place in places {
        let (start, end) = (place.start.clamp(at, range.end), place.end.clamp(at, range.end));
        push(at..start, false);
        push(start..end, true);
        at = end;
    }
    push(at..range.end, false);
    Marked { pieces }
}
