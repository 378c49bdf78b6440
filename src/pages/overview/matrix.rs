//! What they thought: aspects by reviews, a mark for each stance.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Cell, Row};
use liner_notes_record::value::Value;
use yew::prelude::*;

use crate::address::Form;
use crate::components::digest::topic_address;
use crate::components::link::link;
use crate::components::review_number::review_number;
use crate::components::stance::stance_mark;
use crate::markup::html;

/// The matrix of opinions.
pub(super) fn matrix(form: &Form, reviews: &'static [Review], rows: &[Row<'static>]) -> Html {
    if rows.is_empty() {
        return html! {
            <section class="matrix" data-later="" aria-labelledby="matrix-title">
                <h2 id="matrix-title">{ "What they thought" }</h2>
                <p class="soft">{ "No review judges anything at this stop of the dial." }</p>
            </section>
        };
    }
    html! {
        <section class="matrix" data-later="" aria-labelledby="matrix-title">
            <h2 id="matrix-title">{ "What they thought" }</h2>
            <p class="soft">{ "A disc is praise, a ring is mixed, a square is criticism; larger is stronger. A dash is silence." }</p>
            <table class="opinions">
                <caption class="visually-hidden">{ "Stances on each aspect, by review" }</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ "Aspect" }</span></th>
                        for review in reviews.iter() {
                            <th key={review.id.as_str()} scope="col">{ review_number(review) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in rows {
                        <tr key={row.topic.id.as_str()} data-topic={row.topic.id.as_str()}>
                            <th scope="row">{ link(form, &topic_address(row.topic), &row.topic.title) }</th>
                            for cell in &row.cells {
                                <td key={cell.review.id.as_str()}>{ marks(cell) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </section>
    }
}

fn marks(cell: &Cell<'static>) -> Html {
    if cell.is_silent() {
        return stance_mark(None, cell.review);
    }
    let stances = cell.counted().filter_map(|claim| match claim.value {
        Value::Stance(stance) => Some(stance),
        _ => None,
    });
    html! {
        for (place, stance) in stances.enumerate() {
            <key={place}>{ stance_mark(Some(stance), cell.review) }</>
        }
    }
}
