//! Stub.
use yew::prelude::*;

#[component]
pub(crate) fn Compare() -> Html {
    html! { <h1 class="page-title" tabindex="-1">{ "Compare" }</h1> }
}
