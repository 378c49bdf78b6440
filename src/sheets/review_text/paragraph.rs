//! One paragraph of a text, or some that are kept back.

use std::ops::Range;

use liner_notes_record::model::{Locator, Review};
use liner_notes_record::questions::{Entry, Gap, Open, Passage, Reading, Segment};
use liner_notes_record::recognition::Places;
use yew::prelude::*;

use crate::address::Address;
use crate::components::locator::{AT, PARAGRAPH, TAKEN, paragraph_address};
use crate::markup::html;
use crate::pages::reviews::{Source, taken};
use crate::reader::Reader;

/// The passages that the address points at.
pub(super) struct Pointed {
    paragraph: u16,
    /// The id of what was taken from them.
    taken: Option<String>,
    /// Where they start, as the record has them.
    at: Option<u32>,
    /// Where in the paragraph of the text stands what was looked for, in bytes.
    found: Vec<Range<usize>>,
    /// The id of what the first of it stands in.
    seen: Option<String>,
}

/// The id of the first words that were found.
const FOUND: &str = "found";

impl Pointed {
    /// Reads them from the reader's address.
    pub(super) fn of(reader: &Reader) -> Option<Self> {
        let query = &reader.address.query;
        let paragraph = query.get(PARAGRAPH)?.parse().ok()?;
        let taken = query.get(TAKEN).map(str::to_owned);
        let at = query.get(AT).and_then(|at| at.parse().ok());
        Some(Self { paragraph, taken, at, found: Vec::new(), seen: None })
    }

