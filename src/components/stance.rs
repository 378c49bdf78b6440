//! The mark of a stance: praise, mixed, criticism or silence.

use liner_notes_record::model::Review;
use liner_notes_record::value::Stance;
use yew::prelude::*;

use crate::markup::html;

/// The mark of a review's stance, in its colour; none is silence. Its word is there for those who do not see it.
pub(crate) fn stance_mark(stance: Option<Stance>, review: &Review) -> Html {
    let words = stance.map_or("says nothing", Stance::words);
    let token = stance.map_or("silent", Stance::token);
    html! {
        <span class="stance" data-stance={token} data-review={review.number.to_string()} title={words}>
            <span class="visually-hidden">{ words }</span>
        </span>
    }
}
