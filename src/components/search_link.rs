//! The way to the search, in the bar of every page: as wide as a field where there is room, else a sign.

use yew::prelude::*;

use crate::address::{Address, Place};
use crate::markup::html;
use crate::reader::Reader;

/// The link.
pub(crate) fn search_link(reader: &Reader) -> Html {
    let is_here = reader.address.place == Place::Search;
    html! {
        <a
            class="search-link"
            aria-current={is_here.then_some("page")}
            href={Address::of(Place::Search).href(&reader.form)}
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21" /></svg>
            <span class="search-link-word">{ "Search" }</span>
        </a>
    }
}
