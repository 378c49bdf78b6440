//! Stub.
use yew::prelude::*;

#[component]
pub(crate) fn Cast() -> Html {
    html! { <h1 class="page-title" tabindex="-1">{ "Cast" }</h1> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct CardPageProps {
    pub(crate) slug: AttrValue,
}

#[component]
pub(crate) fn CardPage(props: &CardPageProps) -> Html {
    html! { <h1>{ props.slug.clone() }</h1> }
}
