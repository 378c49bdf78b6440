//! The way from a statement to the places it comes from.

use liner_notes_record::model::{Locator, Review};
use liner_notes_record::questions::ordered;
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::markup::html;

/// The key under which an address carries a paragraph of a review.
pub(crate) const PARAGRAPH: &str = "paragraph";

/// The key under which it carries what was taken there: the id of a topic, a card, a moment, a title, a slip.
pub(crate) const TAKEN: &str = "taken";

/// The key under which it carries where in the paragraph a passage starts, in code points.
pub(crate) const AT: &str = "at";

/// The id of a paragraph's element on its review's page.
pub(crate) fn paragraph_id(paragraph: u16) -> String {
    format!("paragraph-{paragraph}")
}

/// The address of a paragraph on its review's page.
pub(crate) fn paragraph_address(review: &Review, paragraph: u16) -> Address {
    Address::of(Place::Review(review.id.to_string())).with(PARAGRAPH, &paragraph.to_string())
}

/// One link for each paragraph of a review in which the places are; it says what was `taken` there, unless that is
/// nothing, as for names: where they are, the paragraph says.
pub(crate) fn locators(form: &Form, review: &Review, at: &[Locator], taken: &str) -> Html {
    let mut paragraphs: Vec<u16> = Vec::new();
    for locator in at {
        if !paragraphs.contains(&locator.paragraph) {
            paragraphs.push(locator.paragraph);
        }
    }
    let paragraphs = ordered(paragraphs, |paragraph| u64::from(*paragraph));
    html! {
        <span class="locators">
            for paragraph in paragraphs {
                <a
                    key={paragraph}
                    class="locator"
                    href={paragraph_address(review, paragraph).with(TAKEN, taken).href(form)}
                    aria-label={format!("{}, paragraph {paragraph}", review.label)}
                >
                    { format!("¶{paragraph}") }
                </a>
            }
        </span>
    }
}
