//! The end of a score that goes on above the dial: one closed bar, always the same, and the way to open it.

use liner_notes_record::Dial;
use yew::prelude::*;

use crate::components::hidden::turn_up;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// The bar. It gives away nothing of what follows, not even how much it is; a fermata says to hold here.
pub(super) fn closed_bar(reader: &ReaderHandle) -> Html {
    let dial = reader.kept.dial;
    let Some(to) = Dial::STOPS.into_iter().find(|stop| *stop > dial) else {
        return html! {};
    };
    let words = html! {
        <>{ "Go on" }<span class="visually-hidden">{ format!(", spoilers: {}", to.words()) }</span></>
    };
    html! {
        <div class="closed-bar">
            <svg class="fermata" viewBox="0 0 44 26" aria-hidden="true">
                <path d="M3 23a19 19 0 0 1 38 0" />
                <circle cx="22" cy="20" r="3.5" />
            </svg>
            <p>{ "The story goes on" }</p>
            { turn_up(reader, to, "pill", words) }
        </div>
    }
}
