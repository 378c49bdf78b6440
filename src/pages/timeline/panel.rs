//! The chosen moment: who is in it, how each review tells it, where they disagree, the way to its neighbours.

use std::rc::Rc;

use liner_notes_record::model::{Moment, Review, Who};
use liner_notes_record::questions::{Head, Row, Timeline};
use yew::prelude::*;

use super::words::{somewhere, told_by};
use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::locator::Locators;
use crate::components::review_number::ReviewNumber;
use crate::components::status_sign::StatusSign;
use crate::reader::use_reader;

/// The panel's id. There is one.
pub(super) const ID: &str = "moment-panel";
/// The id of its title.
pub(super) const TITLE_ID: &str = "moment-panel-title";

/// The moment to show.
#[derive(PartialEq, Properties)]
pub(super) struct PanelProps {
    /// The story it is of.
    pub(super) timeline: Rc<Timeline<'static>>,
    /// Its index.
    pub(super) index: usize,
    /// Takes the index of a neighbour.
    pub(super) turn: Callback<usize>,
    /// Closes the panel, where it can be closed.
    pub(super) close: Callback<()>,
}

/// The panel.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let Some(moment) = props.timeline.places.get(props.index) else {
        return html! {};
    };
    let place = somewhere(&props.timeline, props.index);
    let place = place.map_or_else(String::new, |words| format!(" · {words}"));
    let reviews = || props.timeline.reviews.iter().copied().zip(&moment.heads);
    let telling = reviews().filter_map(|(review, head)| Some((review, head.as_ref()?)));
    let silent = reviews().filter(|(_, head)| head.is_none());
    let silent: Vec<&str> = silent.map(|(review, _)| review.label.as_str()).collect();
    html! {
        <article
            id={ID}
            class="moment-panel sheet"
            data-moment={moment.moment.id.to_string()}
            aria-labelledby={TITLE_ID}
        >
            <p class="panel-over">{ format!("Moment {} · {}{place}", moment.number, moment.phase.name) }</p>
            <h3 id={TITLE_ID} class="panel-title" tabindex="-1">{ moment.moment.title.clone() }</h3>
            { neighbours(props) }
            <Characters of={moment.moment} />
            <p class="panel-count">{ told_by(moment) }</p>
            <ul class="tellings" role="list">{ for telling.map(tellings) }</ul>
            if !silent.is_empty() {
                <p class="panel-silent">{ format!("Nothing here from {}.", any_of(&silent)) }</p>
            }
            if !moment.disagreements.is_empty() {
                <ul class="disagreements" role="list">{ for moment.disagreements.iter().map(disagreement) }</ul>
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

fn neighbours(props: &PanelProps) -> Html {
    let turn = |to: Option<usize>, word: &str, path: &'static str| {
        let to = to.filter(|to| *to < props.timeline.places.len())?;
        let label = format!("{word} moment, {}", to + 1);
        let onclick = props.turn.reform(move |_: MouseEvent| to);
        Some(html! {
            <button key={word} type="button" class="icon-button" aria-label={label.clone()} title={label} {onclick}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
            </button>
        })
    };
    let before = turn(props.index.checked_sub(1), "Previous", "M14.5 5l-7 7 7 7");
    let after = turn(Some(props.index + 1), "Next", "M9.5 5l7 7-7 7");
    let onclick = props.close.reform(|_: MouseEvent| ());
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

#[derive(PartialEq, Properties)]
struct CharactersProps {
    of: &'static Moment,
}

/// Who is in it; only those who have a card at this stop of the dial.
#[component]
fn Characters(props: &CharactersProps) -> Html {
    let reader = use_reader();
    let shown = reader.shown();
    let ids = props.of.characters.iter().cloned();
    let named = ids.map(Who::Character);
    let named: Vec<_> = named.filter_map(|who| Some((shown.name_of(&who)?, who))).collect();
    if named.is_empty() {
        return html! {};
    }
    html! {
        <ul class="panel-characters" role="list" aria-label="Characters">
            for (name, who) in named {
                <li key={who.slug()}>
                    <Go to={Address::of(Place::Card(who.slug().to_owned()))}>{ name }</Go>
                </li>
            }
        </ul>
    }
}

fn tellings((review, head): (&'static Review, &Head<'static>)) -> Html {
    html! {
        <li key={review.id.as_str()} class="telling-of">
            <ReviewNumber {review} />
            <div>
                for (place, telling) in head.tellings.iter().enumerate() {
                    <p key={place}>
                        { format!("{} ", telling.text) }
                        if telling.alludes {
                            <span class="remark">{ "only alluded to" }</span>{ " " }
                        }
                        <Locators {review} at={telling.at.as_slice()} />
                    </p>
                }
            </div>
        </li>
    }
}

fn disagreement(row: &Row<'static>) -> Html {
    let slug = row.topic.id.as_str();
    html! {
        <li key={slug}>
            <Go class="disagreement" to={Address::of(Place::Compare).with("topic", slug)}>
                <span class="disagreement-title">{ row.topic.title.clone() }</span>
                <StatusSign status={row.status} dots={row.dots.clone()} />
                <span class="disagreement-go">{ "→ compare" }</span>
            </Go>
        </li>
    }
}
