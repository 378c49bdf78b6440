//! What stands where something is above the reader's dial: that it is hidden, and the way to see it. Never what it is.

use liner_notes_record::Dial;
use yew::prelude::*;

use crate::markup::html;
use crate::reader::{Action, ReaderHandle};

/// The state of a page or part whose content the dial hides: what it is ("This card", "This topic") and from which
/// stop on it is shown.
pub(crate) fn hidden(reader: &ReaderHandle, what: &str, needs: Dial) -> Html {
    said_hidden(what, turn_up(reader, needs, "button", html! { invitation(needs) }))
}

/// The same with another way to turn the dial.
pub(crate) fn said_hidden(what: &str, way: Html) -> Html {
    html! {
        <div class="empty">
            <h2>{ format!("{what} is hidden") }</h2>
            <p>{ "It tells more of the story than your spoiler dial lets through." }</p>
            { way }
        </div>
    }
}

/// What turning the dial to a stop shows, as words on a button or before a question mark.
pub(crate) fn invitation(to: Dial) -> &'static str {
    match to {
        Dial::None => "Show no spoilers",
        Dial::Middle => "Show the story to the middle",
        Dial::All => "Show the whole story",
    }
}

/// A button that turns the dial up, which asks first.
pub(crate) fn turn_up(reader: &ReaderHandle, to: Dial, class: &'static str, words: Html) -> Html {
    let onclick = {
        let dispatch = reader.dispatcher();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Turn(to)))
    };
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}
