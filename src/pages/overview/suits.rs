//! Whom the work suits, and whom it may not, as the reviews say it.

use liner_notes_record::questions::Row;
use yew::prelude::*;

use crate::address::Form;
use crate::components::locator::locators;
use crate::components::review_number::review_number;
use crate::markup::html;

/// Both, side by side; nothing when no review says either.
pub(super) fn suits(form: &Form, suits: Option<&Row<'static>>, suits_not: Option<&Row<'static>>) -> Html {
    if suits.is_none() && suits_not.is_none() {
        return html! {};
    }
    html! {
        <div class="suits" data-later="">
            { side(form, "Who it suits", suits) }
            { side(form, "Who it may not", suits_not) }
        </div>
    }
}

fn side(form: &Form, title: &'static str, row: Option<&Row<'static>>) -> Html {
    let said =
        row.into_iter().flat_map(|row| &row.cells).flat_map(|cell| cell.counted().map(|claim| (cell.review, claim)));
    html! {
        <section class="suits-side">
            <h2>{ title }</h2>
            if row.is_none() {
                <p class="soft">{ "No review says." }</p>
            }
            <ul>
                for (place, (review, claim)) in said.enumerate() {
                    <li key={place}>
                        { review_number(review) }
                        <p>{ claim.text.as_str() }{ " " }{ locators(form, review, &claim.at, claim.topic.as_str()) }</p>
                    </li>
                }
            </ul>
        </section>
    }
}
