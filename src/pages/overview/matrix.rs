//! What they thought: aspects by reviews, a mark for each stance.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Cell, Row};
use liner_notes_record::value::Value;
use yew::prelude::*;

use super::hero::topic_address;
use crate::components::go::Go;
use crate::components::review_number::ReviewNumber;
use crate::components::stance::StanceMark;

/// The stances.
#[derive(PartialEq, Properties)]
pub(super) struct MatrixProps {
    pub(super) reviews: &'static [Review],
    pub(super) rows: Vec<Row<'static>>,
}

/// The matrix of opinions.
#[component]
pub(super) fn Matrix(props: &MatrixProps) -> Html {
    let MatrixProps { reviews, rows } = props;
    if rows.is_empty() {
        return html! {
            <section class="matrix" aria-labelledby="matrix-title">
                <h2 id="matrix-title">{ "What they thought" }</h2>
                <p class="soft">{ "No review judges anything at this stop of the dial." }</p>
            </section>
        };
    }
    html! {
        <section class="matrix" aria-labelledby="matrix-title">
            <h2 id="matrix-title">{ "What they thought" }</h2>
            <p class="soft">{ "A disc is praise, a ring is mixed, a square is criticism; larger is stronger. A dash is silence." }</p>
            <table class="opinions">
                <caption class="visually-hidden">{ "Stances on each aspect, by review" }</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ "Aspect" }</span></th>
                        for review in reviews.iter() {
                            <th key={review.id.as_str()} scope="col"><ReviewNumber {review} /></th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in rows {
                        <tr key={row.topic.id.as_str()} data-topic={row.topic.id.to_string()}>
                            <th scope="row"><Go to={topic_address(row.topic)}>{ row.topic.title.clone() }</Go></th>
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
    let number = cell.review.number;
    if cell.is_silent() {
        return html! { <StanceMark stance={None} {number} /> };
    }
    let stances = cell.counted().filter_map(|claim| match claim.value {
        Value::Stance(stance) => Some(stance),
        _ => None,
    });
    html! {
        for (place, stance) in stances.enumerate() {
            <StanceMark key={place} stance={Some(stance)} {number} />
        }
    }
}
