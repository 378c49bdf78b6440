//! A review paragraph by paragraph. Its words stay with its publisher; here stands what the record took from them.

use liner_notes_record::Dial;
use liner_notes_record::model::Review;
use liner_notes_record::questions::{Outlined, outline};
use yew::prelude::*;

use crate::components::copy_link::copy_link;
use crate::components::jumps::{jump, jumps};
use crate::components::locator::{paragraph_address, paragraph_id};
use crate::markup::html;
use crate::pages::reviews::taken::{Source, taken};
use crate::reader::Reader;

/// In how many pieces the outline is taken over, after all else.
pub(in crate::pages) const PIECES: usize = 3;

/// The outline. Paragraphs with nothing to show fold into one line, unless the reader asked for one of them.
pub(super) fn outline_of(reader: &Reader, review: &'static Review, marked: Option<u16>) -> Html {
    let shown = reader.shown();
    // The same words for an empty paragraph and a hidden one: neither tells which it is.
    let nothing = if shown.dial() == Dial::All { "nothing taken" } else { "nothing to show at this dial" };
    let stretches = stretches(outline(shown, review), marked);
    let mut paragraphs = Vec::new();
    for stretch in &stretches {
        if let Stretch::One(Outlined { paragraph, .. }) = stretch {
            let to = paragraph_address(review, *paragraph);
            paragraphs.push(jump(&reader.form, &to, "¶", usize::from(*paragraph)));
        }
    }
    let waiting = reader.waiting(stretches.len(), PIECES);
    html! {
        <section class="review-outline">
            <h2>{ "Paragraph by paragraph" }</h2>
            <p class="lede">{ "What the record took from each, in our words." }</p>
            { jumps("Paragraphs", paragraphs) }
            <ol class="outline">
                for stretch in stretches.into_iter().skip(waiting) {
                    { draw(reader, stretch, review, marked, nothing) }
                }
            </ol>
        </section>
    }
}

/// A paragraph by itself, or several in a row from which there is nothing.
#[derive(Debug, PartialEq)]
enum Stretch {
    One(Outlined<'static>),
    Nothing { from: u16, to: u16 },
}

fn stretches(outlined: Vec<Outlined<'static>>, marked: Option<u16>) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for one in outlined {
        let stands_alone = !one.entries.is_empty() || marked == Some(one.paragraph);
        match stretches.last_mut() {
            _ if stands_alone => stretches.push(Stretch::One(one)),
            Some(Stretch::Nothing { to, .. }) => *to = one.paragraph,
            _ => stretches.push(Stretch::Nothing { from: one.paragraph, to: one.paragraph }),
        }
    }
    stretches
}

fn draw(
    reader: &Reader,
    stretch: Stretch,
    review: &'static Review,
    marked: Option<u16>,
    nothing: &'static str,
) -> Html {
    match stretch {
        Stretch::Nothing { from, to } => {
            let which = if from == to { format!("¶ {from}") } else { format!("¶ {from}–{to}") };
            html! { <li key={from} class="outline-nothing" data-later="">{ format!("{which}: {nothing}") }</li> }
        }
        Stretch::One(Outlined { paragraph, entries }) => {
            let is_marked = marked == Some(paragraph);
            html! {
                <li
                    key={paragraph}
                    id={paragraph_id(paragraph)}
                    class={if is_marked { "outline-paragraph is-marked" } else { "outline-paragraph" }}
                    data-paragraph={paragraph.to_string()}
                    tabindex="-1"
                    data-later=""
                >
                    <h3><span aria-hidden="true">{ "¶ " }</span><span class="visually-hidden">{ "Paragraph " }</span>{ paragraph }</h3>
                    if entries.is_empty() {
                        <p class="nothing-said">{ nothing }</p>
                    } else {
                        { taken(Source { reader, review, paragraph }, &entries) }
                    }
                    if is_marked {
                        { copy_link() }
                    }
                </li>
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty(last: u16) -> Vec<Outlined<'static>> {
        let one = |paragraph| Outlined { paragraph, entries: Vec::new() };
        (1..=last).map(one).collect()
    }

    #[test]
    fn paragraphs_with_nothing_fold_into_one_line() {
        let folded = Stretch::Nothing { from: 1, to: 3 };
        assert_eq!(stretches(empty(3), None), [folded]);
    }

    #[test]
    fn a_paragraph_that_is_asked_for_stands_alone() {
        let read = stretches(empty(3), Some(2));
        assert_eq!(read.len(), 3);
        assert!(matches!(&read[1], Stretch::One(one) if one.paragraph == 2));
        assert_eq!(read[2], Stretch::Nothing { from: 3, to: 3 });
    }
}
