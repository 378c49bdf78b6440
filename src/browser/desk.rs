//! The way to the desk, which draws sheets off this thread.
//!
//! `assets/boot.js` loads it when it is first asked, and `assets/desk.js` says what goes back and forth. The page has
//! both at `linerNotes`: three plain functions cost less than the interfaces that they would be made of here.

use gloo::events::EventListener;
use gloo::utils::document_element;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::asking::Answer;

#[wasm_bindgen(js_namespace = linerNotes)]
extern "C" {
    /// Asks the desk. It may want the record first, and answers then.
    pub(crate) fn ask(ask: &str);

    /// Hands it the packed record.
    #[wasm_bindgen(js_name = handOver)]
    pub(crate) fn hand_over(record: &[u8]);

    /// What was heard of it last: nothing where it cannot be had, an empty text where it wants the record.
    fn heard() -> Option<String>;
}

/// What is heard of the desk.
pub(crate) enum Heard {
    /// It stands, and wants the record.
    Open,
    /// What it answers.
    Answer(Answer),
    /// It cannot be had, or says what nobody understands.
    Nothing,
}

/// Calls back with all that is heard. Until dropped.
pub(crate) fn on_answer(call: impl Fn(Heard) + 'static) -> EventListener {
    EventListener::new(&document_element(), "liner-notes:heard", move |_| {
        call(match heard().as_deref() {
            Some("") => Heard::Open,
            answer => answer.and_then(Answer::read).map_or(Heard::Nothing, Heard::Answer),
        });
    })
}
