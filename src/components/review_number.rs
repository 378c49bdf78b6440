//! A review's number on its disc of colour.

use liner_notes_record::model::Review;
use yew::prelude::*;

/// Which review.
#[derive(PartialEq, Properties)]
pub(crate) struct ReviewNumberProps {
    /// The review.
    pub(crate) review: &'static Review,
    /// Whether its label stands beside it, so that it need not be said with the number.
    #[prop_or_default]
    pub(crate) labelled: bool,
}

/// The disc. Its colour is never the only sign: the number stands on it, and the label is said with it.
#[component]
pub(crate) fn ReviewNumber(props: &ReviewNumberProps) -> Html {
    let Review { number, label, .. } = props.review;
    let number = number.to_string();
    html! {
        <span class="review-number" data-review={number.clone()} title={label.clone()}>
            { number }
            if !props.labelled {
                <span class="visually-hidden">{ format!(" {label}") }</span>
            }
        </span>
    }
}
