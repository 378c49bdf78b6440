//! What was found, in groups, the group with the best hit first.

use liner_notes_desk::{FoundGroup, FoundHit, Kind};
use liner_notes_record::Shown;
use liner_notes_record::model::{ReviewId, TopicId};
use liner_notes_record::search::Marked;
use yew::prelude::*;

use super::{ALL, LIST};
use crate::address::{Address, Place};
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::reader::Reader;

/// How many hits of a kind are on the page until all are asked for.
const FIRST: usize = 5;

/// The hits on the page.
pub(super) struct Hits<'f> {
    groups: Vec<(&'f FoundGroup, &'f [FoundHit])>,
}

impl<'f> Hits<'f> {
    /// Those of the reader's last search.
    pub(super) fn of(reader: &'f Reader) -> Self {
        let groups = reader.search.found.iter().flat_map(|found| &found.groups);
        let listed = |group: &'f FoundGroup| {
            let is_whole = reader.address.query.list(ALL).any(|kind| kind == group.kind.token());
            let count = if is_whole { group.hits.len() } else { FIRST };
            (group, &group.hits[..count.min(group.hits.len())])
        };
        Self { groups: groups.map(listed).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Where each leads, in their order; after the first hits of a kind of which there are more, to all of them.
    pub(super) fn addresses(&self, reader: &Reader) -> Vec<Address> {
        let mut addresses = Vec::new();
        for (group, hits) in &self.groups {
            addresses.extend(hits.iter().map(|hit| address(group.kind, hit)));
            addresses.extend((hits.len() < group.hits.len()).then(|| whole(reader, group.kind)));
        }
        addresses
    }
}

/// The same page with every hit of a kind.
fn whole(reader: &Reader, kind: Kind) -> Address {
    let mut kinds: Vec<&str> = reader.address.query.list(ALL).collect();
    kinds.push(kind.token());
    reader.address.clone().with(ALL, &kinds.join(","))
}

/// The id of a hit by its place on the page.
pub(super) fn hit_id(place: usize) -> String {
    format!("hit-{place}")
}

/// The list.
pub(super) fn hits(reader: &Reader, hits: &Hits<'_>) -> Html {
    let mut place = 0;
    let mut next = || {
        place += 1;
        place - 1
    };
    html! {
        <div id={LIST} class="hits" role="listbox" aria-label="Found">
            for (group, listed) in hits.groups.iter().copied() {
                <section key={group.kind.token()} class="hit-group" role="group" aria-label={words(group.kind)}>
                    <h2 aria-hidden="true">{ words(group.kind) }{ " " }<span class="count">{ group.count }</span></h2>
                    for one in listed {
                        { hit(reader, group.kind, one, next()) }
                    }
                    if listed.len() < group.hits.len() {
                        { more(reader, group, next()) }
                    }
                </section>
            }
        </div>
    }
}

/// The kind, as a heading.
fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Card => "People and characters",
        Kind::Topic => "Topics",
        Kind::Claim => "Answers",
        Kind::Moment => "Moments",
        Kind::Telling => "Tellings",
        Kind::Review => "Reviews",
        Kind::Related => "Other titles",
    }
}

fn hit(reader: &Reader, kind: Kind, hit: &FoundHit, place: usize) -> Html {
    let review = hit.review.as_deref().and_then(|id| reader.shown().review(&ReviewId::new(id)));
    let is_here = reader.search.at == Some(place);
    html! {
        <a
            key={place}
            id={hit_id(place)}
            class="hit"
            role="option"
            aria-selected={is_here.to_string()}
            tabindex="-1"
            href={address(kind, hit).href(&reader.form)}
        >
            if let Some(review) = review {
                { number_beside_label(review) }
            }
            <span class="hit-words">
                <span class="hit-name">
                    { marked(&hit.name) }
                    { about(reader.shown(), kind, hit) }
                </span>
                <span class="hit-text">{ marked(&hit.text) }</span>
            </span>
        </a>
    }
}

/// What an answer answers.
fn about(shown: Shown<'static>, kind: Kind, hit: &FoundHit) -> Html {
    let topic = (kind == Kind::Claim).then(|| shown.topic(&TopicId::new(&hit.id))).flatten();
    html! {
        if let Some(topic) = topic {
            <span class="hit-about">{ topic.title.as_str() }</span>
        }
    }
}

fn marked(marked: &Marked) -> Html {
    html! {
        <>
            for (place, (piece, is_marked)) in marked.pieces.iter().enumerate() {
                if *is_marked {
                    <mark key={place}>{ piece.clone() }</mark>
                } else {
                    <span key={place}>{ piece.clone() }</span>
                }
            }
        </>
    }
}

/// The way to every hit of a kind, itself an option of the list.
fn more(reader: &Reader, group: &FoundGroup, place: usize) -> Html {
    html! {
        <a
            key="more"
            id={hit_id(place)}
            class="hit hit-more"
            role="option"
            aria-selected={(reader.search.at == Some(place)).to_string()}
            tabindex="-1"
            href={whole(reader, group.kind).href(&reader.form)}
        >
            { format!("Show {} more", group.hits.len() - FIRST) }
        </a>
    }
}

/// Where a hit leads: what reviews say, to the paragraph in which they do.
fn address(kind: Kind, hit: &FoundHit) -> Address {
    let id = hit.id.clone();
    let said = || {
        let review = Address::of(Place::Review(hit.review.clone().unwrap_or_default()));
        hit.paragraph
            .map_or_else(|| review.clone(), |paragraph| review.clone().with("paragraph", &paragraph.to_string()))
    };
    match kind {
        Kind::Card => Address::of(Place::Card(id)),
        Kind::Topic => Address::of(Place::Compare).with("topic", &id),
        Kind::Moment => Address::of(Place::Timeline).with("moment", &id),
        Kind::Review => Address::of(Place::Review(id)),
        Kind::Claim | Kind::Telling | Kind::Related => said(),
    }
}
