//! Asking the desk for the sheet of where the reader is: what it answers becomes the reader's.

use std::rc::Rc;

use gloo::events::EventListener;

use crate::asking::{Answer, Ask};
use crate::browser::desk;
use crate::collection;
use crate::reader::{Action, ReaderHandle, Sheet};

/// A question to the desk, until the next is asked.
pub(crate) struct Inquiry {
    number: u32,
    _answers: EventListener,
}

impl Inquiry {
    /// Asks for the reader's sheet. What was asked `before` is of interest no more.
    pub(crate) fn begin(reader: &ReaderHandle, before: Option<&Self>) -> Self {
        let number = before.map_or(0, |before| before.number.wrapping_add(1));
        let ask = Ask::of(reader, number).write();
        let dispatch = reader.dispatcher();
        let asked = ask.clone();
        let answers = desk::on_answer(move |answer| match answer {
            Some(Answer::Open) => desk::hand_over(collection::packed()),
            Some(Answer::Ready) => desk::ask(&asked),
            Some(Answer::Sheet { number: answered, says, at, sheet }) if answered == number => {
                let drawn = Rc::from(sheet);
                dispatch.emit(Action::Sheet(Sheet { drawn: Some(drawn), says, at, is_lost: false }));
            }
            Some(Answer::Sheet { .. }) => {}
            Some(Answer::Damaged) | None => {
                dispatch.emit(Action::Sheet(Sheet { is_lost: true, ..Sheet::default() }));
            }
        });
        desk::ask(&ask);
        Self { number, _answers: answers }
    }
}
