//! What stands at an address that leads to nothing.

use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::link::link_as;
use crate::markup::html;

/// A heading, what is not there, and where to go on.
pub(crate) fn nowhere(form: &Form, heading: &'static str, words: Html, to: Place, way: &'static str) -> Html {
    html! {
        <div class="empty not-found">
            <h1 class="page-title" tabindex="-1">{ heading }</h1>
            <p>{ words }</p>
            { link_as("button button-primary", form, &Address::of(to), way) }
        </div>
    }
}
