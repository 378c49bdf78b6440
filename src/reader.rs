//! What the person at the screen has chosen: where they are, their dial, their theme.
//!
//! The first render knows only the place and the record: no query, nothing kept from an earlier visit. Those arrive
//! once the page stands ([`Action::Settle`]), so that a page drawn beforehand on a server is the same as the first one
//! drawn in the browser.

use std::ops::Deref;
use std::rc::Rc;

use liner_notes_record::{Dial, Record, Shown};
use yew::Callback;

use crate::address::{Address, Form};
use crate::asking::{Answer, Ask};

/// The colours the reader wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// One word for it, as kept on the device.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that [token](Self::token); the system's for any other text.
    #[must_use]
    pub fn from_token(token: &str) -> Self {
        match token {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The one after it, as the switch goes round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// What the device kept from an earlier visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The stop the dial was left at.
    pub dial: Dial,
    /// The highest stop that the reader has said yes to.
    pub agreed: Dial,
    /// The theme.
    pub theme: Theme,
}

impl Kept {
    /// Reads it from the three texts that the device kept. They are treated as a stranger's: anything unknown counts as
    /// nothing, and a stop that the dial was left at has been agreed to.
    #[must_use]
    pub fn read([dial, agreed, theme]: [&str; 3]) -> Self {
        let dial = Dial::from_token(dial).unwrap_or_default();
        let agreed = Dial::from_token(agreed).unwrap_or_default().max(dial);
        Self { dial, agreed, theme: Theme::from_token(theme) }
    }

    /// The texts that the device keeps, in the order in which they are read.
    #[must_use]
    pub fn tokens(self) -> [&'static str; 3] {
        [self.dial.token(), self.agreed.token(), self.theme.token()]
    }
}

/// What is brought into view once a choice has changed the page: elements, by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// The one to see.
    pub seen: String,
    /// The one that gets the focus.
    pub focused: String,
}

/// The piece of the page that the desk draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// As it was last drawn, as the desk wrote it; nothing before its first answer.
    pub drawn: Option<Rc<str>>,
    /// What there is on it, in a few words.
    pub says: String,
    /// Whether the desk could not be had.
    pub is_lost: bool,
    /// At which of its options the arrow keys are; until the desk has answered, it may be past the last, or be counted
    /// from there (`pages/search.rs`).
    pub at: Option<usize>,
    /// The id of the element on it that the address points at.
    pub shows: Option<String>,
}

/// The reader's state.
#[derive(Clone, Debug)]
pub struct Reader {
    record: &'static Record,
    /// How addresses are written here.
    pub form: Form,
    /// Where the reader is.
    pub address: Address,
    /// How often a link led somewhere: whoever follows a link again is taken there again.
    pub followed: u32,
    /// What is kept for the next visit.
    pub kept: Kept,
    /// How many pieces of a long page that was drawn beforehand have been taken over, from its end; nothing where
    /// nothing is to be taken over any more.
    pub taken: Option<usize>,
    /// Whether the query and what the device kept have arrived.
    pub settled: bool,
    /// The stop that waits for the reader's yes.
    pub asked: Option<Dial>,
    /// Where the dial stood before it was last turned up, as long as that can be undone.
    pub undo: Option<Dial>,
    /// The sentences about the address that the reader has put away.
    pub dismissed: Vec<String>,
    /// What the last choice brings into view.
    pub reveal: Option<Reveal>,
    /// What the desk draws of the page.
    pub sheet: Sheet,
}

/// What a reader can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Take over one more piece of the page.
    TakeOver,
    /// The page stands: here is the whole address, and what the device kept.
    Settle(Address, Kept),
    /// Be where a link leads.
    Follow(Address),
    /// Be where back or forward leads, or stay, with other choices, and see what they changed.
    Go(Address, Option<Reveal>),
    /// Turn the dial. Turning it up past what the reader has agreed to asks first.
    Turn(Dial),
    /// Yes, turn it up.
    Agree,
    /// No, leave it.
    Decline,
    /// Turn it back.
    Undo,
    /// The offer to turn it back has been seen.
    LetStand,
    /// Put away what was said about the address.
    Dismiss(Vec<String>),
    /// See a sheet that the desk has drawn.
    See(Answer),
    /// Hear that the desk cannot be had.
    Miss,
    /// Move to the option of the sheet after the one where the reader is, or to its first.
    Next,
    /// Move to the option before, or from none to its last.
    Before,
    /// Change the theme.
    Paint(Theme),
}

