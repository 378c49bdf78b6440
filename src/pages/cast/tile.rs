//! One card in the list: who it is, a taste of what is said, every spelling.

use liner_notes_record::questions::{Card, Status};
use yew::prelude::*;

use crate::address::Form;
use crate::components::digest::topic_address;
use crate::components::link::link;
use crate::components::record_label::record_label;
use crate::components::review_number::review_number;
use crate::components::status_sign::status_sign;
use crate::markup::html;
use crate::numerals::counted_in_words;
use crate::pages::cast::casting::{castings, is_casting};
use crate::pages::cast::fact::{Fact, facts};
use crate::pages::cast::naming::{card_address, naming};
use crate::pages::cast::said::nothing_said;
use crate::pages::cast::spellings::chips;
use crate::reader::Reader;

/// How many of the things on which reviews differ are named in the list.
const NAMED: usize = 2;

/// The card, as an item of the list.
pub(super) fn tile(reader: &Reader, card: &Card<'static>) -> Html {
    let form = &reader.form;
    let slug = card.who.slug();
    let facts = facts(card);
    let castings = castings(reader.shown(), card);
    let mut rows = card.said.iter().chain(&card.performance);
    let says_more = rows.any(|row| row.status == Status::Differ || !is_casting(&castings, row));
    html! {
        <li key={slug} class="cast-card sheet" data-later="" data-who={slug.to_owned()}>
            { record_label(slug, card.name) }
            <div class="cast-card-body">
                <div class="cast-card-head">
                    <h3 class="cast-card-name">{ link(form, &card_address(slug), card.name) }</h3>
                    { naming(form, card) }
                </div>
                if !says_more {
                    { nothing_said(reader, card) }
                }
                if !facts.is_empty() {
                    <dl class="facts">
                        for fact in &facts {
                            { line(fact) }
                        }
                    </dl>
                }
                { differences(form, card) }
                { chips(card) }
                <a
                    class="whole-card"
                    href={card_address(slug).href(form)}
                    aria-label={format!("The whole card of {}", card.name)}
                >
                    { "The whole card" }
                </a>
            </div>
        </li>
    }
}

fn line(fact: &Fact) -> Html {
    html! {
        <div key={fact.topic.id.as_str()}>
            <dt>{ fact.topic.title.as_str() }</dt>
            <dd>
                { fact.words.clone() }
                <span class="discs">
                    for review in fact.reviews.iter().copied() {
                        { review_number(review) }
                    }
                </span>
            </dd>
        </div>
    }
}

fn differences(form: &Form, card: &Card<'static>) -> Html {
    let rows: Vec<_> = card.disagreements().collect();
    let Some(first) = rows.first() else {
        return html! {};
    };
    let rest = rows.len().saturating_sub(NAMED);
    html! {
        <p class="differences">
            { status_sign(first) }
            <span>
                { format!("on {}: ", counted_in_words(rows.len(), "thing")) }
                for (place, topic) in rows.iter().map(|row| row.topic).take(NAMED).enumerate() {
                    <span key={topic.id.as_str()}>
                        if place > 0 { { " · " } }
                        { link(form, &topic_address(topic), &topic.title) }
                    </span>
                }
                if rest > 0 { { format!(" · and {rest} more") } }
            </span>
        </p>
    }
}
