//! A list of rows in short: the topic, its status, each answer with those who give it.

use liner_notes_record::questions::{Digest, Side, Status};
use yew::prelude::*;

use super::hero::topic_address;
use crate::address::{Address, Form, Place};
use crate::components::link::link;
use crate::components::review_number::review_number;
use crate::components::status_sign::status_sign;

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
        <section {class}>
            <h2>{ list.title }</h2>
            if list.digests.is_empty() {
                <p class="soft">{ "Nowhere, at this stop of the dial." }</p>
            } else {
                <ul>
                    for digest in list.digests.iter().take(listed) {
                        { draw(form, digest) }
                    }
                </ul>
                if list.digests.len() > listed {
                    <p class="digests-more">{ link(form, &all, "More in Compare") }</p>
                }
            }
        </section>
    }
}

fn draw(form: &Form, digest: &Digest<'static>) -> Html {
    let topic = digest.row.topic;
    html! {
        <li key={topic.id.as_str()} class="digest" data-topic={topic.id.as_str()}>
            { status_sign(&digest.row) }
            <h3>{ link(form, &topic_address(topic), &topic.title) }</h3>
            { sides(digest) }
        </li>
    }
}

fn sides(digest: &Digest<'static>) -> Html {
    html! {
        <ul class="sides">
            for (place, side) in digest.sides.iter().enumerate() {
                <li key={place}>
                    <span class="side-words">{ side.words.clone() }</span>
                    <span class="side-reviews">{ discs(digest, side) }</span>
                </li>
            }
        </ul>
    }
}

fn discs(digest: &Digest<'static>, side: &Side) -> Html {
    let cells = digest.row.cells.iter().filter(|cell| side.reviews.iter().any(|(_, id)| *id == cell.review.id));
    html! {
        for cell in cells {
            { review_number(cell.review) }
        }
    }
}
