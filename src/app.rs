//! The app: the reader's state, the frame round every page, and the switch between pages.

use liner_notes_record::Record;
use web_sys::Element;
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::browser;
use crate::components::shell::shell;
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
    let props = AppProps { record: RecordRef(record), form, place };
    let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
    if is_drawn {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}

/// The whole app, and its only component: what a component costs is more than what drawing less of a page would save.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { record, form, place } = props.clone();
    let reader = use_reducer(move || Reader::new(record.0, form, Address::of(place)));
    use_arrivals(&reader);
    let upkeep = use_mut_ref(Upkeep::default);
    use_effect_with(reader.clone(), move |reader| upkeep.borrow_mut().follow(reader));
    shell(&reader, pages::page(&reader))
}

/// Once the page stands: takes in the whole address and what the device kept, then follows links, back and forward.
#[hook]
fn use_arrivals(reader: &ReaderHandle) {
    let dispatch = reader.dispatcher();
    let form = reader.form.clone();
    use_effect_with((), move |()| {
        let arriving = {
            let (dispatch, form) = (dispatch.clone(), form.clone());
            browser::page::soon(move || {
                dispatch.dispatch(Action::Settle(browser::location::here(&form), browser::device::kept()));
            })
        };
        let back = dispatch.clone();
        let follow = move |address| dispatch.dispatch(Action::Follow(address));
        let go_back = move |address| back.dispatch(Action::Go(address, None));
        let listeners = browser::location::on_move(&form, follow, go_back);
        move || drop((arriving, listeners))
    });
}
