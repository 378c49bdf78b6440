//! What the record found: where the reviews are at odds with each other, and where one slips.

use liner_notes_record::questions::{Coverage, Digest};
use yew::prelude::*;

use crate::address::Form;
use crate::components::digest::digest;
use crate::components::locator::locators;
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::numerals::figures;

/// How many were found.
pub(super) fn lead(found: usize) -> String {
    match found {
        0 => "None at this stop of the dial.".to_owned(),
        _ => format!("{} at this stop of the dial.", figures(found)),
    }
}

/// Every row that differs.
pub(super) fn conflicts(form: &Form, conflicts: &[Digest<'static>]) -> Html {
    html! {
        <ul class="conflicts">
            for conflict in conflicts {
                { digest(form, conflict) }
            }
        </ul>
    }
}

/// The slips, by review.
pub(super) fn slips(form: &Form, reviews: &[Coverage<'static>]) -> Html {
    html! {
        for one in reviews.iter().filter(|one| !one.slips.is_empty()) {
            <div key={one.review.id.as_str()} class="about-slips">
                <h3 class="coverage-head">{ number_beside_label(one.review) }{ one.review.label.as_str() }</h3>
                <ul>
                    for slip in &one.slips {
                        <li key={slip.id.as_str()}>
                            <p>{ slip.text.as_str() }</p>
                            { locators(form, one.review, &slip.at, slip.id.as_str()) }
                        </li>
                    }
                </ul>
            </div>
        }
    }
}
