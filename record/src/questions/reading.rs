//! A review's own text, where a reader has attached it: its open paragraphs with the record's passages marked.
//!
//! A paragraph is as open as the entry in it that gives away most. One from which nothing was taken counts as the
//! ending: nobody has said that it gives nothing away.

use std::collections::BTreeMap;

use super::outline::{Entry, entries};
use crate::model::{Locator, Review};
use crate::recognition::Places;
use crate::text::{Paragraph, Text};
use crate::{Dial, Level, Shown};

/// The text of a review as far as the dial opens it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<'r> {
    /// The review.
    pub review: &'r Review,
    /// Its paragraphs in order, those that are kept back as gaps.
    pub parts: Vec<Part<'r>>,
}

/// A paragraph, or several in a row that are kept back.
#[derive(Clone, Debug, PartialEq)]
pub enum Part<'r> {
    /// A paragraph to read.
    Open(Open<'r>),
    /// Paragraphs whose words are kept back.
    Gap(Gap<'r>),
}

/// A paragraph with its passages marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Open<'r> {
    /// The paragraph of the text, from 1.
    pub paragraph: u16,
    /// The most that an entry in it gives away.
    pub level: Level,
    /// Its passages, by where they start, longer ones first; none twice.
    pub passages: Vec<Passage<'r>>,
    /// Its words, cut wherever a passage starts or ends. None is empty.
    pub segments: Vec<Segment>,
}

/// A run of words and the passages that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// The passages, by their places among those of the paragraph; several where they overlap.
    pub passages: Vec<usize>,
}

/// A passage of an open paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage<'r> {
    /// Where it starts in the paragraph, in code points.
    pub start: u32,
    /// How many code points it has.
    pub length: u32,
    /// What was taken from it: answers to topics, tellings of moments, forms of names, other titles, mistakes.
    pub entries: Vec<Entry<'r>>,
}

/// Paragraphs whose words are kept back. How many of them hold something, and what gives away how much, is not told
/// apart: neighbours are one gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap<'r> {
    /// The first of them.
    pub from: u16,
    /// The last of them.
    pub to: u16,
    /// The stop from which on all of it is open.
    pub until: Dial,
    /// The paragraphs from which something is shown at the dial all the same, with that: as in the outline of the review.
    pub shown: Vec<(u16, Vec<Entry<'r>>)>,
}

impl<'r> Gap<'r> {
    /// What is shown at the dial and stands in it.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'r>> {
        self.shown.iter().flat_map(|(_, entries)| entries)
    }
}

impl<'r> Reading<'r> {
    /// The paragraphs that are open.
    pub fn open(&self) -> impl Iterator<Item = &Open<'r>> {
        self.parts.iter().filter_map(|part| if let Part::Open(open) = part { Some(open) } else { None })
    }

    /// What is kept back.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap<'r>> {
        self.parts.iter().filter_map(|part| if let Part::Gap(gap) = part { Some(gap) } else { None })
    }
}

