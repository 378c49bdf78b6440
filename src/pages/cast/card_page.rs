//! One whole card: everything that the reviews say of someone, and under which names.

use liner_notes_record::Lookup;
use liner_notes_record::model::Who;
use liner_notes_record::questions::{Card, card, cards};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::hidden::hidden;
use crate::components::jumps::AT;
use crate::components::neighbours::{Neighbour, Neighbours, neighbours};
use crate::components::notice::{no_group, notice, strange_keys};
use crate::components::nowhere::nowhere;
use crate::components::record_label::record_label;
use crate::markup::html;
use crate::pages::cast::casting::{castings, is_casting, who_plays_whom};
use crate::pages::cast::naming::{card_address, naming};
use crate::pages::cast::said::{nothing_said, said, said_by_group};
use crate::pages::cast::spellings::spellings;
use crate::pages::cast::titles::other_titles;
use crate::reader::{Reader, ReaderHandle};

/// The card of that slug, or why it cannot be shown.
pub(in crate::pages) fn card_page(reader: &ReaderHandle, slug: &str) -> Html {
    let shown = reader.shown();
    let page = match shown.look_up_card(slug) {
        Lookup::Found(who) => card(shown, &who).map_or_else(|| unknown(reader), |card| whole(reader, card)),
        Lookup::Hidden(needs) => html! {
            <>
                <header class="page-head">
                    <h1 class="page-title" tabindex="-1">{ "Who is who" }</h1>
                </header>
                { hidden(reader, "This card", needs) }
            </>
        },
        Lookup::Unknown => unknown(reader),
    };
    let query = &reader.address.query;
    let mut sentences = strange_keys(query, &[AT]);
    let strange = query.get(AT).filter(|slug| !shown.groups().any(|group| group.id.as_str() == *slug));
    sentences.extend(strange.map(no_group));
    html! {
        <>
            { notice(reader, sentences) }
            { page }
        </>
    }
}

fn whole(reader: &Reader, mut card: Card<'static>) -> Html {
    let form = &reader.form;
    let castings = castings(reader.shown(), &card);
    let mut rows = std::mem::take(&mut card.said);
    rows.retain(|row| !is_casting(&castings, row));
    let card = &card;
    let is_silent = card.performance.is_empty() && rows.is_empty();
    let slug = card.who.slug();
    html! {
        <article class="card-page" data-who={slug.to_owned()}>
            <header class="card-head">
                { record_label(slug, card.name) }
                <div>
                    <h1 class="page-title" tabindex="-1">{ card.name }</h1>
                    { naming(form, card) }
                    if is_silent {
                        { nothing_said(reader, card) }
                    }
                </div>
            </header>
            { who_plays_whom(form, &castings) }
            { said_by_group(reader, format!("What they say of {}", card.name).into(), &card.who, rows) }
            { said(form, "What they say of the performance".into(), &card.performance) }
            { spellings(form, card) }
            { other_titles(reader, &card.mentions) }
            { ways_on(reader, &card.who) }
        </article>
    }
}

fn ways_on(reader: &Reader, who: &Who) -> Html {
    let cards = cards(reader.shown());
    let here = cards.iter().position(|card| card.who == *who).unwrap_or(0);
    let neighbour = |card: &Card<'static>| Neighbour { to: card_address(card.who.slug()), name: card.name };
    let pages = Neighbours {
        what: "Cards",
        previous: here.checked_sub(1).and_then(|place| cards.get(place)).map(neighbour),
        all: Neighbour { to: Address::of(Place::Cast), name: "Who is who" },
        next: cards.get(here + 1).map(neighbour),
    };
    neighbours(&reader.form, &pages)
}

fn unknown(reader: &Reader) -> Html {
    let words = html! { "No card stands at this address." };
    nowhere(&reader.form, "Nobody by that name", words, Place::Cast, "See who is who")
}
