//! One review in the list of them.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::link::link;
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::pages::reviews::facts::{Extent, facts};

/// The review, as an item of the list.
pub(super) fn entry(form: &Form, review: &'static Review) -> Html {
    let to = Address::of(Place::Review(review.id.to_string()));
    html! {
        <li
            key={review.id.as_str()}
            class="review-entry"
            data-review-id={review.id.as_str()}
            data-review={review.number.to_string()}
        >
            { number_beside_label(review) }
            <div class="review-entry-head">
                <h2>{ link(form, &to, &review.label) }</h2>
                { own_title(review) }
            </div>
            { facts(review, Extent::Telling) }
        </li>
    }
}

/// The title that a review gives itself, or that it is not known.
pub(super) fn own_title(review: &'static Review) -> Html {
    html! {
        <p class="own-title">
            if let Some(title) = &review.title {
                <cite dir="auto">{ title.as_str() }</cite>
            } else {
                <span class="is-unknown">{ "title unknown" }</span>
            }
        </p>
    }
}
