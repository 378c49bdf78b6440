//! A list of rows in short: the topic, its status, each answer with those who give it.

use liner_notes_record::questions::{Digest, Side, Status};
use yew::prelude::*;

use super::hero::topic_address;
use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::review_number::ReviewNumber;
use crate::components::status_sign::StatusSign;

/// The rows and what they are about.
#[derive(PartialEq, Properties)]
pub(super) struct DigestsProps {
    pub(super) title: AttrValue,
    pub(super) digests: Vec<Digest<'static>>,
    /// The statuses to which the link to Compare filters.
    pub(super) statuses: Vec<Status>,
    /// Whether they stand abreast over the whole width.
    #[prop_or_default]
    pub(super) wide: bool,
}

/// How many are listed before the link to the rest.
const LISTED: usize = 5;

/// The list.
#[component]
pub(super) fn Digests(props: &DigestsProps) -> Html {
    let DigestsProps { title, digests, statuses, wide } = props;
    let listed = if *wide { LISTED + 1 } else { LISTED };
    let tokens: Vec<&str> = statuses.iter().map(|status| status.token()).collect();
    let all = Address::of(Place::Compare).with("status", &tokens.join(","));
    html! {
        <section class={classes!("digests", wide.then_some("digests-wide"))}>
            <h2>{ title.clone() }</h2>
            if digests.is_empty() {
                <p class="soft">{ "Nowhere, at this stop of the dial." }</p>
            } else {
                <ul>
                    for digest in digests.iter().take(listed) {
                        <li key={digest.row.topic.id.as_str()} class="digest" data-topic={digest.row.topic.id.to_string()}>
                            <StatusSign status={digest.row.status} dots={digest.row.dots.clone()} />
                            <h3><Go to={topic_address(digest.row.topic)}>{ digest.row.topic.title.clone() }</Go></h3>
                            { sides(digest) }
                        </li>
                    }
                </ul>
                if digests.len() > listed {
                    <p class="digests-more"><Go to={all}>{ "More in Compare" }</Go></p>
                }
            }
        </section>
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
            <ReviewNumber key={cell.review.id.as_str()} review={cell.review} />
        }
    }
}
