//! Keys that do something wherever the reader is on a page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls back when `/` is pressed where nobody types, or Ctrl or Command with K anywhere. Until dropped.
pub(crate) fn on_search(call: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if asks_for_search(key) && !key.default_prevented() {
            event.prevent_default();
            call();
        }
    })
}

fn asks_for_search(key: &KeyboardEvent) -> bool {
    let is_with_control = key.ctrl_key() || key.meta_key();
    match key.key().as_str() {
        "k" => is_with_control && !key.alt_key() && !key.shift_key(),
        "/" => !is_with_control && !key.alt_key() && !is_typed(key),
        _ => false,
    }
}

/// Whether the key is a letter of what somebody writes, or chooses in a list.
fn is_typed(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = |target: Element| target.matches("input, select, textarea, [contenteditable]").unwrap_or(false);
    key.is_composing() || target.is_some_and(is_field)
}
