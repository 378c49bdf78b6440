//! One review's column: who it is and where it speaks, and its text with what they are led to lit.

use liner_notes_record::Shown;
use liner_notes_record::model::Review;
use liner_notes_record::questions::{Column, Entry, Lit, Open, Part, Segment, Subject};
use liner_notes_record::recognition::Places;
use yew::prelude::*;

use super::{Choice, address};
use crate::address::{Address, Place};
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::reader::Reader;
use crate::sheets::shelf::Shelf;
use crate::sheets::words::{Mark, Pointing, gap, number, passage_address, words};

/// The column. `lit` is what they are led to, and what of that is lit here.
pub(super) fn column(
    reader: &Reader,
    choice: &Choice,
    shelf: &Shelf,
    column: &Column<'static>,
    lit: Option<(&Subject, &Lit<'static>)>,
) -> Html {
    let review = column.review;
    let at = lit.map_or_else(String::new, |(subject, lit)| speaks_at(reader.shown(), column, subject, lit));
    let text = column.reading.as_ref().zip(shelf.text_of(&review.id));
    let to = Address::of(Place::Review(review.id.to_string())).href(&reader.form);
    let first = lit.and_then(|(_, lit)| lit.passages.first()).map(|(paragraph, _)| *paragraph);
    html! {
        <section
            key={review.id.as_str()}
            class="beside-column"
            role="region"
            tabindex="0"
            aria-label={format!("{}: the text", review.label)}
            data-review={review.number.to_string()}
        >
            <header class="beside-head">
                { number_beside_label(review) }
                <a href={to.clone()}>{ review.label.as_str() }</a>
                <span class="beside-where" title={at.clone()}>{ at }</span>
            </header>
            <div class="beside-text">
                if let Some((reading, (_, known))) = text {
                    for (place, part) in reading.parts.iter().enumerate() {
                        <key={place}>
                            { match part {
                                // Of several texts, two may be kept back from the same paragraph on, so none has an id.
                                Part::Gap(kept) => gap(kept, None),
                                Part::Open(open) => {
                                    let is_first = first == Some(open.paragraph);
                                    paragraph(reader, choice, review, open, &known.places, lit, is_first)
                                }
                            } }
                        </>
                    }
                } else {
                    <p class="beside-none">
                        { "The text of " }
                        <a href={to}>{ review.label.as_str() }</a>
                        { " is not here. Attach it on its page, or below." }
                    </p>
                }
            </div>
        </section>
    }
}

/// A paragraph that is open. `is_first` says that the first lit passage of the column is in it.
fn paragraph(
    reader: &Reader,
    choice: &Choice,
    review: &'static Review,
    open: &Open<'static>,
    places: &Places,
    at: Option<(&Subject, &Lit<'static>)>,
    mut is_first: bool,
) -> Html {
    let is_here = |place| at.is_some_and(|(_, lit)| lit.passages.contains(&(open.paragraph, place)));
    let is_lit: Vec<bool> = (0..open.passages.len()).map(is_here).collect();
    let mut mark = |segment: &Segment, innermost: usize| {
        let is_lit = segment.passages.iter().any(|passage| is_lit[*passage]);
        let entries = segment.passages.iter().rev().flat_map(|passage| &open.passages[*passage].entries);
        let next = next(entries, at.map(|(subject, _)| subject));
        let title = next.as_ref().and_then(|next| choice.contents.all().find(|one| one.subject == *next));
        let to = match &next {
            Some(next) => address(&choice.reviews, Some(next)),
            None => passage_address(review, &open.passages[innermost], open.paragraph, places),
        };
        let is_first = is_lit && std::mem::take(&mut is_first);
        Mark { to, title: title.map(|one| one.title), is_first }
    };
    html! {
        <div class="text-paragraph">
            { number(reader, review, open.paragraph) }
            { words(reader, open, Pointing { is_lit: &is_lit, ..Pointing::default() }, &mut mark) }
        </div>
    }
}

/// What pressing a passage makes the subject: the first topic or moment that was taken from it, or the one after the
/// present one where that is among them. Nothing where only spellings and the like were taken.
fn next<'e>(entries: impl Iterator<Item = &'e Entry<'static>>, present: Option<&Subject>) -> Option<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for subject in entries.filter_map(Subject::of) {
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    let here = subjects.iter().position(|subject| Some(subject) == present);
    let place = here.map_or(0, |here| (here + 1) % subjects.len());
    subjects.into_iter().nth(place)
}

/// Where a review speaks of it, or why that is not to be seen.
pub(super) fn speaks_at(shown: Shown<'static>, column: &Column<'static>, subject: &Subject, lit: &Lit<'_>) -> String {
    let mut paragraphs: Vec<String> = lit.passages.iter().map(|(paragraph, _)| format!("¶{paragraph}")).collect();
    paragraphs.dedup();
    if !paragraphs.is_empty() {
        let more = if lit.is_kept_back { "; more is kept back" } else { "" };
        return format!("{}{more}", paragraphs.join(", "));
    }
    if lit.is_kept_back {
        "kept back at this stop of the dial"
    } else if !subject.is_spoken_of(shown, column.review) {
        "silent"
    } else if column.reading.is_some() {
        "not found in this copy"
    } else {
        "speaks, and its text is not here"
    }
    .to_owned()
}
