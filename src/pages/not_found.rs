//! What stands at an address that leads nowhere.

use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::link::link_as;
use crate::markup::html;
use crate::reader::Reader;

/// Says so of a path as it came, if one is known, and where to go on.
pub(crate) fn page(reader: &Reader, path: &str) -> Html {
    html! {
        <div class="empty not-found">
            <h1 class="page-title" tabindex="-1">{ "Nothing is pressed here" }</h1>
            if path.is_empty() {
                <p>{ "There is no page at this address." }</p>
            } else {
                <p>{ "There is no page at " }<code>{ format!("/{path}") }</code>{ "." }</p>
            }
            { link_as("button button-primary", &reader.form, &Address::of(Place::Overview), "To the overview") }
        </div>
    }
}
