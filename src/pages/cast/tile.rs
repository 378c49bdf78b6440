//! One card in the list: who it is, a taste of what is said, every spelling.

use liner_notes_record::questions::{Card, Status};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::record_label::RecordLabel;
use crate::components::review_number::ReviewNumber;
use crate::components::status_sign::StatusSign;
use crate::numerals::counted_in_words;
use crate::pages::cast::casting::{castings, is_casting};
use crate::pages::cast::fact::facts;
use crate::pages::cast::naming::{Naming, card_address};
use crate::pages::cast::said::NothingSaid;
use crate::pages::cast::spellings::Chips;
use crate::reader::use_reader;

/// How many of the things on which reviews differ are named in the list.
const NAMED: usize = 2;

/// Whose card.
#[derive(PartialEq, Properties)]
pub(super) struct TileProps {
    /// The card.
    pub(super) card: Card<'static>,
}

/// The card, as an item of the list.
#[component]
pub(super) fn Tile(props: &TileProps) -> Html {
    let shown = use_reader().shown();
    let card = &props.card;
    let slug = card.who.slug();
    let facts = facts(card);
    let castings = castings(shown, card);
    let mut rows = card.said.iter().chain(&card.performance);
    let says_more = rows.any(|row| row.status == Status::Differ || !is_casting(&castings, row));
    html! {
        <li class="cast-card sheet" data-who={slug.to_owned()}>
            <RecordLabel slug={slug.to_owned()} name={card.name} />
            <div class="cast-card-body">
                <div class="cast-card-head">
                    <h3 class="cast-card-name"><Go to={card_address(slug)}>{ card.name }</Go></h3>
                    <Naming card={card.clone()} />
                </div>
                if !says_more {
                    <NothingSaid card={card.clone()} />
                }
                if !facts.is_empty() {
                    <dl class="facts">
                        for fact in facts {
                            <div key={fact.topic.id.as_str()}>
                                <dt>{ fact.topic.title.clone() }</dt>
                                <dd>
                                    { fact.words }
                                    <span class="discs">
                                        for review in fact.reviews {
                                            <ReviewNumber key={review.number} {review} />
                                        }
                                    </span>
                                </dd>
                            </div>
                        }
                    </dl>
                }
                { differences(card) }
                <Chips card={card.clone()} />
                <Go class="whole-card" to={card_address(slug)} label={format!("The whole card of {}", card.name)}>
                    { "The whole card" }
                </Go>
            </div>
        </li>
    }
}

fn differences(card: &Card<'static>) -> Html {
    let rows: Vec<_> = card.disagreements().collect();
    let Some(first) = rows.first() else {
        return html! {};
    };
    let rest = rows.len().saturating_sub(NAMED);
    html! {
        <p class="differences">
            <StatusSign status={first.status} dots={first.dots.clone()} />
            <span>
                { format!("on {}: ", counted_in_words(rows.len(), "thing")) }
                for (place, row) in rows.iter().take(NAMED).enumerate() {
                    <span key={row.topic.id.as_str()}>
                        if place > 0 { { " · " } }
                        <Go to={Address::of(Place::Compare).with("topic", row.topic.id.as_str())}>
                            { row.topic.title.clone() }
                        </Go>
                    </span>
                }
                if rest > 0 { { format!(" · and {rest} more") } }
            </span>
        </p>
    }
}
