//! The places, one file each.

mod about;
pub(crate) mod beside;
mod cast;
pub(crate) mod compare;
mod not_found;
mod overview;
pub(crate) mod reviews;
pub(crate) mod search;
pub(crate) mod take;
pub(crate) mod timeline;

use yew::prelude::*;

use crate::address::Place;
use crate::components::jumps::sought_group;
use crate::markup::html;
use crate::reader::{Reader, ReaderHandle};

/// The page at the reader's place.
pub(crate) fn page(reader: &ReaderHandle) -> Html {
    let place = &reader.address.place;
    let page = match place {
        Place::Overview => overview::page(reader),
        Place::Compare => compare::page(reader),
        Place::Cast => cast::page(reader),
        Place::Card(slug) => cast::card_page(reader, slug),
        Place::Timeline => timeline::page(reader),
        Place::Reviews => reviews::page(reader),
        Place::Review(slug) => reviews::review_page(reader, slug),
        Place::Search => search::page(reader),
        Place::Beside => beside::page(reader),
        Place::Take => take::page(reader),
        Place::About => about::page(reader),
        Place::Unknown(path) => not_found::page(reader, path),
    };
    // The key keeps a page from taking over the elements of another: what is open in one is not in the next.
    html! { <key={place.path()}>{ page }</> }
}

/// In how many pieces the page is taken over, after all that is not in any of them.
pub(crate) fn pieces(reader: &Reader) -> usize {
    match &reader.address.place {
        Place::Overview => overview::PIECES,
        Place::Compare => compare::PIECES,
        Place::Cast => cast::PIECES,
        Place::Card(_) => cast::CARD_PIECES,
        Place::Timeline => timeline::PIECES,
        Place::Review(_) => reviews::PIECES,
        Place::About => about::PIECES,
        _ => 0,
    }
}

/// Whether the desk draws a piece of the page.
pub(crate) fn has_sheet(reader: &Reader) -> bool {
    matches!(reader.address.place, Place::Review(_) | Place::Search | Place::Beside | Place::Take)
}

/// The id of the element on the page that the address points at.
pub(crate) fn sought(reader: &Reader) -> Option<String> {
    match &reader.address.place {
        Place::Compare => compare::sought(reader),
        Place::Card(_) => sought_group(&reader.address.query),
        Place::Review(slug) => reviews::sought(reader, slug),
        // Whoever asks for all of a kind stays where they are.
        Place::Search => reader.address.query.get(search::ALL).is_none().then(|| search::FIELD.to_owned()),
        _ => None,
    }
}
