//! What stands where rows are folded away: how many, and who speaks in them.

use liner_notes_record::questions::Section;
use yew::prelude::*;

use crate::components::review_number::review_number;

/// The words on a fold, and the reviews that speak under it with the number of their rows.
pub(crate) fn fold(section: &Section<'static>) -> Html {
    html! {
        <>
            <span class="fold-words">{ format!("{} topics on which only one speaks", section.folded.len()) }</span>
            for (review, rows) in section.folded_voices() {
                <span key={review.id.as_str()} class="fold-voice">{ review_number(review) }{ format!(" {rows}") }</span>
            }
        </>
    }
}
