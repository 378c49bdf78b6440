//! A row in short: its topic, its status, each answer with those who give it.

use liner_notes_record::model::Topic;
use liner_notes_record::questions::{Digest, Side};
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::link::link;
use crate::components::review_number::review_number;
use crate::components::status_sign::status_sign;
use crate::markup::html;

/// The address of a topic's row.
pub(crate) fn topic_address(topic: &Topic) -> Address {
    Address::of(Place::Compare).with("topic", topic.id.as_str())
}

/// The row, as an item of a list.
pub(crate) fn digest(form: &Form, digest: &Digest<'static>) -> Html {
    let topic = digest.row.topic;
    html! {
        <li key={topic.id.as_str()} class="digest" data-topic={topic.id.as_str()}>
            { status_sign(&digest.row) }
            <h3>{ link(form, &topic_address(topic), &topic.title) }</h3>
            { sides(digest) }
        </li>
    }
}

/// Each answer with those who give it.
pub(crate) fn sides(digest: &Digest<'static>) -> Html {
    html! {
        <ul class="sides">
            for (place, side) in digest.sides.iter().enumerate() {
                <li key={place}>
                    <span class="side-words">{ side.words.clone() }</span>
                    <span class="side-reviews">{ discs(digest, side) }</span>
                </li>
            }
        </ul>
    }
}

fn discs(digest: &Digest<'static>, side: &Side) -> Html {
    let cells = digest.row.cells.iter().filter(|cell| side.reviews.iter().any(|(_, id)| *id == cell.review.id));
    html! {
        for cell in cells {
            { review_number(cell.review) }
        }
    }
}
