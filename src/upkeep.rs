//! What follows from a change of the reader's state beyond what the pages draw: the title, the theme, what the device
//! keeps, where the focus is, what is in view.

use gloo::timers::callback::Timeout;

use crate::address::title;
use crate::browser;
use crate::components::dial::ASK;
use crate::inquiry;
use crate::pages;
use crate::reader::{Action, Reader, ReaderHandle};

/// How long the offer to turn the dial back stands, in milliseconds.
const OFFER: u32 = 10_000;

/// Keeps the browser in step with the reader, after each drawing.
#[derive(Default)]
pub(crate) struct Upkeep {
    /// The reader as last seen.
    earlier: Option<ReaderHandle>,
    /// Ends the offer to turn the dial back.
    offer: Option<Timeout>,
}

impl Upkeep {
    /// Takes in how the reader is now, and does what follows from the difference.
    pub(crate) fn follow(&mut self, reader: &ReaderHandle) {
        let earlier = self.earlier.replace(reader.clone());
        let since = Since { earlier: earlier.as_deref(), now: reader };
        let now = since.now;

        let title = |reader: &Reader| title(&reader.address.place, reader.shown());
        if since.is_new(title) {
            browser::page::set_title(&title(now));
        }
        if since.is_new(|reader| reader.asked) {
            browser::page::set_dialog(ASK, now.asked.is_some());
        }
        if since.is_new(|reader| (reader.undo, reader.kept.dial)) {
            let dispatch = reader.dispatcher();
            self.offer = now.undo.map(|_| Timeout::new(OFFER, move || dispatch.emit(Action::LetStand)));
        }
        // Until then the reader's choices are unknown, and nothing may follow from them.
        if now.settled {
            settled(&since);
        }
    }
}

/// What follows once the whole address and what the device kept have arrived.
fn settled(since: &Since<'_>) {
    let now = since.now;
    let was_settled = since.earlier.is_some_and(|earlier| earlier.settled);
    if !was_settled {
        // Before anything is brought into view: what is held back can take no focus.
        browser::page::let_be_seen();
    }
    if !was_settled || since.is_new(|reader| reader.kept) {
        browser::device::keep(now.kept);
        browser::page::paint(now.kept.theme);
    }
    // Whoever follows a link again is taken there again.
    let is_elsewhere = since.is_new(|reader| (reader.address.place.clone(), reader.followed));
    let is_sought = !was_settled || is_elsewhere || since.is_new(pages::sought);
    let is_shown = is_sought && pages::sought(now).is_some_and(|id| browser::page::show(&id));
    if let Some(reveal) = &now.reveal
        && since.is_new(|reader| (reader.reveal.clone(), reader.address.clone()))
    {
        browser::page::reveal(reveal);
    }
    let asked = |reader: &Reader| {
        let Reader { address, kept, sheet, .. } = reader;
        (address.clone(), kept.dial, sheet.at, sheet.is_lost)
    };
    // Who went and came back in one go is where they were, without their sheet.
    let is_gone = now.sheet.drawn.is_none() && since.is_new(|reader| reader.sheet.drawn.is_none());
    if pages::has_sheet(now) && !now.sheet.is_lost && (!was_settled || is_gone || since.is_new(asked)) {
        inquiry::ask(now);
    }
    // On every page but the first, the heading gets the focus, unless a part of the page was shown.
    let has_arrived = if was_settled { since.is_new(|reader| reader.address.place.clone()) } else { now.followed > 0 };
    if has_arrived && !is_shown {
        browser::page::arrive();
    }
    if !was_settled {
        browser::page::mark_ready();
    }
}

/// The reader as they were, if they were, and as they are.
struct Since<'r> {
    earlier: Option<&'r Reader>,
    now: &'r Reader,
}

impl Since<'_> {
    /// Whether that of the reader is another than before.
    fn is_new<T: PartialEq>(&self, of: impl Fn(&Reader) -> T) -> bool {
        self.earlier.is_none_or(|earlier| of(earlier) != of(self.now))
    }
}
