//! Looking things up by words: a field, and under it, drawn by the desk, what fits what is typed.
//!
//! The field is a combobox and the hits its list box, as the ARIA practices have it: the focus stays in the field, the
//! arrow keys move through the hits, Enter follows the one they are at, or the first. Each hit is a link all the same.

mod field;

use yew::prelude::*;

use crate::components::sheet::framed;
use crate::reader::{Reader, ReaderHandle};

use field::field;

/// The id of the field.
pub(super) const FIELD: &str = "search-field";

/// The id of the list of hits.
pub(crate) const LIST: &str = "search-hits";

/// The key under which an address carries what is looked for.
pub(crate) const TYPED: &str = "q";

/// The key under which it carries the kinds of which every hit is on the page.
pub(crate) const ALL: &str = "all";

/// Places from here on are counted from the last hit, `usize::MAX`, up: how many there are only the desk knows.
pub(crate) const FROM_THE_END: usize = usize::MAX / 2;

/// What is looked for.
pub(crate) fn typed(reader: &Reader) -> &str {
    reader.address.query.get(TYPED).unwrap_or_default()
}

/// The id of a hit by its place on the page.
pub(crate) fn hit_id(place: usize) -> String {
    format!("hit-{place}")
}

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    framed(reader, &[TYPED, ALL], field(reader))
}
