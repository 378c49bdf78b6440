//! The chosen moment: who is in it, how each review tells it, where they disagree, the way to its neighbours.

use liner_notes_record::model::{Moment, Review, Who};
use liner_notes_record::questions::{Head, Place, Row};
use yew::prelude::*;

use super::list::Told;
use super::words::{somewhere, told_by};
use crate::address::{self, Address, Form};
use crate::components::copy_link::copy_link;
use crate::components::digest::topic_address;
use crate::components::link::link;
use crate::components::locator::locators;
use crate::components::review_number::review_number;
use crate::components::status_sign::status_sign;
use crate::markup::html;
use crate::reader::{Reader, Reveal};

/// The panel's id. There is one.
const ID: &str = "moment-panel";
/// The id of its title.
const TITLE_ID: &str = "moment-panel-title";

/// The panel, seen whole, with the focus on its title.
pub(super) fn whole() -> Reveal {
    Reveal { seen: ID.to_owned(), focused: TITLE_ID.to_owned() }
}

/// The panel of the moment of that index.
pub(super) fn panel(told: &Told<'_>, index: usize, moment: &Place<'static>) -> Html {
    let form = &told.reader.form;
    let place = somewhere(told.timeline, index);
    let place = place.map_or_else(String::new, |words| format!(" · {words}"));
    let reviews = || told.timeline.reviews.iter().copied().zip(&moment.heads);
    let telling = reviews().filter_map(|(review, head)| Some((review, head.as_ref()?)));
    let silent = reviews().filter(|(_, head)| head.is_none());
    let silent: Vec<&str> = silent.map(|(review, _)| review.label.as_str()).collect();
    html! {
        <article
            key={moment.moment.id.as_str()}
            id={ID}
            class="moment-panel sheet"
            data-moment={moment.moment.id.as_str()}
            aria-labelledby={TITLE_ID}
        >
            <p class="panel-over">{ format!("Moment {} · {}{place}", moment.number, moment.phase.name) }</p>
            <h3 id={TITLE_ID} class="panel-title" tabindex="-1">{ moment.moment.title.as_str() }</h3>
            { neighbours(told, index) }
            { characters(told.reader, moment.moment) }
            <p class="panel-count">{ told_by(moment) }</p>
            <ul class="tellings" role="list">
                for (review, head) in telling {
                    { tellings(form, review, head) }
                }
            </ul>
            if !silent.is_empty() {
                <p class="panel-silent">{ format!("Nothing shown here from {}.", any_of(&silent)) }</p>
            }
            if !moment.disagreements.is_empty() {
                <ul class="disagreements" role="list">
                    for row in &moment.disagreements {
                        { disagreement(form, row) }
                    }
                </ul>
            }
            if !told.by_default {
                { copy_link() }
            }
        </article>
    }
}

/// "A", "A or B", "A, B or C".
fn any_of(labels: &[&str]) -> String {
    match labels {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [others @ .., last] => format!("{} or {last}", others.join(", ")),
    }
}

fn neighbours(told: &Told<'_>, index: usize) -> Html {
    let turn = |to: Option<usize>, word: &str, path: &'static str| {
        let to = to.filter(|to| *to < told.timeline.places.len())?;
        let label = format!("{word} moment, {}", to + 1);
        let onclick = told.turn.reform(move |_: MouseEvent| to);
        Some(html! {
            <button key={word} type="button" class="icon-button" aria-label={label.clone()} title={label} {onclick}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
            </button>
        })
    };
    let before = turn(index.checked_sub(1), "Previous", "M14.5 5l-7 7 7 7");
    let after = turn(Some(index + 1), "Next", "M9.5 5l7 7-7 7");
    let onclick = told.close.reform(|_: MouseEvent| ());
    html! {
        <div class="panel-turn">
            { before.unwrap_or_default() }
            { after.unwrap_or_default() }
            <button type="button" class="icon-button panel-close" aria-label="Close this moment" title="Close this moment" {onclick}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
            </button>
        </div>
    }
}

/// Who is in it; only those who have a card at this stop of the dial.
fn characters(reader: &Reader, moment: &Moment) -> Html {
    let shown = reader.shown();
    let ids = moment.characters.iter().cloned();
    let named = ids.map(Who::Character);
    let named: Vec<_> = named.filter_map(|who| Some((shown.name_of(&who)?, who))).collect();
    if named.is_empty() {
        return html! {};
    }
    html! {
        <ul class="panel-characters" role="list" aria-label="Characters">
            for (name, who) in named {
                <li key={who.slug()}>
                    { link(&reader.form, &Address::of(address::Place::Card(who.slug().to_owned())), name) }
                </li>
            }
        </ul>
    }
}

fn tellings(form: &Form, review: &'static Review, head: &Head<'static>) -> Html {
    html! {
        <li key={review.id.as_str()} class="telling-of">
            { review_number(review) }
            <div>
                for (place, telling) in head.tellings.iter().enumerate() {
                    <p key={place}>
                        { format!("{} ", telling.text) }
                        if telling.alludes {
                            <span class="remark">{ "only alluded to" }</span>{ " " }
                        }
                        { locators(form, review, &telling.at, telling.moment.as_str()) }
                    </p>
                }
            </div>
        </li>
    }
}

fn disagreement(form: &Form, row: &Row<'static>) -> Html {
    let slug = row.topic.id.as_str();
    let to = topic_address(row.topic);
    html! {
        <li key={slug}>
            <a class="disagreement" href={to.href(form)}>
                <span class="disagreement-title">{ row.topic.title.as_str() }</span>
                { status_sign(row) }
                <span class="disagreement-go">{ "→ compare" }</span>
            </a>
        </li>
    }
}
