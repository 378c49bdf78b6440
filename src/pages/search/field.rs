//! The field that one types into, and the keys that move through the hits. What Enter follows, `assets/desk.js` knows:
//! whether the hits are those of what stands in the field.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{FIELD, FROM_THE_END, LIST, TYPED, hit_id, typed};
use crate::address::{Address, Place};
use crate::browser;
use crate::markup::html;
use crate::reader::{Action, ReaderHandle};

/// The field.
pub(super) fn field(reader: &ReaderHandle) -> Html {
    let oninput = {
        let reader = reader.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            look_for(&reader, &value);
        })
    };
    let onkeydown = {
        let reader = reader.clone();
        Callback::from(move |event: KeyboardEvent| press(&reader, &event))
    };
    html! {
        <input
            id={FIELD}
            class="search-field"
            type="search"
            name="q"
            role="combobox"
            aria-label="Search"
            aria-autocomplete="list"
            aria-expanded={(!typed(reader).trim().is_empty()).to_string()}
            aria-controls={LIST}
            aria-activedescendant={reader.sheet.at.filter(|at| *at < FROM_THE_END).map(hit_id)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder="A name, a topic, a moment, a word"
            value={typed(reader).to_owned()}
            {oninput}
            {onkeydown}
        />
    }
}

/// What is typed is no step in the history, or going back would take as many as it has letters.
fn look_for(reader: &ReaderHandle, typed: &str) {
    let to = Address::of(Place::Search).with(TYPED, typed);
    browser::location::replace(&to, &reader.form);
    reader.dispatch(Action::Go(to, None));
}

/// Arrow keys move through the hits and past the last back to the field; Escape empties the field.
fn press(reader: &ReaderHandle, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => reader.dispatch(Action::Next),
        "ArrowUp" => reader.dispatch(Action::Before),
        "Escape" => look_for(reader, ""),
        _ => return,
    }
    event.prevent_default();
}
