//! The desk itself: holds the record and the attached texts, and draws what it is asked for.

use std::cell::{OnceCell, RefCell};

use liner_notes::address::Place;
use liner_notes::asking::{Answer, Ask, Wanted};
use liner_notes::reader::Reader;
use liner_notes::sheet;
use liner_notes::sheets::attaching::Attaching;
use liner_notes::sheets::shelf::{Attached, Kept, NotKept, Outcome, Owed, Refusal, Shelf};
use liner_notes::sheets::{Drawn, beside, review_text, search, take};
use liner_notes_export::File;
use liner_notes_export::citation::sentence;
use liner_notes_record::search::Search;
use liner_notes_record::{Dial, Record, Shown, carried, packed, proofs};

use crate::files::file;
use crate::own_texts::Indexed;

/// A record that lives as long as the worker, made ready at each stop of the dial when that is first asked for, and the
/// texts that the build carries or the reader has attached.
#[derive(Debug)]
pub struct Desk {
    record: &'static Record,
    searches: [OnceCell<Search<'static>>; Dial::STOPS.len()],
    shelf: Shelf,
    /// The texts on the shelf, made ready to be searched.
    indexed: Indexed,
    outcomes: RefCell<Outcomes>,
    not_kept: Option<NotKept>,
}

/// What came of attaching and removing texts since the reader came to a page.
#[derive(Debug, Default)]
struct Outcomes {
    /// The page.
    place: Place,
    /// Whether they have done either.
    is_begun: bool,
    /// What came of the texts that were attached last, by their names.
    last: Vec<(String, Outcome)>,
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
    /// A desk with the record on it that is packed in `bytes`, what its passages are found again by, which is packed in
    /// `proven`, and the texts that the build carries, packed in `carried`. The record stays for as long as the program
    /// runs.
    ///
    /// # Errors
    /// When one of them is damaged, or the first two belong to different records; in words.
    pub fn open(bytes: &[u8], proven: &[u8], carried: &[u8]) -> Result<Self, String> {
        let mut record = packed::unpack(bytes).map_err(|damaged| damaged.to_string())?;
        proofs::restore(&mut record, proven).map_err(|damaged| damaged.to_string())?;
        let texts = carried::unpack(carried).ok_or("the texts that the build carries are damaged")?;
        let shelf = Shelf::carrying(&record, texts);
        Ok(Self {
            record: Box::leak(Box::new(record)),
            searches: Default::default(),
            shelf,
            indexed: Indexed::default(),
            outcomes: Default::default(),
            not_kept: None,
        })
    }

    /// Answers; nothing only where a file cannot be written.
    #[must_use]
    pub fn answer(&self, ask: &Ask) -> Option<Said> {
        let mut reader = Reader::new(self.record, ask.form.clone(), ask.address.clone());
        reader.kept.dial = ask.dial;
        match ask.wanted {
            Wanted::Sheet { at } => reader.sheet.at = at,
            Wanted::File(offer) => return file(reader, &self.shelf, offer).map(Said::File),
        }
        let drawn = self.draw(&reader);
        let of = ask.to();
        let sheet = sheet::write(&drawn.html);
        Some(Said::Sheet(Answer { of, says: drawn.says, at: drawn.at, shows: drawn.shows, sheet }))
    }

    fn draw(&self, reader: &Reader) -> Drawn {
        let place = &reader.address.place;
        let mut outcomes = self.outcomes.borrow_mut();
        if outcomes.place != *place {
            *outcomes = Outcomes { place: place.clone(), ..Outcomes::default() };
        }
        let Outcomes { is_begun, last, .. } = &*outcomes;
        let attaching = Attaching { outcomes: last, is_open: *is_begun, not_kept: self.not_kept };
        match place {
            Place::Search => {
                let texts = self.indexed.at(reader.shown(), &self.shelf);
                search::draw(reader, self.search(reader.kept.dial), texts)
            }
            Place::Take => {
                let texts: Vec<_> = self.shelf.reviews(reader.shown()).collect();
                take::draw(reader, sentence, &texts)
            }
            Place::Review(slug) => {
                review_text::draw(reader, slug, &self.shelf, || self.search(reader.kept.dial), attaching)
            }
            Place::Beside => beside::draw(reader, &self.shelf, attaching),
            _ => Drawn::default(),
        }
    }

    fn search(&self, dial: Dial) -> &Search<'static> {
        self.searches[dial as usize].get_or_init(|| Search::over(Shown::new(self.record, dial)))
    }

    /// Takes in texts by the names of their files; what could not be read as one comes with the reason.
    pub fn attach(&mut self, texts: Vec<(String, Result<String, Refusal>)>) {
        let before = self.ids();
        let attach = |(name, words): (String, Result<String, Refusal>)| {
            let outcome = match words {
                Ok(words) => self.shelf.attach(self.record, &name, &words),
                Err(why) => Outcome::Refused(why),
            };
            (name, outcome)
        };
        let last = texts.into_iter().map(attach).collect();
        self.compare(&before);
        let outcomes = self.outcomes.get_mut();
        (outcomes.is_begun, outcomes.last) = (true, last);
    }

    /// Takes the text of that id away; all of them where none is named.
    pub fn remove(&mut self, id: Option<&str>) {
        let before = self.ids();
        let gone = self.shelf.remove(id);
        self.compare(&before);
        let outcomes = self.outcomes.get_mut();
        let last = gone.into_iter().map(|name| (name, Outcome::Removed)).collect();
        (outcomes.is_begun, outcomes.last) = (true, last);
    }

    /// Lays out the texts that are kept.
    pub fn lay_out(&mut self, kept: Vec<Kept>) {
        let before = self.ids();
        self.shelf.lay_out(self.record, kept);
        self.compare(&before);
    }

    fn ids(&self) -> Vec<String> {
        self.shelf.attached().iter().map(|text| text.id.clone()).collect()
    }

    /// Lets go of what was made ready to be searched, if other texts are here than those of these ids.
    fn compare(&mut self, before: &[String]) {
        if self.ids() != before {
            self.indexed.forget();
        }
    }

    /// Whether texts that somebody looks things up in are still to be made ready.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.indexed.is_behind(self.record, &self.shelf)
    }

    /// Makes ready one more of the texts that somebody looks things up in; says whether there is more to do.
    pub fn read_on(&mut self) -> bool {
        if self.is_behind() {
            self.indexed.read_on(self.record, &self.shelf);
        }
        self.is_behind()
    }

    /// Takes note of whether texts are kept for another visit.
    pub fn mind(&mut self, not_kept: Option<NotKept>) {
        self.not_kept = not_kept;
    }

    /// What is still to be kept and to be let go of.
    #[must_use]
    pub fn owed(&self) -> Owed {
        self.shelf.owed()
    }

    /// Takes note that this was done.
    pub fn settle(&mut self, done: &Owed) {
        self.shelf.settle(done);
    }

    /// The texts on it that the reader has attached.
    #[must_use]
    pub fn attached(&self) -> &[Attached] {
        self.shelf.attached()
    }
}
