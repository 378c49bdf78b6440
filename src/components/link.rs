//! Links inside the app.
//!
//! They are real links: they can be opened in a new tab and copied. A plain click goes there without loading the page
//! anew, which [`on_move`](crate::browser::location::on_move) sees to for all of them. A link that holds more than
//! words is written where it stands, with the [`href`](Address::href) of its address.

use yew::prelude::*;

use crate::address::{Address, Form};
use crate::markup::html;

/// A link in running text.
pub(crate) fn link(form: &Form, to: &Address, words: &'static str) -> Html {
    html! { <a href={to.href(form)}>{ words }</a> }
}

/// A link with classes of its own.
pub(crate) fn link_as(class: &'static str, form: &Form, to: &Address, words: &'static str) -> Html {
    html! { <a {class} href={to.href(form)}>{ words }</a> }
}
