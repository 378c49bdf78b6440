//! The way on from one of several like pages: to the one before, to all of them, to the one after.

use yew::prelude::*;

use crate::address::Address;
use crate::components::go::Go;

/// A page and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Neighbour {
    /// Its address.
    pub(crate) to: Address,
    /// Its name.
    pub(crate) name: AttrValue,
}

/// The pages round this one.
#[derive(PartialEq, Properties)]
pub(crate) struct NeighboursProps {
    /// What the links are about: "Cards", "Reviews".
    pub(crate) what: AttrValue,
    /// The page before it.
    pub(crate) previous: Option<Neighbour>,
    /// The page that lists them all.
    pub(crate) all: Neighbour,
    /// The page after it.
    pub(crate) next: Option<Neighbour>,
}

/// The links. The first page has none before it, the last none after it.
#[component]
pub(crate) fn Neighbours(props: &NeighboursProps) -> Html {
    let link = |side: &'static str, word: &'static str, to: &Neighbour| {
        html! {
            <Go class={classes!("neighbour", side)} to={to.to.clone()}>
                <span class="neighbour-side">{ word }</span>
                <span class="neighbour-name">{ to.name.clone() }</span>
            </Go>
        }
    };
    html! {
        <nav class="neighbours" aria-label={props.what.clone()}>
            if let Some(previous) = &props.previous {
                { link("is-previous", "Previous", previous) }
            }
            { link("is-all", "All", &props.all) }
            if let Some(next) = &props.next {
                { link("is-next", "Next", next) }
            }
        </nav>
    }
}
