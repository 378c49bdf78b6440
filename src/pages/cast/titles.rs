//! The other titles someone is known from, as reviewers name them.

use liner_notes_record::model::Mention;
use yew::prelude::*;

use crate::components::locator::Locators;
use crate::components::review_number::ReviewNumber;
use crate::reader::use_reader;

/// Whose titles.
#[derive(PartialEq, Properties)]
pub(super) struct OtherTitlesProps {
    /// Each time a review names one.
    pub(super) mentions: Vec<&'static Mention>,
}

/// Each title with the reason for which a review names it; nothing where none is named.
#[component]
pub(super) fn OtherTitles(props: &OtherTitlesProps) -> Html {
    let shown = use_reader().shown();
    let named = props.mentions.iter().filter_map(|mention| Some((*mention, shown.review(&mention.review)?)));
    html! {
        if !props.mentions.is_empty() {
            <section class="card-part other-titles">
                <h2>{ "Other titles that reviewers name" }</h2>
                <ul class="replies">
                    for (place, (mention, review)) in named.enumerate() {
                        <li key={place} class="reply" data-review={review.number.to_string()}>
                            <ReviewNumber {review} labelled={true} />
                            <div class="reply-words">
                                <p class="reply-label">{ review.label.clone() }</p>
                                <p class="says"><cite dir="auto">{ mention.title.clone() }</cite></p>
                                <p class="paraphrase">{ mention.why.clone() }</p>
                                <Locators {review} at={mention.at.as_slice()} />
                            </div>
                        </li>
                    }
                </ul>
            </section>
        }
    }
}
