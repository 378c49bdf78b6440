//! What stands where something is above the reader's dial: that it is hidden, and the way to see it. Never what it is.

use liner_notes_record::Dial;
use yew::prelude::*;

use crate::reader::{Action, use_reader};

/// What is hidden and from where on it is shown.
#[derive(PartialEq, Properties)]
pub(crate) struct HiddenProps {
    /// "This card", "This topic".
    pub(crate) what: AttrValue,
    /// The stop from which it is shown.
    pub(crate) needs: Dial,
}

/// The state of a page or part whose content the dial hides.
#[component]
pub(crate) fn Hidden(props: &HiddenProps) -> Html {
    html! {
        <div class="empty">
            <h2>{ format!("{} is hidden", props.what) }</h2>
            <p>{ "It tells more of the story than your spoiler dial lets through." }</p>
            <TurnUp to={props.needs} class="button">
                { invitation(props.needs) }
            </TurnUp>
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

/// Where to turn the dial.
#[derive(PartialEq, Properties)]
pub(crate) struct TurnUpProps {
    /// The stop.
    pub(crate) to: Dial,
    /// Classes of the button.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What stands on it.
    pub(crate) children: Html,
}

/// A button that turns the dial up, which asks first.
#[component]
pub(crate) fn TurnUp(props: &TurnUpProps) -> Html {
    let reader = use_reader();
    let onclick = {
        let (dispatch, to) = (reader.dispatcher(), props.to);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Turn(to)))
    };
    html! { <button type="button" class={props.class.clone()} {onclick}>{ props.children.clone() }</button> }
}
