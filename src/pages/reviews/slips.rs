//! The mistakes inside one review, noted and left as they stand.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::components::locator::Locators;
use crate::reader::use_reader;

/// Whose slips.
#[derive(PartialEq, Properties)]
pub(super) struct SlipsProps {
    /// The review.
    pub(super) review: &'static Review,
}

/// Our notes on them; nothing where there are none.
#[component]
pub(super) fn Slips(props: &SlipsProps) -> Html {
    let review = props.review;
    let slips: Vec<_> = use_reader().shown().slips().filter(|slip| slip.review == review.id).collect();
    html! {
        if !slips.is_empty() {
            <section class="review-slips">
                <h2>{ "Slips of the text" }</h2>
                <ul>
                    for slip in slips {
                        <li key={slip.id.as_str()}>
                            <p>{ slip.text.clone() }</p>
                            <Locators {review} at={slip.at.as_slice()} />
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
