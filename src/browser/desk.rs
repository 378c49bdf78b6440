//! The way to the desk, which draws sheets off this thread.
//!
//! `assets/boot.js` opens it when it is first asked, and knows where it is: what is asked and what is answered go
//! through events on the root element.

use gloo::events::EventListener;
use gloo::utils::document_element;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

use crate::asking::Answer;

/// Asks the desk. Before it has the record it answers nothing but that it wants it.
pub(crate) fn ask(ask: &str) {
    send(&ask.into());
}

/// Hands it the packed record.
pub(crate) fn hand_over(record: &'static [u8]) {
    send(&js_sys::Uint8Array::from(record));
}

fn send(what: &JsValue) {
    let options = CustomEventInit::new();
    options.set_detail(what);
    // Refused are only names that are empty and events under way.
    if let Ok(event) = CustomEvent::new_with_event_init_dict("liner-notes:ask", &options) {
        let _ = document_element().dispatch_event(&event);
    }
}

/// Calls back with every answer; with nothing where the desk cannot be had, or says what nobody understands. Until
/// dropped.
pub(crate) fn on_answer(call: impl Fn(Option<Answer>) + 'static) -> EventListener {
    EventListener::new(&document_element(), "liner-notes:answer", move |event| {
        let answer = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        call(answer.and_then(|answer| Answer::read(&answer)));
    })
}
