//! A review's number on its disc of colour.
//!
//! The colour is never the only sign: the number stands on it, and the label is said with it or stands beside it.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::markup::html;

/// The disc, with the review's label for those who do not see it.
pub(crate) fn review_number(review: &'static Review) -> Html {
    disc(review, html! { <span class="visually-hidden">{ " " }{ review.label.as_str() }</span> })
}

/// The disc where the review's label stands beside it, so that it need not be said with the number.
pub(crate) fn number_beside_label(review: &'static Review) -> Html {
    disc(review, html! {})
}

fn disc(review: &'static Review, said: Html) -> Html {
    let number = AttrValue::from(review.number.to_string());
    html! {
        <span
            key={review.id.as_str()}
            class="review-number"
            data-review={number.clone()}
            title={review.label.as_str()}
        >
            { number }
            { said }
        </span>
    }
}
