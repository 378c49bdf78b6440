//! The spoiler dial: its three stops, the question before it is turned up, the offer to turn it back.

use liner_notes_record::Dial;
use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::components::hidden::invitation;
use crate::markup::html;
use crate::reader::{Action, ReaderHandle};

/// The id of the dialog that asks before the dial is turned up.
pub(crate) const ASK: &str = "ask";

/// Does that after the next paint.
fn after_paint(dispatch: &Callback<Action>, action: Action) {
    let dispatch = dispatch.clone();
    browser::press::after_paint(move || dispatch.emit(action));
}

/// The dial in the bar: a group of radio buttons, moved through with the arrow keys.
pub(crate) fn spoiler_dial(reader: &ReaderHandle) -> Html {
    let onkeydown = {
        let (dispatch, at) = (reader.dispatcher(), reader.kept.dial);
        Callback::from(move |event: KeyboardEvent| {
            let place = Dial::STOPS.iter().position(|stop| *stop == at).unwrap_or(0);
            let place = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (place + 1) % Dial::STOPS.len(),
                "ArrowLeft" | "ArrowUp" => (place + Dial::STOPS.len() - 1) % Dial::STOPS.len(),
                _ => return,
            };
            event.prevent_default();
            after_paint(&dispatch, Action::Turn(Dial::STOPS[place]));
            let group = event.target_dyn_into::<Element>().and_then(|stop| stop.parent_element());
            if let Some(stop) = group.and_then(|group| group.children().item(u32::try_from(place).unwrap_or(0))) {
                browser::page::focus(&stop);
            }
        })
    };
    html! {
        <>
            <span class="dial-label" id="dial-label">{ "Spoilers" }</span>
            <div class="dial" role="radiogroup" aria-labelledby="dial-label" {onkeydown}>
                for stop in Dial::STOPS {
                    { draw(reader, stop) }
                }
            </div>
        </>
    }
}

fn draw(reader: &ReaderHandle, stop: Dial) -> Html {
    let is_here = reader.kept.dial == stop;
    let onclick = {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: MouseEvent| after_paint(&dispatch, Action::Turn(stop)))
    };
    let (before, word) = stop.words().rsplit_once(' ').unwrap_or(("", stop.words()));
    html! {
        <button
            key={stop.token()}
            type="button"
            class="dial-stop"
            role="radio"
            aria-checked={is_here.to_string()}
            tabindex={if is_here { "0" } else { "-1" }}
            {onclick}
        >
            if !before.is_empty() {
                <span class="dial-stop-more">{ format!("{before} ") }</span>
            }
            { word }
        </button>
    }
}

/// Asks before the dial is turned up past what the reader has agreed to.
pub(crate) fn ask_before_turning(reader: &ReaderHandle) -> Html {
    let act = |action: Action| {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: MouseEvent| after_paint(&dispatch, action.clone()))
    };
    let onclose = {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: Event| dispatch.emit(Action::Decline))
    };
    let what = match reader.asked {
        Some(Dial::All) => "Every page will tell what happens, the ending included.",
        _ => "Every page will tell what happens on the way, but not the ending.",
    };
    html! {
        <dialog id={ASK} class="ask" aria-labelledby="ask-title" {onclose}>
            <h2 id="ask-title">{ format!("{}?", invitation(reader.asked.unwrap_or(Dial::Middle))) }</h2>
            <p>{ what }{ " You can turn it back at any time." }</p>
            <div class="ask-buttons">
                <button type="button" class="button button-primary" onclick={act(Action::Agree)}>{ "Show it" }</button>
                <button type="button" class="button" onclick={act(Action::Decline)}>{ "Not yet" }</button>
            </div>
        </dialog>
    }
}

/// Says that the dial was turned up and offers to turn it back, for a while.
pub(crate) fn offer_to_turn_back(reader: &ReaderHandle) -> Html {
    let onclick = {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: MouseEvent| after_paint(&dispatch, Action::Undo))
    };
    html! {
        <div class="toast" role="status">
            if reader.undo.is_some() {
                { format!("Spoilers: {}. ", reader.kept.dial.words()) }
                <button type="button" class="toast-action" {onclick}>{ "Undo" }</button>
            }
        </div>
    }
}
