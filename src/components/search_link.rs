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
            class="icon-button search-link"
            aria-label="Search"
            aria-current={is_here.then_some("page")}
            href={Address::of(Place::Search).href(&reader.form)}
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10" cy="10" r="6" /><path d="M15 15l6 6" /></svg>
        </a>
    }
}
