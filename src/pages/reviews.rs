//! The reviews themselves: the list of them, and one with what the record took from it.

mod compare_with;
mod entry;
mod facts;
mod outline;
mod review_page;
mod slips;
mod taken;

use liner_notes_record::Shown;
use yew::prelude::*;

use crate::components::notice::{notice, strange_keys};
use crate::markup::html;
use crate::numerals::{figures, in_words_capitalised};
use crate::reader::ReaderHandle;

use entry::entry;
pub(super) use outline::PIECES;
pub(super) use review_page::{review_page, sought};
#[cfg(feature = "desk")]
pub(crate) use taken::{Source, taken};

/// All of them, in the order of their numbers.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let shown = reader.shown();
    html! {
        <>
            <header class="page-head">
                <h1 class="page-title" tabindex="-1">{ "The reviews" }</h1>
                <p class="lede">{ lede(shown) }</p>
            </header>
            { notice(reader, strange_keys(&reader.address.query, &[])) }
            <ol class="review-list">
                for review in shown.reviews() {
                    { entry(&reader.form, review) }
                }
            </ol>
        </>
    }
}

fn lede(shown: Shown<'static>) -> String {
    let words: usize = shown.reviews().iter().filter_map(|review| usize::try_from(review.words).ok()).sum();
    format!(
        "{} reviews, {} words in all. Each page tells what the record took from a review, paragraph by paragraph.",
        in_words_capitalised(shown.reviews().len()),
        figures(words)
    )
}
