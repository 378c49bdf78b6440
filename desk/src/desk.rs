//! The desk itself: holds the record, and makes each stop of the dial ready to be searched when it is first asked for.

use std::cell::OnceCell;

use liner_notes::asking::{Answer, Ask};
use liner_notes::reader::Reader;
use liner_notes::sheet;
use liner_notes::sheets;
use liner_notes_record::packed::{self, Damaged};
use liner_notes_record::search::Search;
use liner_notes_record::{Dial, Record, Shown};

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
        let mut reader = Reader::new(self.record, ask.form.clone(), ask.address.clone());
        reader.kept.dial = ask.dial;
        reader.sheet.at = ask.at;
        let drawn = sheets::search::draw(&reader, self.search(ask.dial));
        let of = ask.address.href(&ask.form);
        Answer { of, says: drawn.says, at: drawn.at, sheet: sheet::write(&drawn.html) }
    }

    fn search(&self, dial: Dial) -> &Search<'static> {
        self.searches[dial as usize].get_or_init(|| Search::over(Shown::new(self.record, dial)))
    }
}
