//! The desk itself: holds the record, and makes each stop of the dial ready to be searched when it is first asked for.

use std::cell::OnceCell;

use liner_notes::address::Place;
use liner_notes::asking::{Answer, Ask, Wanted};
use liner_notes::reader::Reader;
use liner_notes::sheet;
use liner_notes::sheets::{self, Drawn};
use liner_notes_export::File;
use liner_notes_export::citation::sentence;
use liner_notes_record::packed::{self, Damaged};
use liner_notes_record::search::Search;
use liner_notes_record::{Dial, Record, Shown};

use crate::files::file;

/// A record that lives as long as the worker, made ready at each stop of the dial.
#[derive(Debug)]
pub struct Desk {
    record: &'static Record,
    searches: [OnceCell<Search<'static>>; Dial::STOPS.len()],
}

/// What the desk says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A sheet.
    Sheet(Answer),
    /// A file to hand over.
    File(File),
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

    /// Answers; nothing only where a file cannot be written.
    #[must_use]
    pub fn answer(&self, ask: &Ask) -> Option<Said> {
        let at = match ask.wanted {
            Wanted::Sheet { at } => at,
            Wanted::File(offer) => {
                return file(Shown::new(self.record, ask.dial), &ask.address, offer).map(Said::File);
            }
        };
        let mut reader = Reader::new(self.record, ask.form.clone(), ask.address.clone());
        reader.kept.dial = ask.dial;
        reader.sheet.at = at;
        let Drawn { html, says, at } = match reader.address.place {
            Place::Take => sheets::take::draw(&reader, sentence),
            _ => sheets::search::draw(&reader, self.search(ask.dial)),
        };
        let of = ask.address.href(&ask.form);
        Some(Said::Sheet(Answer { of, says, at, sheet: sheet::write(&html) }))
    }

    fn search(&self, dial: Dial) -> &Search<'static> {
        self.searches[dial as usize].get_or_init(|| Search::over(Shown::new(self.record, dial)))
    }
}
