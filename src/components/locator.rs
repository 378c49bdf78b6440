//! The way from a statement to the places it comes from.

use liner_notes_record::model::{Locator, Review};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;

/// The places of one statement.
#[derive(PartialEq, Properties)]
pub(crate) struct LocatorsProps {
    /// The review they are in.
    pub(crate) review: &'static Review,
    /// The places.
    pub(crate) at: &'static [Locator],
}

/// The id of a paragraph's element on its review's page.
pub(crate) fn paragraph_id(paragraph: u16) -> String {
    format!("paragraph-{paragraph}")
}

/// The address of a paragraph on its review's page.
pub(crate) fn paragraph_address(review: &Review, paragraph: u16) -> Address {
    Address::of(Place::Review(review.id.to_string())).with("paragraph", &paragraph.to_string())
}

/// One link for each paragraph in which the places are.
#[component]
pub(crate) fn Locators(props: &LocatorsProps) -> Html {
    let review = props.review;
    let mut paragraphs: Vec<u16> = props.at.iter().map(|locator| locator.paragraph).collect();
    paragraphs.sort_unstable();
    paragraphs.dedup();
    html! {
        <span class="locators">
            for paragraph in paragraphs {
                <Go
                    key={paragraph}
                    class="locator"
                    to={paragraph_address(review, paragraph)}
                    label={format!("{}, paragraph {paragraph}", review.label)}
                >
                    { format!("¶{paragraph}") }
                </Go>
            }
        </span>
    }
}
