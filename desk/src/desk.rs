//! The desk itself: holds the record and the attached texts, and draws what it is asked for.

use std::cell::OnceCell;

use liner_notes::address::Place;
use liner_notes::asking::{Answer, Ask};
use liner_notes::reader::Reader;
use liner_notes::sheet;
use liner_notes::sheets::shelf::{Attached, Outcome, Refusal, Shelf};
use liner_notes::sheets::{Drawn, review_text, search};
use liner_notes_record::packed;
use liner_notes_record::proofs;
use liner_notes_record::search::Search;
use liner_notes_record::{Dial, Record, Shown};

/// A record that lives as long as the worker, made ready at each stop of the dial when that is first asked for, and the
/// texts that the reader has attached.
#[derive(Debug)]
pub struct Desk {
    record: &'static Record,
    searches: [OnceCell<Search<'static>>; Dial::STOPS.len()],
    shelf: Shelf,
    /// What came of attaching texts last, by their names, and where.
    outcomes: (Place, Vec<(String, Outcome)>),
    is_kept: bool,
}

impl Desk {
    /// A desk with the record on it that is packed in `bytes`, and what its passages are found again by, which is packed
    /// in `proven`. The record stays for as long as the program runs.
    ///
    /// # Errors
    /// When either is damaged, or they belong to different records; in words.
    pub fn open(bytes: &[u8], proven: &[u8]) -> Result<Self, String> {
        let mut record = packed::unpack(bytes).map_err(|damaged| damaged.to_string())?;
        proofs::restore(&mut record, proven).map_err(|damaged| damaged.to_string())?;
        Ok(Self {
            record: Box::leak(Box::new(record)),
            searches: Default::default(),
            shelf: Shelf::default(),
            outcomes: Default::default(),
            is_kept: true,
        })
    }

    /// Answers.
    pub fn answer(&mut self, ask: &Ask) -> Answer {
        let mut reader = Reader::new(self.record, ask.form.clone(), ask.address.clone());
        reader.kept.dial = ask.dial;
        reader.sheet.at = ask.at;
        let place = &ask.address.place;
        if self.outcomes.0 != *place {
            self.outcomes = (place.clone(), Vec::new());
        }
        let drawn = match place {
            Place::Search => search::draw(&reader, self.search(ask.dial)),
            Place::Review(slug) => review_text::draw(&reader, slug, &self.shelf, &self.outcomes.1, self.is_kept),
            _ => Drawn::default(),
        };
        let of = ask.address.href(&ask.form);
        Answer { of, says: drawn.says, at: drawn.at, shows: drawn.shows, sheet: sheet::write(&drawn.html) }
    }

    fn search(&self, dial: Dial) -> &Search<'static> {
        self.searches[dial as usize].get_or_init(|| Search::over(Shown::new(self.record, dial)))
    }

    /// Takes in texts by the names of their files; what could not be read as one comes with the reason.
    pub fn attach(&mut self, texts: Vec<(String, Result<String, Refusal>)>) {
        let attach = |(name, words): (String, Result<String, Refusal>)| {
            let outcome = match words {
                Ok(words) => self.shelf.attach(self.record, &name, &words),
                Err(why) => Outcome::Refused(why),
            };
            (name, outcome)
        };
        self.outcomes.1 = texts.into_iter().map(attach).collect();
    }

    /// Takes the text of that id away; all of them where none is named.
    pub fn remove(&mut self, id: Option<&str>) {
        self.shelf.remove(id);
        self.outcomes.1.clear();
    }

    /// Lays out anew the texts that were kept, each by its name and its words.
    pub fn lay_out(&mut self, kept: &[(String, String)]) {
        self.shelf = Shelf::default();
        for (name, words) in kept {
            self.shelf.restore(self.record, name, words);
        }
    }

    /// Takes note of whether texts are kept for another visit.
    pub fn mind(&mut self, is_kept: bool) {
        self.is_kept = is_kept;
    }

    /// The texts on it.
    #[must_use]
    pub fn attached(&self) -> &[Attached] {
        self.shelf.attached()
    }
}
