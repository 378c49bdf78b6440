//! A word about an address: what in it could not be followed.

use yew::prelude::*;

use crate::address::Query;
use crate::markup::html;

/// What to say.
#[derive(PartialEq, Properties)]
pub(crate) struct NoticeProps {
    /// One sentence each.
    pub(crate) sentences: Vec<String>,
}

/// A sentence for each key of an address that the page does not know.
pub(crate) fn strange_keys(query: &Query, known: &[&str]) -> Vec<String> {
    query.keys().filter(|key| !known.contains(key)).map(|key| format!("“{key}” means nothing here.")).collect()
}

/// The sentence for the slug of a group that is not there to be shown.
pub(crate) fn no_group(slug: &str) -> String {
    format!("There is no group “{slug}” to show.")
}

/// The sentences, until they are dismissed or others come; nothing when there are none.
#[component]
pub(crate) fn Notice(props: &NoticeProps) -> Html {
    let dismissed = use_state_eq(Vec::<String>::new);
    if props.sentences.is_empty() || *dismissed == props.sentences {
        return html! {};
    }
    let onclick = {
        let (dismissed, sentences) = (dismissed.clone(), props.sentences.clone());
        Callback::from(move |_: MouseEvent| dismissed.set(sentences.clone()))
    };
    html! {
        <div class="notice" role="status">
            <p>{ props.sentences.join(" ") }</p>
            <button type="button" class="icon-button" aria-label="Dismiss" {onclick}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
            </button>
        </div>
    }
}
