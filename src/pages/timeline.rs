//! Stub.
use yew::prelude::*;

#[component]
pub(crate) fn TimelinePage() -> Html {
    html! { <h1 class="page-title" tabindex="-1">{ "TimelinePage" }</h1> }
}
