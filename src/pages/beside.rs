//! Reviews' texts side by side, each in a column of its own, drawn by the desk. The whole choice is in the address.

use yew::prelude::*;

use crate::components::sheet::framed;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// The keys under which an address carries which reviews, and which topic or moment they are led to.
pub(crate) const KEYS: [&str; 3] = ["reviews", "topic", "moment"];

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    framed(reader, &KEYS, html! {})
}
