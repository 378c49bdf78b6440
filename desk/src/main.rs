//! The worker's way in: the first message is the packed record, every other a question.

/// Some 3,000 bytes lighter, compressed, than the allocator of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod worker {
    use std::cell::RefCell;

    use js_sys::{Object, Reflect, Uint8Array};
    use liner_notes::asking::{Ask, DAMAGED, OPEN, READY};
    use liner_notes_desk::{Desk, Said};
    use liner_notes_export::File;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::{Closure, JsValue};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    thread_local! {
        static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
    }

    pub(crate) fn start() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let here = scope.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            if let Some(answer) = answer(&message) {
                // Refused is only what cannot be copied, and texts can.
                let _ = here.post_message(&answer);
            }
        });
        scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        // It is heard for as long as the worker runs.
        hear.forget();
        let _ = scope.post_message(&OPEN.into());
    }

    /// What is to be said to a message; nothing to one that cannot be understood, or that came before the record.
    fn answer(message: &MessageEvent) -> Option<JsValue> {
        let data = message.data();
        if let Some(text) = data.as_string() {
            let ask = Ask::read(&text)?;
            return DESK.with_borrow(|desk| Some(said(desk.as_ref()?.answer(&ask))));
        }
        let bytes = data.dyn_into::<Uint8Array>().ok()?.to_vec();
        let opened = Desk::open(&bytes);
        let said = if opened.is_ok() { READY } else { DAMAGED };
        DESK.set(opened.ok());
        Some(said.into())
    }

    /// A sheet is a text, a file an object that holds one: so the page knows the two apart.
    fn said(said: Option<Said>) -> JsValue {
        match said {
            Some(Said::Sheet(answer)) => answer.write().into(),
            Some(Said::File(File { name, media_type, text })) => {
                let [file, message] = [Object::new(), Object::new()];
                for (key, value) in [("name", name.as_str()), ("type", media_type), ("text", &text)] {
                    set(&file, key, &value.into());
                }
                set(&message, "file", &file);
                message.into()
            }
            None => DAMAGED.into(),
        }
    }

    fn set(object: &Object, key: &str, value: &JsValue) {
        // Refused only by objects that are closed, and ours are new.
        let _ = Reflect::set(object, &key.into(), value);
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
