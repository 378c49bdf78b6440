//! The words of a paragraph with the record's passages marked.

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
    /// Its id, where it has one.
    pub(super) id: Option<String>,
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

/// The words. `is_lit` says of each passage whether it is pointed at; `mark` is asked for each run of words that is in
/// one, with the innermost of its passages.
pub(super) fn words(
    reader: &Reader,
    open: &Open<'static>,
    is_lit: &[bool],
    mark: &mut dyn FnMut(&Segment, usize) -> Mark,
) -> Html {
    html! {
        <p class="text-words">
            for (place, segment) in open.segments.iter().enumerate() {
                { match segment.passages.last() {
                    None => html! { <span key={place}>{ segment.text.clone() }</span> },
                    Some(&innermost) => {
                        let depth = segment.passages.len().min(3);
                        let class = if segment.passages.iter().any(|passage| is_lit[*passage]) {
                            format!("passage passage-{depth} is-lit")
                        } else {
                            format!("passage passage-{depth}")
                        };
                        let Mark { to, id, title, is_first } = mark(segment, innermost);
                        let href = to.href(&reader.form);
                        let first = is_first.then_some("");
                        html! {
                            <a key={place} {class} {id} data-first={first} {href} {title}>{ segment.text.clone() }</a>
                        }
                    }
                } }
            }
        </p>
    }
}

/// The address of a passage: where the record has it, wherever it is in this text.
pub(super) fn passage_address(review: &Review, passage: &Passage<'_>, paragraph: u16, places: &Places) -> Address {
    let is_here = |locator: &&Locator| places.place(locator) == Some((paragraph, passage.start));
    let locator = passage.entries.iter().flat_map(|entry| entry.at()).find(is_here);
    let (paragraph, start) = locator.map_or((paragraph, passage.start), |locator| (locator.paragraph, locator.start));
    paragraph_address(review, paragraph).with(AT, &start.to_string())
}

/// Paragraphs that are kept back: which, and no more.
pub(super) fn gap(gap: &Gap<'static>) -> Html {
    let which = if gap.from == gap.to { format!("¶ {}", gap.from) } else { format!("¶ {}–{}", gap.from, gap.to) };
    html! { <p class="text-gap">{ format!("{which}: kept back at this stop of the dial") }</p> }
}
