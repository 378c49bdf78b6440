//! The desk itself: holds the record, and makes each stop of the dial ready to be searched when it is first asked for.

use std::cell::OnceCell;

use liner_notes_record::packed::{self, Damaged};
use liner_notes_record::search::Search;
use liner_notes_record::{Dial, Record, Shown};

use crate::finding::find;
use crate::message::{Answer, Ask};

/// A record that lives as long as the worker, made ready at each stop of the dial.
#[derive(Debug)]
pub struct Desk {
    record: &'static Record,
    searches: [OnceCell<Search<'static>>; Dial::STOPS.len()],
}

impl Desk {
    /// A desk with the record on it that is packed in `bytes`. The record stays for as long as the program runs.
    ///
    /// # Errors
    /// When the bytes are damaged.
    pub fn open(bytes: &[u8]) -> Result<Self, Damaged> {
        let record = packed::unpack(bytes)?;
        Ok(Self { record: Box::leak(Box::new(record)), searches: Default::default() })
    }

    /// Answers.
    #[must_use]
    pub fn answer(&self, ask: &Ask) -> Answer {
        let Ask::Find { number, dial, typed } = ask;
        let search = self.searches[*dial as usize].get_or_init(|| Search::over(Shown::new(self.record, *dial)));
        Answer::Found { number: *number, found: find(search, typed) }
    }
}
