//! What stands at an address that leads nowhere.

use yew::prelude::*;

use crate::address::Place;
use crate::components::nowhere::nowhere;
use crate::markup::html;
use crate::reader::Reader;

/// Says so of a path as it came, if one is known, and where to go on.
pub(crate) fn page(reader: &Reader, path: &str) -> Html {
    let words = html! {
        if path.is_empty() {
            { "There is no page at this address." }
        } else {
            { "There is no page at " }<code>{ format!("/{path}") }</code>{ "." }
        }
    };
    nowhere(&reader.form, "Nothing is pressed here", words, Place::Overview, "To the overview")
}