    /// Finds in the paragraph, where that is open, what was looked for; `places` says where in its words that is.
    pub(super) fn find(&mut self, reading: &Reading<'_>, places: impl FnOnce(&str) -> Vec<Range<usize>>) {
        let Some(open) = reading.open().find(|open| open.paragraph == self.paragraph) else { return };
        let words: String = open.segments.iter().map(|segment| segment.text.as_str()).collect();
        self.found = places(&words);
        let Some(first) = self.found.first() else { return };
        let mut end = 0;
        let is_here = |(segment, _): &(&Segment, _)| {
            end += segment.text.len();
            first.start < end
        };
        let here = open.segments.iter().zip(ids(open)).find(is_here);
        self.seen = here.map(|(_, id)| id.unwrap_or_else(|| FOUND.to_owned()));
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

    /// The id of what it points at: the first of the passages, or the words that were found, or the paragraph.
    pub(super) fn shows(&self, reading: &Reading<'_>, places: &Places) -> Option<String> {
        let lit = reading.open().find_map(|open| {
            let place = open.passages.iter().position(|passage| self.is_at(open.paragraph, passage, places))?;
            Some(passage_id(open.paragraph, place))
        });
        let is_open = reading.open().any(|open| open.paragraph == self.paragraph);
        lit.or_else(|| self.seen.clone()).or_else(|| is_open.then(|| text_id(self.paragraph)))
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

fn passage_id(paragraph: u16, passage: usize) -> String {
    format!("passage-{paragraph}-{passage}")
}

/// What each run of words goes by in the page: the first of a passage by the passage's id.
fn ids(open: &Open<'_>) -> Vec<Option<String>> {
    let mut begun = vec![false; open.passages.len()];
    let id = |segment: &Segment| {
        let innermost = *segment.passages.last()?;
        let is_first = !std::mem::replace(&mut begun[innermost], true);
        is_first.then(|| passage_id(open.paragraph, innermost))
    };
    open.segments.iter().map(id).collect()
}

/// A paragraph that is open.
pub(super) fn draw_open(
    reader: &Reader,
    review: &'static Review,
    open: &Open<'static>,
    places: &Places,
    pointed: Option<&Pointed>,
) -> Html {
    let is_at = |passage| pointed.is_some_and(|pointed| pointed.is_at(open.paragraph, passage, places));
    let is_lit: Vec<bool> = open.passages.iter().map(is_at).collect();
    let lit = open.passages.iter().zip(&is_lit).filter(|(_, is_lit)| **is_lit);
    let entries: Vec<_> = lit.flat_map(|(passage, _)| passage.entries.iter().cloned()).collect();
    let found = pointed.filter(|pointed| pointed.paragraph == open.paragraph).map_or(&[][..], |pointed| &pointed.found);
    let mut end = 0;
    let mut runs = Vec::new();
    for (segment, id) in open.segments.iter().zip(ids(open)) {
        let (start, is_linked) = (end, !segment.passages.is_empty());
        end += segment.text.len();
        let is_seen = is_linked && found.first().is_some_and(|first| (start..end).contains(&first.start));
        let id = id.or_else(|| is_seen.then(|| FOUND.to_owned()));
        runs.push((segment, id, words(&segment.text, start, found, is_linked)));
    }
    html! {
        <div class="text-paragraph" id={text_id(open.paragraph)} tabindex="-1">
            <p class="text-number">
                <a href={paragraph_address(review, open.paragraph).href(&reader.form)}>
                    <span aria-hidden="true">{ "¶" }</span>
                    <span class="visually-hidden">{ "Paragraph " }</span>
                    { open.paragraph }
                </a>
            </p>
            <p class="text-words">
                for (place, (segment, id, words)) in runs.into_iter().enumerate() {
                    { match segment.passages.last() {
                        None => html! { <span key={place}>{ words }</span> },
                        Some(&innermost) => {
                            let depth = segment.passages.len().min(3);
                            let class = if segment.passages.iter().any(|passage| is_lit[*passage]) {
                                format!("passage passage-{depth} is-lit")
                            } else {
                                format!("passage passage-{depth}")
                            };
                            let to = passage_address(review, &open.passages[innermost], open.paragraph, places);
                            html! {
                                <a key={place} {class} {id} href={to.href(&reader.form)}>{ words }</a>
                            }
                        }
                    } }
                }
            </p>
            if !entries.is_empty() {
                <div class="text-taken">
                    { taken(Source { reader, review, paragraph: open.paragraph }, &entries) }
                </div>
            }
        </div>
    }
}

/// Words of a paragraph, the first of which stands at the byte `start` of it, with marks on what was found. A mark that
/// the address points at can take the focus, unless the link that it stands in does.
fn words(words: &str, start: usize, found: &[Range<usize>], is_linked: bool) -> Html {
    let here = found.iter().filter(|place| place.start < start + words.len() && start < place.end);
    let here: Vec<&Range<usize>> = here.collect();
    if here.is_empty() {
        return html! { words.to_owned() };
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    for place in here {
        let (begin, end) = (place.start.max(start) - start, place.end.min(start + words.len()) - start);
        if from < begin {
            pieces.push(html! { <span key={from}>{ words[from..begin].to_owned() }</span> });
        }
        let is_shown = !is_linked && found.first() == Some(place) && place.start >= start;
        let (id, tabindex) = (is_shown.then_some(FOUND), is_shown.then_some("-1"));
        pieces.push(html! { <mark key={begin} {id} {tabindex}>{ words[begin..end].to_owned() }</mark> });
        from = end;
    }
    if from < words.len() {
        pieces.push(html! { <span key={from}>{ words[from..].to_owned() }</span> });
    }
    html! {
        for piece in pieces {
            { piece }
        }
    }
}

/// The address of a passage: where the record has it, wherever it is in this text.
fn passage_address(review: &Review, passage: &Passage<'_>, paragraph: u16, places: &Places) -> Address {
    let is_here = |locator: &&Locator| places.place(locator) == Some((paragraph, passage.start));
    let locator = passage.entries.iter().flat_map(|entry| entry.at()).find(is_here);
    let (paragraph, start) = locator.map_or((paragraph, passage.start), |locator| (locator.paragraph, locator.start));
    paragraph_address(review, paragraph).with(AT, &start.to_string())
}

/// Paragraphs that are kept back: which, and no more.
pub(super) fn draw_gap(gap: &Gap<'static>) -> Html {
    let which = if gap.from == gap.to { format!("¶ {}", gap.from) } else { format!("¶ {}–{}", gap.from, gap.to) };
    html! { <p class="text-gap">{ format!("{which}: kept back at this stop of the dial") }</p> }
}