/// The text of a review as far as it is open at the dial. `places` says where the review's passages stand in it now.
///
/// Words that have changed may be anywhere between the passages before and after them. So a passage that is lost, or that
/// stands in another context and may be equal words of another place, weighs on every paragraph from the passage before
/// it to the one after it that are where they are for sure.
#[must_use]
pub fn reading<'r>(shown: Shown<'r>, review: &'r Review, text: &Text, places: &Places) -> Reading<'r> {
    let entries = entries(shown, review);
    let levels = levels(shown, review, text, places);
    let mut passages = passages(&entries, places);
    let mut parts: Vec<Part<'r>> = Vec::new();
    for (paragraph, words) in text.numbered() {
        let level = levels.get(&paragraph).copied().unwrap_or(Level::Ending);
        let passages = passages.remove(&paragraph).unwrap_or_default();
        if shown.dial().shows(level) {
            let segments = segments(words, &passages);
            parts.push(Part::Open(Open { paragraph, level, passages, segments }));
            continue;
        }
        let until = Dial::needed_for(level);
        if !matches!(parts.last(), Some(Part::Gap(_))) {
            parts.push(Part::Gap(Gap { from: paragraph, to: paragraph, until, shown: Vec::new() }));
        }
        if let Some(Part::Gap(gap)) = parts.last_mut() {
            gap.to = paragraph;
            gap.until = gap.until.max(until);
            let mut entries = Vec::new();
            for entry in passages.into_iter().flat_map(|passage| passage.entries) {
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
            if !entries.is_empty() {
                gap.shown.push((paragraph, entries));
            }
        }
    }
    Reading { review, parts }
}

/// What each paragraph gives away; those that are not there hold nothing.
fn levels(shown: Shown<'_>, review: &Review, text: &Text, places: &Places) -> BTreeMap<u16, Level> {
    let mut located: Vec<(&Locator, Level)> =
        shown.levels(&review.id).flat_map(|(level, at)| at.iter().map(move |locator| (locator, level))).collect();
    located.sort_by_key(|(locator, _)| (locator.paragraph, locator.start));
    let mut levels: BTreeMap<u16, Level> = BTreeMap::new();
    for (locator, level) in &located {
        if let Some((paragraph, _)) = places.place(locator) {
            let own = levels.entry(paragraph).or_default();
            *own = (*own).max(*level);
        }
    }
    let last = u16::try_from(text.paragraphs().len()).unwrap_or(u16::MAX);
    let surely = |(locator, _): &(&Locator, Level)| {
        places.place(locator).filter(|_| places.is_sure(locator)).map(|(paragraph, _)| paragraph)
    };
    for (index, unsure) in located.iter().enumerate().filter(|(_, located)| surely(located).is_none()) {
        let before = located[..index].iter().rev().find_map(surely).unwrap_or(1);
        let after = located[index..].iter().find_map(surely).unwrap_or(last);
        for (_, level) in levels.range_mut(before.min(after)..=before.max(after)) {
            *level = (*level).max(unsure.1);
        }
    }
    levels
}

/// The passages of each paragraph: every place once, with all that was taken from it.
fn passages<'r>(entries: &[Entry<'r>], places: &Places) -> BTreeMap<u16, Vec<Passage<'r>>> {
    let mut paragraphs: BTreeMap<u16, Vec<Passage<'r>>> = BTreeMap::new();
    for entry in entries {
        for locator in entry.at() {
            let Some((paragraph, start)) = places.place(locator) else { continue };
            let length = locator.length;
            let passages = paragraphs.entry(paragraph).or_default();
            let is_here = |passage: &&mut Passage<'r>| passage.start == start && passage.length == length;
            match passages.iter_mut().find(is_here) {
                Some(passage) => passage.entries.push(entry.clone()),
                None => passages.push(Passage { start, length, entries: vec![entry.clone()] }),
            }
        }
    }
    for passages in paragraphs.values_mut() {
        passages.sort_by_key(|passage| (passage.start, std::cmp::Reverse(passage.length)));
    }
    paragraphs
}

/// The words of a paragraph, cut wherever a passage starts or ends.
fn segments(words: &Paragraph, passages: &[Passage<'_>]) -> Vec<Segment> {
    let bounds = |passage: &Passage<'_>| {
        let start = (passage.start as usize).min(words.len());
        (start, start.saturating_add(passage.length as usize).min(words.len()))
    };
    let mut cuts = vec![0, words.len()];
    cuts.extend(passages.iter().flat_map(|passage| <[usize; 2]>::from(bounds(passage))));
    cuts.sort_unstable();
    cuts.dedup();
    let covers = |passage: &Passage<'_>, from: usize| (bounds(passage).0..bounds(passage).1).contains(&from);
    let segment = |cut: &[usize]| Segment {
        text: words.slice(cut[0], cut[1] - cut[0]),
        passages: (0..passages.len()).filter(|place| covers(&passages[*place], cut[0])).collect(),
    };
    cuts.windows(2).map(segment).collect()
}
