//! Looking something up: the desk is asked, and what it finds becomes the reader's.

use std::rc::Rc;

use gloo::events::EventListener;
use liner_notes_desk::{Answer, Ask};

use crate::browser::desk;
use crate::collection;
use crate::reader::{Action, ReaderHandle, Search};

/// One thing that is looked up, until the next is.
pub(crate) struct Lookup {
    number: u32,
    _answers: EventListener,
}

impl Lookup {
    /// Asks for what was typed, at the reader's dial. What was asked `before` is of interest no more.
    pub(crate) fn begin(reader: &ReaderHandle, typed: String, before: Option<&Self>) -> Self {
        let number = before.map_or(0, |before| before.number.wrapping_add(1));
        let ask = Ask::Find { number, dial: reader.kept.dial, typed };
        let dispatch = reader.dispatcher();
        let asked = ask.clone();
        let answers = desk::on_answer(move |answer| match answer {
            Some(Answer::Open) => desk::hand_over(collection::packed()),
            Some(Answer::Ready) => desk::ask(&asked),
            Some(Answer::Found { number: answered, found }) if answered == number => {
                dispatch.emit(Action::Search(Search { found: Some(Rc::new(found)), ..Search::default() }));
            }
            Some(Answer::Found { .. }) => {}
            Some(Answer::Damaged) | None => {
                dispatch.emit(Action::Search(Search { is_lost: true, ..Search::default() }));
            }
        });
        desk::ask(&ask);
        Self { number, _answers: answers }
    }
}
