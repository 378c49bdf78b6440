//! Take it along: links, tables, citations and data of a view, drawn by the desk.

use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::sheet::framed;
use crate::markup::html;
use crate::reader::{Reader, ReaderHandle};

/// The key under which an address carries the view that something is taken of.
const OF: &str = "of";

/// How one address stands in another: as on a host of its own, so that it reads the same wherever the app is.
fn form() -> Form {
    Form::Path { base: "/".to_owned() }
}

/// The way there from where the reader is.
pub(crate) fn way(reader: &Reader) -> Address {
    Address::of(Place::Take).with(OF, &reader.address.href(&form()))
}

/// The view that something is taken of; the overview where none is named, or one of which there is nothing to take.
pub(crate) fn view(reader: &Reader) -> Address {
    let named = reader.address.query.get(OF).and_then(|of| Address::from_href(&form(), of));
    named.filter(|view| view.place == Place::About || view.place.main().is_some()).unwrap_or_default()
}

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    framed(reader, &[OF], html! {})
}
