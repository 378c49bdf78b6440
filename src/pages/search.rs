//! Looking things up: a field, and under it what fits what is typed, in groups.
//!
//! The field is a combobox and the hits its list box, as the ARIA practices have it: the focus stays in the field, the
//! arrow keys move through the hits, Enter follows the one they are at, or the first. Each hit is a link all the same.

mod field;
mod hits;

use yew::prelude::*;

use crate::components::notice::{notice, strange_keys};
use crate::markup::html;
use crate::reader::{Action, Reader, ReaderHandle, Search};

use field::field;
use hits::{Hits, hits};

/// The id of the field.
pub(super) const FIELD: &str = "search-field";

/// The id of the list of hits.
const LIST: &str = "search-hits";

/// The key under which an address carries what is looked for.
const TYPED: &str = "q";

/// The key under which it carries the kinds of which every hit is on the page.
const ALL: &str = "all";

/// What is looked for.
pub(super) fn typed(reader: &Reader) -> &str {
    reader.address.query.get(TYPED).unwrap_or_default()
}

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let typed = typed(reader);
    let listed = Hits::of(reader);
    let is_asked = !typed.trim().is_empty();
    html! {
        <div class="search">
            <h1 class="page-title" tabindex="-1">{ "Search" }</h1>
            { notice(reader, strange_keys(&reader.address.query, &[TYPED, ALL])) }
            { field(reader, &listed) }
            <p class="search-status" role="status">{ status(&reader.search, is_asked) }</p>
            if reader.search.is_lost {
                { try_again(reader) }
            }
            if is_asked {
                { hits(reader, &listed) }
            } else {
                { hints() }
            }
        </div>
    }
}

/// What came of it, in a few words.
fn status(search: &Search, is_asked: bool) -> String {
    match &search.found {
        _ if search.is_lost => "The search could not be loaded.".to_owned(),
        _ if !is_asked => String::new(),
        None => "Searching…".to_owned(),
        Some(found) => match found.groups.iter().map(|group| group.count).sum::<usize>() {
            0 => "Nothing found up to this stop of the dial.".to_owned(),
            1 => "1 found".to_owned(),
            count => format!("{count} found"),
        },
    }
}

/// Has the search loaded once more.
fn try_again(reader: &ReaderHandle) -> Html {
    let dispatch = reader.dispatcher();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::Search(Search::default())));
    html! { <p><button type="button" class="button" {onclick}>{ "Try again" }</button></p> }
}

/// What can be typed.
fn hints() -> Html {
    let hint =
        |typed: &'static str, what: &'static str| html! { <li key={typed}><code>{ typed }</code>{ " " }{ what }</li> };
    html! {
        <div class="search-hints">
            <p>{ "A name in any spelling, a topic, a moment, another title, or words of an answer. What the dial hides is not searched." }</p>
            <ul>
                { hint("\"first love\"", "just these words, one after the other") }
                { hint("review:2", "what one review says, by its number or name") }
                { hint("status:differ", "topics on which reviews differ; also agree, close, only-one") }
                { hint("is:praise", "what is praised; also mixed, criticism") }
                { hint("level:premise", "what gives this much away; also middle, ending") }
            </ul>
        </div>
    }
}
