//! What the signs of the score mean.

use liner_notes_record::questions::Timeline;
use yew::prelude::*;

use super::choices::Order;
use crate::markup::html;

/// The key. What holds for the wide score alone, or the upright one, is shown with it alone.
pub(super) fn key(order: Order, timeline: &Timeline<'_>) -> Html {
    let has_brackets = timeline.places.iter().any(|place| place.bracket.is_some());
    html! {
        <ul class="score-key">
            <li>
                <svg viewBox="0 0 22 16" aria-hidden="true"><ellipse class="note" cx="11" cy="8" rx="8.5" ry="6" /></svg>
                { "tells it" }
            </li>
            <li>
                <svg class="is-open" viewBox="0 0 22 16" aria-hidden="true">
                    <ellipse class="note" cx="11" cy="8" rx="7.5" ry="5" />
                </svg>
                { "only alludes to it" }
            </li>
            if order == Order::Told {
                <li class="for-wide">{ "from left to right as each review tells them; in the note, the moment’s number" }</li>
                <li class="for-upright">{ "in the note, its rank in the review’s own telling" }</li>
            } else if has_brackets {
                <li class="for-wide">
                    <svg viewBox="0 0 30 16" aria-hidden="true"><path d="M2 12V4h26v8M15 4v12" /></svg>
                    { "stands anywhere under the bracket" }
                </li>
            }
        </ul>
    }
}
