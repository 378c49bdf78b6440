//! One whole card: everything that the reviews say of someone, and under which names.

use liner_notes_record::model::Who;
use liner_notes_record::questions::{Card, card, cards};
use liner_notes_record::{Lookup, Shown};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::hidden::Hidden;
use crate::components::neighbours::{Neighbour, Neighbours};
use crate::components::notice::{Notice, strange_keys};
use crate::components::record_label::RecordLabel;
use crate::pages::cast::casting::{WhoPlaysWhom, castings, is_casting};
use crate::pages::cast::naming::{Naming, card_address};
use crate::pages::cast::said::{NothingSaid, Said};
use crate::pages::cast::spellings::Spellings;
use crate::pages::cast::titles::OtherTitles;
use crate::reader::use_reader;

/// Whose card.
#[derive(PartialEq, Properties)]
pub(crate) struct CardPageProps {
    /// The slug, as it stands in the address.
    pub(crate) slug: AttrValue,
}

/// The card, or why it cannot be shown.
#[component]
pub(crate) fn CardPage(props: &CardPageProps) -> Html {
    let reader = use_reader();
    let shown = reader.shown();
    let page = match shown.look_up_card(&props.slug) {
        Lookup::Found(who) => card(shown, &who).map_or_else(unknown, |card| whole(shown, card)),
        Lookup::Hidden(needs) => html! {
            <>
                <header class="page-head">
                    <h1 class="page-title" tabindex="-1">{ "Who is who" }</h1>
                </header>
                <Hidden what="This card" {needs} />
            </>
        },
        Lookup::Unknown => unknown(),
    };
    html! {
        <>
            <Notice sentences={strange_keys(&reader.address.query, &[])} />
            { page }
        </>
    }
}

fn whole(shown: Shown<'static>, card: Card<'static>) -> Html {
    let castings = castings(shown, &card);
    let said: Vec<_> = card.said.iter().filter(|row| !is_casting(&castings, row)).cloned().collect();
    let slug = card.who.slug();
    html! {
        <article class="card-page" data-who={slug.to_owned()}>
            <header class="card-head">
                <RecordLabel slug={slug.to_owned()} name={card.name} />
                <div>
                    <h1 class="page-title" tabindex="-1">{ card.name }</h1>
                    <Naming card={card.clone()} />
                    if said.is_empty() && card.performance.is_empty() {
                        <NothingSaid card={card.clone()} />
                    }
                </div>
            </header>
            <WhoPlaysWhom castings={castings.clone()} />
            <Said heading={format!("What they say of {}", card.name)} rows={said} />
            <Said heading="What they say of the performance" rows={card.performance.clone()} />
            <Spellings card={card.clone()} />
            <OtherTitles mentions={card.mentions.clone()} />
            { neighbours(shown, &card.who) }
        </article>
    }
}

fn neighbours(shown: Shown<'static>, who: &Who) -> Html {
    let cards = cards(shown);
    let here = cards.iter().position(|card| card.who == *who).unwrap_or(0);
    let neighbour =
        |card: &Card<'static>| Neighbour { to: card_address(card.who.slug()), name: AttrValue::Static(card.name) };
    let all = Neighbour { to: Address::of(Place::Cast), name: AttrValue::Static("Who is who") };
    html! {
        <Neighbours
            what="Cards"
            previous={here.checked_sub(1).and_then(|place| cards.get(place)).map(neighbour)}
            {all}
            next={cards.get(here + 1).map(neighbour)}
        />
    }
}

fn unknown() -> Html {
    html! {
        <div class="empty not-found">
            <h1 class="page-title" tabindex="-1">{ "Nobody by that name" }</h1>
            <p>{ "No card stands at this address." }</p>
            <Go class="button button-primary" to={Address::of(Place::Cast)}>{ "See who is who" }</Go>
        </div>
    }
}
