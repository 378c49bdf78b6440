//! The lines under a name: the name in its own script, who plays whom, what someone does.

use liner_notes_record::model::CharacterId;
use liner_notes_record::questions::Card;
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::link::link;
use crate::markup::html;

/// The lines of a card; those that are not known are left out.
pub(super) fn naming(form: &Form, card: &Card<'static>) -> Html {
    html! {
        <>
            if let Some(native) = card.native {
                <p class="native" lang={language(native)}>{ native }</p>
            }
            if let Some(player) = card.played_by {
                <p class="part-line">
                    { "played by " }
                    { link(form, &card_address(player.id.as_str()), &player.name) }
                </p>
            }
            if let Some(person) = card.person {
                <p class="part-line">
                    { person.role.words() }
                    for (place, character) in card.plays.iter().copied().enumerate() {
                        <span key={character.id.as_str()}>
                            { if place == 0 { ", plays " } else { " and " } }
                            { link(form, &card_address(character.id.as_str()), &character.name) }
                        </span>
                    }
                </p>
            }
        </>
    }
}

/// The address of a card.
pub(super) fn card_address(slug: &str) -> Address {
    Address::of(Place::Card(slug.to_owned()))
}

/// Whether that is one of those whom the person of the card plays.
pub(super) fn plays(card: &Card<'_>, id: &CharacterId) -> bool {
    card.plays.iter().any(|character| character.id == *id)
}

/// The language whose script a name is in, where only one language has that script.
fn language(name: &str) -> Option<&'static str> {
    name.chars().find_map(|c| match c {
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => Some("ko"),
        '\u{3041}'..='\u{30ff}' => Some("ja"),
        _ => None,
    })
}
