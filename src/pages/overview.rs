//! Stub.
use yew::prelude::*;

#[component]
pub(crate) fn Overview() -> Html {
    html! { <h1 class="page-title" tabindex="-1">{ "Overview" }</h1> }
}
