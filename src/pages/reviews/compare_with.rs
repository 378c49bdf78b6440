//! The ways from one review to the comparison of it with another.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::reader::Reader;

/// A link for each of the others.
pub(super) fn compare_with(reader: &Reader, review: &Review) -> Html {
    let shown = reader.shown();
    let others = shown.reviews().iter().filter(|other| other.id != review.id);
    let address = |other: &Review| Address::of(Place::Compare).with("reviews", &format!("{},{}", review.id, other.id));
    html! {
        <nav class="compare-with" aria-label="Compare with another review">
            <span>{ "Compare with" }</span>
            for other in others {
                <a key={other.id.as_str()} class="pill" href={address(other).href(&reader.form)}>
                    { number_beside_label(other) }
                    { other.label.as_str() }
                </a>
            }
        </nav>
    }
}
