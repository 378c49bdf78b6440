//! Stub.
use yew::prelude::*;

#[component]
pub(crate) fn Reviews() -> Html {
    html! { <h1 class="page-title" tabindex="-1">{ "Reviews" }</h1> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ReviewPageProps {
    pub(crate) slug: AttrValue,
}

#[component]
pub(crate) fn ReviewPage(props: &ReviewPageProps) -> Html {
    html! { <h1>{ props.slug.clone() }</h1> }
}
