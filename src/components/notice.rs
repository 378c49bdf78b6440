//! A word about an address: what in it could not be followed.

use yew::prelude::*;

use crate::address::Query;
use crate::markup::html;
use crate::reader::{Action, ReaderHandle};

/// A sentence for each key of an address that the page does not know.
pub(crate) fn strange_keys(query: &Query, known: &[&str]) -> Vec<String> {
    query.keys().filter(|key| !known.contains(key)).map(|key| format!("“{key}” means nothing here.")).collect()
}

/// The sentence for the slug of a group that is not there to be shown.
pub(crate) fn no_group(slug: &str) -> String {
    format!("There is no group “{slug}” to show.")
}

/// The sentences, until they are dismissed or others come; nothing when there are none.
pub(crate) fn notice(reader: &ReaderHandle, sentences: Vec<String>) -> Html {
    if sentences.is_empty() || reader.dismissed == sentences {
        return html! {};
    }
    let words = sentences.join(" ");
    let onclick = {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Dismiss(sentences.clone())))
    };
    html! {
        <div class="notice" role="status">
            <p>{ words }</p>
            <button type="button" class="icon-button" aria-label="Dismiss" {onclick}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
            </button>
        </div>
    }
}
