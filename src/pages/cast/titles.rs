//! The other titles someone is known from, as reviewers name them.

use liner_notes_record::model::Mention;
use yew::prelude::*;

use crate::components::locator::locators;
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::reader::Reader;

/// Each title with the reason for which a review names it; nothing where none is named.
pub(super) fn other_titles(reader: &Reader, mentions: &[&'static Mention]) -> Html {
    let shown = reader.shown();
    let named = mentions.iter().filter_map(|mention| Some((*mention, shown.review(&mention.review)?)));
    html! {
        if !mentions.is_empty() {
            <section class="card-part other-titles">
                <h2>{ "Other titles that reviewers name" }</h2>
                <ul class="replies">
                    for (place, (mention, review)) in named.enumerate() {
                        <li key={place} class="reply" data-review={review.number.to_string()}>
                            { number_beside_label(review) }
                            <div class="reply-words">
                                <p class="reply-label">{ review.label.as_str() }</p>
                                <p class="says"><cite dir="auto">{ mention.title.as_str() }</cite></p>
                                <p class="paraphrase">{ mention.why.as_str() }</p>
                                { locators(&reader.form, review, &mention.at, mention.work.as_str()) }
                            </div>
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
