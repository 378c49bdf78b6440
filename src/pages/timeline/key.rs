//! What the signs of the score mean.

use yew::prelude::*;

use super::choices::Order;

/// Which signs there are.
#[derive(PartialEq, Properties)]
pub(super) struct KeyProps {
    /// The order of the heads.
    pub(super) order: Order,
    /// Whether there are brackets.
    pub(super) brackets: bool,
}

/// The key. What holds for the wide score alone, or the upright one, is shown with it alone.
#[component]
pub(super) fn Key(props: &KeyProps) -> Html {
    html! {
        <ul class="score-key">
            <li>
                <svg viewBox="0 0 22 16" aria-hidden="true"><ellipse class="note" cx="11" cy="8" rx="8.5" ry="6" /></svg>
                { "tells it" }
            </li>
            <li>
                <svg viewBox="0 0 22 16" aria-hidden="true">
                    <ellipse class="note is-open" cx="11" cy="8" rx="7.5" ry="5" />
                </svg>
                { "only alludes to it" }
            </li>
            if props.order == Order::Told {
                <li class="for-wide">{ "from left to right as each review tells them; in the note, the moment’s number" }</li>
                <li class="for-upright">{ "in the note, its rank in the review’s own telling" }</li>
            } else if props.brackets {
                <li class="for-wide">
                    <svg viewBox="0 0 30 16" aria-hidden="true"><path d="M2 12V4h26v8M15 4v12" /></svg>
                    { "stands anywhere under the bracket" }
                </li>
            }
        </ul>
    }
}
