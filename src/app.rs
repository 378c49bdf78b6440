//! The app: the reader's state, the frame round every page, and the switch between pages.

use liner_notes_record::Record;
use web_sys::Element;
use yew::prelude::*;

use crate::address::{Address, Form, Place, title};
use crate::browser;
use crate::components::shell::shell;
use crate::pages;
use crate::reader::{Action, Reader, ReaderHandle};

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

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { record, form, place } = props.clone();
    let reader = use_reducer(move || Reader::new(record.0, form, Address::of(place)));
    use_arrivals(&reader);
    // Before anything is brought into view: what is held back can take no focus.
    use_effect_with(reader.settled, |settled| {
        if *settled {
            browser::page::let_be_seen();
        }
    });
    use_sought(&reader);
    use_upkeep(&reader);
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
        let listeners = browser::location::on_move(&form, follow, move |address| back.dispatch(Action::Go(address)));
        move || drop((arriving, listeners))
    });
}

/// Brings into view what the address points at, whenever that changes or is asked for again.
#[hook]
fn use_sought(reader: &ReaderHandle) {
    let place = reader.address.place.clone();
    use_effect_with((reader.settled, place, reader.followed, pages::sought(reader)), |(settled, _, _, sought)| {
        if let (true, Some(id)) = (settled, sought) {
            browser::page::show(id);
        }
    });
}

/// Keeps the device, the theme and the window's title in step with the reader.
#[hook]
fn use_upkeep(reader: &ReaderHandle) {
    use_effect_with((reader.settled, reader.kept), |(settled, kept)| {
        if *settled {
            browser::device::keep(*kept);
            browser::page::paint(kept.theme);
        }
    });
    let title = title(&reader.address.place, reader.shown());
    use_effect_with(title, |title| browser::page::set_title(title));
    use_effect_with(reader.settled, |settled| {
        if *settled {
            browser::page::mark_ready();
        }
    });
    // On every page but the first, the heading gets the focus; going back leaves scrolling to the browser.
    let arrived = use_mut_ref(|| None::<Place>);
    use_effect_with((reader.address.place.clone(), reader.settled), move |(place, settled)| {
        let is_new = arrived.borrow().as_ref().is_some_and(|earlier| earlier != place);
        if *settled {
            if is_new {
                browser::page::arrive();
            }
            *arrived.borrow_mut() = Some(place.clone());
        }
    });
}
