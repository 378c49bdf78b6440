//! Whom the work suits, and whom it may not, as the reviews say it.

use liner_notes_record::questions::Row;
use yew::prelude::*;

use crate::components::locator::Locators;
use crate::components::review_number::ReviewNumber;

/// The two rows.
#[derive(PartialEq, Properties)]
pub(super) struct SuitsProps {
    pub(super) suits: Option<Row<'static>>,
    pub(super) suits_not: Option<Row<'static>>,
}

/// Both, side by side; nothing when no review says either.
#[component]
pub(super) fn Suits(props: &SuitsProps) -> Html {
    if props.suits.is_none() && props.suits_not.is_none() {
        return html! {};
    }
    html! {
        <div class="suits">
            { side("Who it suits", props.suits.as_ref()) }
            { side("Who it may not", props.suits_not.as_ref()) }
        </div>
    }
}

fn side(title: &'static str, row: Option<&Row<'static>>) -> Html {
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
                        <ReviewNumber {review} />
                        <p>{ claim.text.clone() }{ " " }<Locators {review} at={claim.at.as_slice()} /></p>
                    </li>
                }
            </ul>
        </section>
    }
}
