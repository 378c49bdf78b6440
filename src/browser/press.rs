//! Answering a press at once: what was pressed looks pressed, that is painted, and only then is drawn what follows.
//! Drawing Compare anew keeps a slow phone for a fifth of a second, and a control that does nothing for that long is
//! pressed again.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What looks pressed until what follows is drawn, where it is pressed.
const PRESSED: &str = "data-pressed";

/// How long a paint is waited for, in milliseconds: a little longer than a frame lasts. Where the processor is slow the
/// browser paints first all the same, for it puts off timers until it has answered what was pressed.
const PAINT: u32 = 20;

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
}

#[derive(Default)]
struct Waiting {
    /// What was pressed last.
    pressed: Option<Element>,
    /// What is done after the next paint, in this order.
    works: Vec<Box<dyn FnOnce()>>,
    /// What brings that about.
    next: Option<Timeout>,
}

/// Does something after the next paint, and before the next press.
pub(crate) fn after_paint(work: impl FnOnce() + 'static) {
    WAITING.with_borrow_mut(|waiting| {
        waiting.works.push(Box::new(work));
        mark(waiting.pressed.as_ref(), true);
        waiting.next.get_or_insert_with(|| Timeout::new(PAINT, now));
    });
}

/// Does what waits. The next press finds it done, and all that is on the page true.
fn now() {
    let (works, pressed, _next) = WAITING
        .with_borrow_mut(|waiting| (std::mem::take(&mut waiting.works), waiting.pressed.take(), waiting.next.take()));
    mark(pressed.as_ref(), false);
    for work in works {
        work();
    }
}

fn mark(pressed: Option<&Element>, is_pressed: bool) {
    let Some(pressed) = pressed else { return };
    // Setting or removing an attribute that has a valid name cannot fail.
    let _ = if is_pressed { pressed.set_attribute(PRESSED, "") } else { pressed.remove_attribute(PRESSED) };
}

/// Watches what is pressed, before whoever else hears of it.
pub(crate) fn watch() -> [EventListener; 2] {
    ["pointerdown", "keydown"].map(|kind| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window(), kind, options, |event| {
            now();
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let pressed = target.and_then(|target| target.closest("button, .chord").ok()?);
            WAITING.with_borrow_mut(|waiting| waiting.pressed = pressed);
        })
    })
}
