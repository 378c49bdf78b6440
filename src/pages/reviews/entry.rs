//! One review in the list of them.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::review_number::ReviewNumber;
use crate::pages::reviews::facts::Facts;

/// Which review.
#[derive(PartialEq, Properties)]
pub(super) struct EntryProps {
    /// The review.
    pub(super) review: &'static Review,
}

/// The review, as an item of the list.
#[component]
pub(super) fn Entry(props: &EntryProps) -> Html {
    let review = props.review;
    html! {
        <li class="review-entry" data-review-id={review.id.to_string()} data-review={review.number.to_string()}>
            <ReviewNumber {review} labelled={true} />
            <div class="review-entry-head">
                <h2><Go to={Address::of(Place::Review(review.id.to_string()))}>{ review.label.clone() }</Go></h2>
                <OwnTitle {review} />
            </div>
            <Facts {review} />
        </li>
    }
}

/// The title that a review gives itself, or that it is not known.
#[component]
pub(super) fn OwnTitle(props: &EntryProps) -> Html {
    html! {
        <p class="own-title">
            if let Some(title) = &props.review.title {
                <cite dir="auto">{ title.clone() }</cite>
            } else {
                <span class="is-unknown">{ "title unknown" }</span>
            }
        </p>
    }
}
