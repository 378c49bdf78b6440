//! What the desk draws: the pieces of pages that stand on what is too much for the page's own thread, one file each.

#[cfg(feature = "desk")]
pub mod attaching;
#[cfg(feature = "desk")]
pub mod beside;
#[cfg(feature = "desk")]
pub mod review_text;
#[cfg(feature = "desk")]
pub mod score;
#[cfg(feature = "desk")]
pub mod search;
#[cfg(feature = "desk")]
pub mod shelf;
pub mod take;
#[cfg(feature = "desk")]
mod words;

use yew::prelude::*;

/// What the desk has drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// The piece of the page.
    pub html: Html,
    /// What there is on it, in a few words.
    pub says: String,
    /// At which of its options the arrow keys are.
    pub at: Option<usize>,
    /// The id of the element on it that the address points at.
    pub shows: Option<String>,
}
