//! What stands at an address that leads nowhere.

use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;

/// The path that led nowhere.
#[derive(PartialEq, Properties)]
pub(crate) struct NotFoundProps {
    /// As it came.
    pub(crate) path: AttrValue,
}

/// Says so, and where to go on.
#[component]
pub(crate) fn NotFound(props: &NotFoundProps) -> Html {
    html! {
        <div class="empty not-found">
            <h1 class="page-title" tabindex="-1">{ "Nothing is pressed here" }</h1>
            <p>{ "There is no page at " }<code>{ format!("/{}", props.path) }</code>{ "." }</p>
            <Go class="button button-primary" to={Address::of(Place::Overview)}>{ "To the overview" }</Go>
        </div>
    }
}
