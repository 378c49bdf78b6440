//! The way on from one of several like pages: to the one before, to all of them, to the one after.

use yew::prelude::*;

use crate::address::{Address, Form};
use crate::markup::html;

/// A page and what it is called.
pub(crate) struct Neighbour {
    /// Its address.
    pub(crate) to: Address,
    /// Its name.
    pub(crate) name: &'static str,
}

/// The pages round this one.
pub(crate) struct Neighbours {
    /// What the links are about: "Cards", "Reviews".
    pub(crate) what: &'static str,
    /// The page before it.
    pub(crate) previous: Option<Neighbour>,
    /// The page that lists them all.
    pub(crate) all: Neighbour,
    /// The page after it.
    pub(crate) next: Option<Neighbour>,
}

/// The links. The first page has none before it, the last none after it.
pub(crate) fn neighbours(form: &Form, pages: &Neighbours) -> Html {
    let link = |class: &'static str, side: &'static str, to: &Neighbour| {
        html! {
            <a {class} href={to.to.href(form)}>
                <span class="neighbour-side">{ side }</span>
                <span class="neighbour-name">{ to.name }</span>
            </a>
        }
    };
    html! {
        <nav class="neighbours" aria-label={pages.what}>
            { pages.previous.as_ref().map(|to| link("neighbour is-previous", "Previous", to)) }
            { link("neighbour is-all", "All", &pages.all) }
            { pages.next.as_ref().map(|to| link("neighbour is-next", "Next", to)) }
        </nav>
    }
}
