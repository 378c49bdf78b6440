//! One paragraph of a text, with what was taken from the passages that the address points at.

use std::ops::Range;

use liner_notes_record::model::{Locator, Review};
use liner_notes_record::questions::{Entry, Gap, Open, Part, Passage, Reading, Segment, Subject};
use liner_notes_record::recognition::Places;
use liner_notes_record::text::Text;
use yew::prelude::*;

use crate::components::copy_link::copy_link;
use crate::components::locator::{AT, PARAGRAPH, TAKEN};
use crate::markup::html;
use crate::pages::reviews::{Source, taken};
use crate::reader::Reader;
use crate::sheets::review_text::at_publisher::at_publisher;
use crate::sheets::words::{Mark, Pointing, SEEN, gap, gap_id, number, passage_address, words};

/// The passages that the address points at.
pub(super) struct Pointed {
    paragraph: u16,
    /// The id of what was taken from them.
    taken: Option<String>,
    /// Where they start, as the record has them.
    at: Option<u32>,
    /// Where in the paragraph of the text stands what was looked for, in bytes.
    found: Vec<Range<usize>>,
}

impl Pointed {
    /// Reads them from the reader's address.
    pub(super) fn of(reader: &Reader) -> Option<Self> {
        let query = &reader.address.query;
        let paragraph = query.get(PARAGRAPH)?.parse().ok()?;
        let taken = query.get(TAKEN).map(str::to_owned);
        Some(Self { paragraph, taken, at: query.get(AT).and_then(|at| at.parse().ok()), found: Vec::new() })
    }

    /// Finds in the paragraph, where that is open, what was looked for; `places` says where in its words that is.
    pub(super) fn find(&mut self, reading: &Reading<'_>, places: impl FnOnce(&str) -> Vec<Range<usize>>) {
        let Some(open) = reading.open().find(|open| open.paragraph == self.paragraph) else { return };
        let words: String = open.segments.iter().map(|segment| segment.text.as_str()).collect();
        self.found = places(&words);
    }

    /// Whether it points at that passage of that paragraph.
    fn is_at(&self, paragraph: u16, passage: &Passage<'_>, places: &Places) -> bool {
        let is_here = |locator: &Locator| {
            locator.paragraph == self.paragraph
                && self.at.is_none_or(|start| start == locator.start)
                && places.place(locator) == Some((paragraph, passage.start))
        };
        let is_meant = |entry: &&Entry<'_>| self.taken.as_deref().is_none_or(|taken| was_taken(taken, entry));
        let is_one = self.at.is_some() || self.taken.is_some();
        is_one && passage.entries.iter().filter(is_meant).any(|entry| entry.at().iter().any(is_here))
    }

    /// The first topic or moment that it means among what was taken from its passages.
    pub(super) fn subject(&self, reading: &Reading<'_>, places: &Places) -> Option<Subject> {
        let is_at = |open: &Open<'_>, passage: &&Passage<'_>| self.is_at(open.paragraph, passage, places);
        let lit = reading.open().flat_map(|open| open.passages.iter().filter(move |passage| is_at(open, passage)));
        let is_meant = |entry: &&Entry<'_>| self.taken.as_deref().is_none_or(|taken| was_taken(taken, entry));
        lit.flat_map(|passage| &passage.entries).filter(is_meant).find_map(Subject::of)
    }

    /// Of each passage of a paragraph, whether it points at it.
    fn lit(&self, open: &Open<'_>, places: &Places) -> Vec<bool> {
        open.passages.iter().map(|passage| self.is_at(open.paragraph, passage, places)).collect()
    }

    /// Where in a paragraph stands what was found.
    fn found_in(&self, open: &Open<'_>) -> &[Range<usize>] {
        if open.paragraph == self.paragraph { &self.found } else { &[] }
    }

    /// Which run of words of a paragraph is to be seen: the first that is lit, or in which something was found.
    fn seen(&self, open: &Open<'_>, is_lit: &[bool]) -> Option<usize> {
        let lit = open.segments.iter().position(|segment| segment.passages.iter().any(|passage| is_lit[*passage]));
        let mut end = 0;
        let found = self.found_in(open).first().and_then(|first| {
            open.segments.iter().position(|segment| {
                end += segment.text.len();
                first.start < end
            })
        });
        lit.or(found)
    }

