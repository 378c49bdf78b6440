//! The score as a picture, for other programs.

use liner_notes_record::Shown;

use crate::address::Address;
use crate::pages::timeline::picture::picture;
use crate::svg;

/// What the view of the timeline at that address shows, as an SVG document. `style` are the rules of a picture, as the
/// desk's build makes them; `published` is where the collection is.
#[must_use]
pub fn document(shown: Shown<'static>, view: &Address, style: &str, published: &str) -> String {
    svg::write(&picture(shown, view, published), style)
}
