//! What stands where rows are folded away: how many, and who speaks in them.

use liner_notes_record::questions::Section;
use yew::prelude::*;

use crate::components::review_number::review_number;
use crate::markup::html;

/// The words on a fold, and the reviews that speak under it in the order of their columns.
pub(crate) fn fold(section: &Section<'static>) -> Html {
    html! {
        <>
            <span class="fold-words">{ format!("{} topics on which only one speaks", section.folded.len()) }</span>
            <span class="discs">
                for review in section.folded_voices() {
                    { review_number(review) }
                }
            </span>
        </>
    }
}
