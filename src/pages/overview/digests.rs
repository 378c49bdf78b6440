//! A list of rows in short: the topic, its status, each answer with those who give it.

use liner_notes_record::questions::{Digest, Status};
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::digest::digest;
use crate::components::link::link;
use crate::markup::html;

/// The rows and what they are about.
pub(super) struct Digests<'d> {
    pub(super) title: &'static str,
    pub(super) digests: &'d [Digest<'static>],
    /// The statuses to which the link to Compare filters.
    pub(super) statuses: &'d [Status],
    pub(super) width: Width,
}

/// How much of the page a list has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// A column of it.
    Column,
    /// The whole of it: its rows stand abreast.
    Page,
}

/// How many are listed before the link to the rest.
const LISTED: usize = 5;

/// The list.
pub(super) fn digests(form: &Form, list: &Digests<'_>) -> Html {
    let (class, listed) = match list.width {
        Width::Column => ("digests", LISTED),
        Width::Page => ("digests digests-wide", LISTED + 1),
    };
    let tokens: Vec<&str> = list.statuses.iter().map(|status| status.token()).collect();
    let all = Address::of(Place::Compare).with("status", &tokens.join(","));
    html! {
        <section {class} data-later="">
            <h2>{ list.title }</h2>
            if list.digests.is_empty() {
                <p class="soft">{ "Nowhere, at this stop of the dial." }</p>
            } else {
                <ul>
                    for one in list.digests.iter().take(listed) {
                        { digest(form, one) }
                    }
                </ul>
                if list.digests.len() > listed {
                    <p class="digests-more">{ link(form, &all, "More in Compare") }</p>
                }
            }
        </section>
    }
}
