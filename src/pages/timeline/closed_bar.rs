//! The end of a score that goes on above the dial: one closed bar, always the same, and the way to open it.

use liner_notes_record::Dial;
use yew::prelude::*;

use crate::components::hidden::TurnUp;
use crate::reader::use_reader;

/// The bar. It gives away nothing of what follows, not even how much it is; a fermata says to hold here.
#[component]
pub(super) fn ClosedBar() -> Html {
    let reader = use_reader();
    let dial = reader.kept.dial;
    let Some(to) = Dial::STOPS.into_iter().find(|stop| *stop > dial) else {
        return html! {};
    };
    html! {
        <div class="closed-bar">
            <svg class="fermata" viewBox="0 0 44 26" aria-hidden="true">
                <path d="M3 23a19 19 0 0 1 38 0" />
                <circle cx="22" cy="20" r="3.5" />
            </svg>
            <p>{ "The story goes on" }</p>
            <TurnUp {to} class="pill">
                { "Go on" }<span class="visually-hidden">{ format!(", spoilers: {}", to.words()) }</span>
            </TurnUp>
        </div>
    }
}