    /// The id of what it points at: words, or their paragraph, or where that is kept back.
    pub(super) fn shows(&self, reading: &Reading<'_>, places: &Places) -> Option<String> {
        let is_seen = |open: &Open<'_>| self.seen(open, &self.lit(open, places)).is_some();
        if reading.open().any(is_seen) {
            return Some(SEEN.to_owned());
        }
        reading.parts.iter().find_map(|part| match part {
            Part::Open(open) => (open.paragraph == self.paragraph).then(|| text_id(self.paragraph)),
            Part::Gap(gap) => (gap.from..=gap.to).contains(&self.paragraph).then(|| {
                let is_shown = gap.shown.iter().any(|(paragraph, _)| *paragraph == self.paragraph);
                if is_shown { text_id(self.paragraph) } else { gap_id(gap) }
            }),
        })
    }
}

/// Whether an address means an entry by that word: what it goes by, or for an answer whom its topic is about.
fn was_taken(taken: &str, entry: &Entry<'_>) -> bool {
    let is_about = matches!(entry, Entry::Claim(topic, _) if topic.about.iter().any(|who| who.slug() == taken));
    is_about || id(entry) == taken
}

/// What an entry goes by in addresses.
fn id<'r>(entry: &Entry<'r>) -> &'r str {
    match entry {
        Entry::Claim(topic, _) => topic.id.as_str(),
        Entry::Telling(moment, _) => moment.id.as_str(),
        Entry::Spelling(spelling) => spelling.of.slug(),
        Entry::Mention(mention) => mention.work.as_str(),
        Entry::Slip(slip) => slip.id.as_str(),
    }
}

fn text_id(paragraph: u16) -> String {
    format!("text-{paragraph}")
}

/// A paragraph that is open, of a text in which the passages have those places. `on` leads on from the passages that the
/// address points at.
pub(super) fn draw_open(
    reader: &Reader,
    review: &'static Review,
    open: &Open<'static>,
    (text, places): (&Text, &Places),
    pointed: Option<&Pointed>,
    on: Option<&Html>,
) -> Html {
    let is_lit = pointed.map_or_else(|| vec![false; open.passages.len()], |pointed| pointed.lit(open, places));
    let pointing = Pointing {
        is_lit: &is_lit,
        found: pointed.map_or(&[], |pointed| pointed.found_in(open)),
        seen: pointed.and_then(|pointed| pointed.seen(open, &is_lit)),
    };
    let lit = || open.passages.iter().zip(&is_lit).filter(|(_, is_lit)| **is_lit).map(|(passage, _)| passage);
    let entries: Vec<_> = lit().flat_map(|passage| passage.entries.iter().cloned()).collect();
    let first = lit().next().zip(text.paragraph(open.paragraph));
    let way_out = first.and_then(|(passage, line)| at_publisher(review, text, line, passage.start, passage.length));
    let mut mark = |_: &Segment, innermost: usize| {
        let to = passage_address(review, &open.passages[innermost], open.paragraph, places);
        Mark { to, title: None, is_first: false }
    };
    html! {
        <div class="text-paragraph" id={text_id(open.paragraph)} tabindex="-1">
            { number(reader, review, open.paragraph) }
            { words(reader, open, pointing, &mut mark) }
            if !entries.is_empty() {
                <div class="text-taken">
                    <p class="text-ways">
                        { copy_link() }
                        if let Some(way_out) = way_out {
                            <a href={way_out} rel="noopener noreferrer">{ format!("These words at {}", review.label) }</a>
                        }
                    </p>
                    { taken(Source { reader, review, paragraph: open.paragraph }, &entries) }
                    { on.cloned() }
                </div>
            }
        </div>
    }
}

/// Paragraphs that are kept back, and what is shown at the dial of what was taken from them, as in the outline.
pub(super) fn draw_gap(reader: &Reader, review: &'static Review, kept: &Gap<'static>) -> Html {
    html! {
        <>
            { gap(kept, Some(gap_id(kept))) }
            for (paragraph, entries) in &kept.shown {
                <div key={*paragraph} class="text-paragraph" id={text_id(*paragraph)} tabindex="-1">
                    { number(reader, review, *paragraph) }
                    <div class="text-taken">{ taken(Source { reader, review, paragraph: *paragraph }, entries) }</div>
                </div>
            }
        </>
    }
}
