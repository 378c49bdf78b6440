//! The score as a picture, for other programs.

use std::rc::Rc;

use yew::prelude::*;

use crate::pages::timeline::picture::picture;
use crate::reader::{Reader, ReaderHandle};
use crate::svg;

/// What the reader's view of the timeline shows, as an SVG document. `style` are the rules of a picture, as the desk's
/// build makes them; `published` is where the collection is.
#[must_use]
pub fn document(reader: Reader, style: &str, published: &str) -> String {
    let reader = ReaderHandle::new(Rc::new(reader), Callback::noop());
    svg::write(&picture(&reader, published), style)
}
