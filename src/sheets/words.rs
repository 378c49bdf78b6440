//! The words of a paragraph with the record's passages marked, and what was looked for.

use std::ops::Range;

use liner_notes_record::model::{Locator, Review};
use liner_notes_record::questions::{Gap, Open, Passage, Segment};
use liner_notes_record::recognition::Places;
use yew::prelude::*;

use crate::address::Address;
use crate::components::locator::{AT, paragraph_address};
use crate::markup::html;
use crate::reader::Reader;

/// How a run of marked words is drawn.
pub(super) struct Mark {
    /// Where it leads.
    pub(super) to: Address,
    /// What it leads to in a few words.
    pub(super) title: Option<&'static str>,
    /// Whether it is what its column is led to.
    pub(super) is_first: bool,
}

/// The number of a paragraph, which leads to it on its review's page.
pub(super) fn number(reader: &Reader, review: &Review, paragraph: u16) -> Html {
    html! {
        <p class="text-number">
            <a href={paragraph_address(review, paragraph).href(&reader.form)}>
                <span aria-hidden="true">{ "¶" }</span>
                <span class="visually-hidden">{ "Paragraph " }</span>
                { paragraph }
            </a>
        </p>
    }
}

/// The id of the run of words that is brought into view.
pub(super) const SEEN: &str = "seen";

/// What in a paragraph is not as in others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pointing<'p> {
    /// Of each passage, whether it is lit.
    pub(super) is_lit: &'p [bool],
    /// Where stands what was looked for, in bytes.
    pub(super) found: &'p [Range<usize>],
    /// Which run of words is brought into view.
    pub(super) seen: Option<usize>,
}

/// The words. `mark` is asked for each run of words that is in a passage, with the innermost of its passages.
pub(super) fn words(
    reader: &Reader,
    open: &Open<'static>,
    Pointing { is_lit, found, seen }: Pointing<'_>,
    mark: &mut dyn FnMut(&Segment, usize) -> Mark,
) -> Html {
    let mut end = 0;
    let mut runs = Vec::new();
    for (place, segment) in open.segments.iter().enumerate() {
        let start = end;
        end += segment.text.len();
        let words = with_found(&segment.text, start, found);
        let is_seen = seen == Some(place);
        let id = is_seen.then_some(SEEN);
        runs.push(match segment.passages.last() {
            // What can be pressed can take the focus by itself.
            None => html! { <span key={place} {id} tabindex={is_seen.then_some("-1")}>{ words }</span> },
            Some(&innermost) => {
                let depth = segment.passages.len().min(3);
                let class = if segment.passages.iter().any(|passage| is_lit[*passage]) {
                    format!("passage passage-{depth} is-lit")
                } else {
                    format!("passage passage-{depth}")
                };
                let Mark { to, title, is_first } = mark(segment, innermost);
                let href = to.href(&reader.form);
                let first = is_first.then_some("");
                html! { <a key={place} {class} {id} data-first={first} {href} {title}>{ words }</a> }
            }
        });
    }
    html! { <p class="text-words">{ runs }</p> }
}

/// A run of words, the first of which stands at the byte `start` of its paragraph, with marks on what was found.
fn with_found(words: &str, start: usize, found: &[Range<usize>]) -> Html {
    let mut pieces = Vec::new();
    let mut from = 0;
    for place in found.iter().filter(|place| place.start < start + words.len() && start < place.end) {
        let (begin, end) = (place.start.max(start) - start, place.end.min(start + words.len()) - start);
        if from < begin {
            pieces.push(html! { <span key={from}>{ words[from..begin].to_owned() }</span> });
        }
        pieces.push(html! { <mark key={begin}>{ words[begin..end].to_owned() }</mark> });
        from = end;
    }
    if pieces.is_empty() {
        return html! { words.to_owned() };
    }
    if from < words.len() {
        pieces.push(html! { <span key={from}>{ words[from..].to_owned() }</span> });
    }
    html! { <>{ pieces }</> }
}

/// The address of a passage: where the record has it, wherever it is in this text.
pub(super) fn passage_address(review: &Review, passage: &Passage<'_>, paragraph: u16, places: &Places) -> Address {
    let is_here = |locator: &&Locator| places.place(locator) == Some((paragraph, passage.start));
    let locator = passage.entries.iter().flat_map(|entry| entry.at()).find(is_here);
    let (paragraph, start) = locator.map_or((paragraph, passage.start), |locator| (locator.paragraph, locator.start));
    paragraph_address(review, paragraph).with(AT, &start.to_string())
}

/// Which paragraphs are kept back, and no more. `id` is what it goes by where an address can lead to it.
pub(super) fn gap(gap: &Gap<'static>, id: Option<String>) -> Html {
    let which = if gap.from == gap.to { format!("¶ {}", gap.from) } else { format!("¶ {}–{}", gap.from, gap.to) };
    let tabindex = id.is_some().then_some("-1");
    html! { <p class="text-gap" {id} {tabindex}>{ format!("{which}: kept back at this stop of the dial") }</p> }
}

/// The id of paragraphs that are kept back.
pub(super) fn gap_id(gap: &Gap<'_>) -> String {
    format!("gap-{}", gap.from)
}