impl Reader {
    /// The reader at the first render.
    #[must_use]
    pub fn new(record: &'static Record, form: Form, address: Address) -> Self {
        Self {
            record,
            form,
            address,
            followed: 0,
            kept: Kept::default(),
            taken: None,
            settled: false,
            asked: None,
            undo: None,
            dismissed: Vec::new(),
            reveal: None,
            sheet: Sheet::default(),
        }
    }

    /// The record as this reader may see it.
    #[must_use]
    pub fn shown(&self) -> Shown<'static> {
        Shown::new(self.record, self.kept.dial)
    }

    /// How many parts of a page are still to be taken over, of so many in so many pieces. They are the first ones, and
    /// stand in the page already.
    #[must_use]
    pub fn waiting(&self, parts: usize, pieces: usize) -> usize {
        self.taken.map_or(0, |taken| parts * pieces.saturating_sub(taken) / pieces)
    }

    fn turn_to(&mut self, dial: Dial) {
        self.undo = (dial > self.kept.dial).then_some(self.kept.dial);
        self.kept = Kept { dial, agreed: self.kept.agreed.max(dial), ..self.kept };
        self.asked = None;
    }
}

impl PartialEq for Reader {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.record, other.record)
            && self.form == other.form
            && self.address == other.address
            && self.followed == other.followed
            && self.kept == other.kept
            && self.taken == other.taken
            && self.settled == other.settled
            && self.asked == other.asked
            && self.undo == other.undo
            && self.dismissed == other.dismissed
            && self.reveal == other.reveal
            && self.sheet == other.sheet
    }
}

impl Reader {
    /// The reader after they have done that.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        if action != Action::TakeOver {
            next.taken = None;
        }
        match action {
            Action::TakeOver => next.taken = self.taken.map(|taken| taken + 1),
            Action::Settle(address, kept) => {
                next.address = address;
                next.kept = kept;
                next.settled = true;
            }
            Action::Follow(address) => {
                next.address = address;
                next.followed += 1;
                next.sheet.is_lost = false;
                next.reveal = None;
            }
            Action::Go(address, reveal) => {
                next.address = address;
                next.reveal = reveal;
            }
            Action::Turn(dial) if dial > self.kept.agreed => next.asked = Some(dial),
            Action::Turn(dial) if dial == self.kept.dial => {}
            Action::Turn(dial) => next.turn_to(dial),
            Action::Agree => {
                if let Some(dial) = self.asked {
                    next.turn_to(dial);
                }
            }
            Action::Decline => next.asked = None,
            Action::Undo => {
                if let Some(dial) = self.undo {
                    next.turn_to(dial);
                }
            }
            Action::LetStand => next.undo = None,
            Action::Dismiss(sentences) => next.dismissed = sentences,
            // What was asked somewhere else, at another stop of the dial or before the arrow keys went on is of interest no
            // more.
            Action::See(Answer { of, says, at, shows, sheet }) if of == Ask::of(self).to() => {
                next.sheet = Sheet { drawn: Some(sheet.into()), says, is_lost: false, at, shows };
            }
            Action::See(_) => {}
            Action::Miss => next.sheet = Sheet { is_lost: true, ..Sheet::default() },
            // The desk knows how many options there are, and goes no further.
            Action::Next => next.sheet.at = self.sheet.at.map_or(Some(0), |at| at.checked_add(1)),
            Action::Before => next.sheet.at = self.sheet.at.map_or(Some(usize::MAX), |at| at.checked_sub(1)),
            Action::Paint(theme) => next.kept.theme = theme,
        }
        if next.address != self.address {
            next.sheet.at = None;
        }
        if next.address.place != self.address.place {
            next.dismissed = Vec::new();
        }
        // What the desk has drawn at a higher stop must not stand there until it has drawn anew.
        if next.address.place != self.address.place || next.kept.dial < self.kept.dial {
            next.sheet = Sheet::default();
        }
        next
    }
}

/// The reader, with the way to act for them.
#[derive(Clone, Debug)]
pub struct ReaderHandle {
    reader: Rc<Reader>,
    act: Callback<Action>,
}

impl ReaderHandle {
    /// That reader; `act` takes what they do.
    #[must_use]
    pub fn new(reader: Rc<Reader>, act: Callback<Action>) -> Self {
        Self { reader, act }
    }

    /// Does that for the reader.
    pub fn dispatch(&self, action: Action) {
        self.act.emit(action);
    }

    /// The way to act for the reader, without the reader.
    #[must_use]
    pub fn dispatcher(&self) -> Callback<Action> {
        self.act.clone()
    }
}

impl Deref for ReaderHandle {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}
