//! The worker's way in: the first message is the packed record, every other a question.

#[cfg(target_arch = "wasm32")]
mod worker {
    use std::cell::RefCell;

    use js_sys::Uint8Array;
    use liner_notes::asking::{Ask, DAMAGED, OPEN, READY};
    use liner_notes_desk::Desk;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    thread_local! {
        static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
    }

    pub(crate) fn start() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let here = scope.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            if let Some(answer) = answer(&message) {
                // Refused is only what cannot be copied, and a text can.
                let _ = here.post_message(&answer.into());
            }
        });
        scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        // It is heard for as long as the worker runs.
        hear.forget();
        let _ = scope.post_message(&OPEN.into());
    }

    /// What is to be said to a message; nothing to one that cannot be understood, or that came before the record.
    fn answer(message: &MessageEvent) -> Option<String> {
        let data = message.data();
        if let Some(text) = data.as_string() {
            let ask = Ask::read(&text)?;
            return DESK.with_borrow(|desk| Some(desk.as_ref()?.answer(&ask).write()));
        }
        let bytes = data.dyn_into::<Uint8Array>().ok()?.to_vec();
        let opened = Desk::open(&bytes);
        let said = if opened.is_ok() { READY } else { DAMAGED };
        DESK.set(opened.ok());
        Some(said.to_owned())
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
