//! One thing after another: what is done to the texts waits for the browser in between, and must not meet what comes
//! after it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

type Turn = Pin<Box<dyn Future<Output = ()>>>;

thread_local! {
    static WAITING: RefCell<VecDeque<Turn>> = RefCell::default();
    static IS_BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Does it once all is done that was given before.
pub(crate) fn in_turn(turn: impl Future<Output = ()> + 'static) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(Box::pin(turn)));
    if IS_BUSY.replace(true) {
        return;
    }
    spawn_local(async {
        while let Some(turn) = WAITING.with_borrow_mut(VecDeque::pop_front) {
            turn.await;
        }
        IS_BUSY.set(false);
    });
}
