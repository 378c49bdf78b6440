//! Asking the desk for the sheet of where the reader is: what it answers becomes the reader's.

use gloo::events::EventListener;

use crate::asking::Ask;
use crate::browser::desk::{self, Heard};
use crate::collection;
use crate::reader::{Action, Reader, ReaderHandle};

/// Asks for the reader's sheet.
pub(crate) fn ask(reader: &Reader) {
    desk::ask(&Ask::of(reader).write());
}

/// Hands the desk the record when it wants it, and the reader what it answers. Until dropped.
pub(crate) fn hear(reader: &ReaderHandle) -> EventListener {
    let dispatch = reader.dispatcher();
    desk::on_answer(move |heard| match heard {
        Heard::Open => desk::hand_over(collection::packed()),
        Heard::Answer(answer) => dispatch.emit(Action::See(answer)),
        Heard::Nothing => dispatch.emit(Action::Miss),
    })
}
