//! The mark of a stance: praise, mixed, criticism or silence.

use liner_notes_record::value::Stance;
use yew::prelude::*;

/// A stance of one review.
#[derive(PartialEq, Properties)]
pub(crate) struct StanceMarkProps {
    /// The stance; nothing for silence.
    pub(crate) stance: Option<Stance>,
    /// The review's number, for its colour.
    pub(crate) number: u8,
}

/// The mark; its word is there for those who do not see it.
#[component]
pub(crate) fn StanceMark(props: &StanceMarkProps) -> Html {
    let words = props.stance.map_or("says nothing", Stance::words);
    let token = props.stance.map_or_else(|| "silent".to_owned(), |stance| stance.words().replace(' ', "-"));
    html! {
        <span class="stance" data-stance={token} data-review={props.number.to_string()} title={words}>
            <span class="visually-hidden">{ words }</span>
        </span>
    }
}
