//! The app: the reader's state, the frame round every page, and the switch between pages.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use liner_notes_record::Record;
use web_sys::Element;
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::browser;
use crate::components::shell::shell;
use crate::inquiry;
use crate::pages;
use crate::reader::{Action, Reader, ReaderHandle};
use crate::upkeep::Upkeep;

/// What the first render depends on, and nothing else.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The collection's record.
    pub record: RecordRef,
    /// How addresses are written.
    pub form: Form,
    /// Where the reader is.
    pub place: Place,
    /// Whether that place stands in the page already and is taken over.
    pub is_drawn: bool,
}

/// A record that lives as long as the app; two are equal when they are one.
#[derive(Clone, Copy, Debug)]
pub struct RecordRef(pub &'static Record);

impl PartialEq for RecordRef {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// Opens the app in an element of the page: takes over what was drawn there beforehand for the same place, or draws.
pub(crate) fn open(record: &'static Record, root: Element) {
    let form = browser::location::form();
    let place = browser::location::here(&form).place;
    let is_drawn = browser::page::is_drawn(&root, &place);
    let props = AppProps { record: RecordRef(record), form, place, is_drawn };
    if is_drawn {
        browser::page::draw(&root);
    }
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

/// The whole app, and its only component: what a component costs is more than what drawing less of a page would save.
pub struct App {
    reader: Rc<Reader>,
    upkeep: Upkeep,
    /// The links, and back and forward; what is pressed; what the desk answers.
    listeners: Option<([[EventListener; 2]; 2], EventListener)>,
    /// What is done once the browser has had its turn.
    next: Option<Timeout>,
}

impl App {
    fn handle(&self, context: &Context<Self>) -> ReaderHandle {
        ReaderHandle::new(self.reader.clone(), context.link().callback(|action| action))
    }
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { record, form, place, is_drawn } = context.props().clone();
        let mut reader = Reader::new(record.0, form, Address::of(place));
        reader.taken = is_drawn.then_some(0);
        Self { reader: Rc::new(reader), upkeep: Upkeep::default(), listeners: None, next: None }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        if self.reader.taken.is_some() && action != Action::TakeOver {
            // What is drawn now is not what stands in the page.
            browser::page::drawn();
        }
        let after = self.reader.after(action);
        let is_other = after != *self.reader;
        if is_other {
            self.reader = Rc::new(after);
        }
        is_other
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let reader = self.handle(context);
        shell(&reader, pages::page(&reader))
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        let reader = self.handle(context);
        if is_first {
            self.listeners = Some(([listeners(&reader), browser::press::watch()], inquiry::hear(&reader)));
        }
        if !reader.settled {
            self.next = Some(next(&reader));
        }
        self.upkeep.follow(&reader);
    }
}

/// Follows links, back and forward.
fn listeners(reader: &ReaderHandle) -> [EventListener; 2] {
    let (dispatch, back) = (reader.dispatcher(), reader.dispatcher());
    let follow = move |address| dispatch.emit(Action::Follow(address));
    let go_back = move |address| back.emit(Action::Go(address, None));
    browser::location::on_move(&reader.form, follow, go_back)
}

/// The next turn of the start: takes over one more piece of a long page, or takes in the whole address and what the
/// device kept.
fn next(reader: &ReaderHandle) -> Timeout {
    // Yew may have let the browser have a turn since the drawing.
    browser::page::drawn();
    let reader = reader.clone();
    browser::page::soon(move || match reader.taken {
        Some(taken) if taken < pages::pieces(&reader) => {
            browser::page::draw(&browser::page::root());
            reader.dispatch(Action::TakeOver);
        }
        _ => {
            browser::page::taken_over();
            reader.dispatch(Action::Settle(browser::location::here(&reader.form), browser::device::kept()));
        }
    })
}
