//! The ways from one review to the comparison of it with another.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::review_number::ReviewNumber;
use crate::reader::use_reader;

/// Which review.
#[derive(PartialEq, Properties)]
pub(super) struct BesideProps {
    /// The review.
    pub(super) review: &'static Review,
}

/// A link for each of the others.
#[component]
pub(super) fn Beside(props: &BesideProps) -> Html {
    let review = props.review;
    let shown = use_reader().shown();
    let others = shown.reviews().iter().filter(|other| other.id != review.id);
    let beside = |other: &Review| Address::of(Place::Compare).with("reviews", &format!("{},{}", review.id, other.id));
    html! {
        <nav class="beside" aria-label="Compare with another review">
            <span>{ "Compare with" }</span>
            for other in others {
                <Go key={other.id.as_str()} class="pill" to={beside(other)}>
                    <ReviewNumber review={other} labelled={true} />
                    { other.label.clone() }
                </Go>
            }
        </nav>
    }
}
