//! Who plays whom, and which reviews say so.

use liner_notes_record::Shown;
use liner_notes_record::model::{Character, Person, Review, Who};
use liner_notes_record::questions::{Card, Row, Status, row};
use yew::prelude::*;

use crate::address::Form;
use crate::components::link::link;
use crate::markup::html;
use crate::pages::cast::naming::{card_address, plays};
use crate::pages::cast::said::said_row;

/// One character and who plays them.
pub(super) struct Pairing {
    /// Who is played.
    pub(super) character: &'static Character,
    /// Who plays.
    pub(super) player: &'static Person,
    /// What the reviews say to that.
    pub(super) row: Option<Row<'static>>,
}

/// The pairings that a character or a person is in.
pub(super) fn castings(shown: Shown<'static>, card: &Card<'static>) -> Vec<Pairing> {
    let reviews: Vec<&'static Review> = shown.reviews().iter().collect();
    let is_in = |character: &&'static Character| match &card.who {
        Who::Character(id) => *id == character.id,
        Who::Person(_) => plays(card, &character.id),
    };
    let pairing = |character: &'static Character| {
        let casting = character.casting.as_ref()?;
        let topic = casting.topic.as_ref().and_then(|id| shown.topic(id));
        let row = topic.map(|topic| row(shown, topic, &reviews));
        Some(Pairing {
            character,
            player: shown.people().find(|one| one.id == casting.player)?,
            row: row.filter(|row| row.status != Status::Silent),
        })
    };
    shown.characters().filter(is_in).filter_map(pairing).collect()
}

/// Whether those pairings tell the row already.
pub(super) fn is_casting(castings: &[Pairing], row: &Row<'_>) -> bool {
    let mut rows = castings.iter().filter_map(|pairing| pairing.row.as_ref());
    rows.any(|casting| casting.topic == row.topic)
}

/// Each pairing with its sources; nothing where there is none.
pub(super) fn who_plays_whom(form: &Form, castings: &[Pairing]) -> Html {
    html! {
        if !castings.is_empty() {
            <section class="card-part casting">
                <h2>{ "Who plays whom" }</h2>
                for Pairing { character, player, row } in castings {
                    <div key={character.id.as_str()} class="casting-pair">
                        <p>
                            { link(form, &card_address(player.id.as_str()), &player.name) }
                            { " plays " }
                            { link(form, &card_address(character.id.as_str()), &character.name) }
                            { if row.is_none() { ". None of the reviews is shown to say so." } else { "." } }
                        </p>
                        { row.as_ref().map(|row| said_row(form, row)) }
                    </div>
                }
            </section>
        }
    }
}
