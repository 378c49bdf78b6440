//! Who is who: everyone's cards, and one whole card.

mod card_page;
mod casting;
mod fact;
mod naming;
mod said;
mod spellings;
mod tile;
mod titles;

use liner_notes_record::Shown;
use liner_notes_record::model::Who;
use liner_notes_record::questions::{Card, cards};
use yew::prelude::*;

use crate::components::notice::{notice, strange_keys};
use crate::markup::html;
use crate::numerals::{counted_in_words, in_words_capitalised};
use crate::reader::{Reader, ReaderHandle};

pub(super) use card_page::card_page;
pub(super) use said::PIECES as CARD_PIECES;
use tile::tile;

/// In how many pieces the cards are taken over, after all else.
pub(super) const PIECES: usize = 4;

/// Everyone: the characters, then the people behind them.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let shown = reader.shown();
    let (characters, people): (Vec<_>, Vec<_>) =
        cards(shown).into_iter().partition(|card| matches!(card.who, Who::Character(_)));
    let waiting = reader.waiting(characters.len() + people.len(), PIECES);
    html! {
        <>
            <header class="page-head">
                <h1 class="page-title" tabindex="-1">{ "Who is who" }</h1>
                <p class="lede">{ lede(shown) }</p>
            </header>
            { notice(reader, strange_keys(&reader.address.query, &[])) }
            { part(reader, "In the story", &characters, waiting) }
            { part(reader, "Behind it", &people, waiting.saturating_sub(characters.len())) }
        </>
    }
}

/// Those cards, less the first that wait to be taken over.
fn part(reader: &Reader, heading: &'static str, cards: &[Card<'static>], waiting: usize) -> Html {
    html! {
        if !cards.is_empty() {
            <section class="cast-part">
                <h2>{ heading }</h2>
                <ul class="cast-cards">
                    for card in cards.iter().skip(waiting) {
                        { tile(reader, card) }
                    }
                </ul>
            </section>
        }
    }
}

fn lede(shown: Shown<'static>) -> String {
    let mut forms: Vec<&str> = Vec::new();
    for spelling in shown.spellings() {
        if !forms.contains(&spelling.text.as_str()) {
            forms.push(&spelling.text);
        }
    }
    format!(
        "{} reviews, {}. Each card gathers one person under every name that the reviewers give.",
        in_words_capitalised(shown.reviews().len()),
        counted_in_words(forms.len(), "spelling")
    )
}
