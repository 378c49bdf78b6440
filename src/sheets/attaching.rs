//! The way to attach texts, and what is attached.

use yew::prelude::*;

use crate::address::{Address, Place};
use crate::markup::html;
use crate::reader::Reader;
use crate::sheets::shelf::{Attached, Outcome, Shelf};

/// How it is with attaching.
#[derive(Clone, Copy, Debug)]
pub struct Attaching<'d> {
    /// What came of the texts that were attached last, by their names.
    pub outcomes: &'d [(String, Outcome)],
    /// Whether the reader has begun to attach or to remove.
    pub is_open: bool,
    /// Whether texts are kept for another visit.
    pub is_kept: bool,
}

/// A fold that stays open once the reader has done something in it.
pub(super) fn attaching(
    reader: &Reader,
    heading: &'static str,
    shelf: &Shelf,
    Attaching { outcomes: last, is_open, is_kept }: Attaching<'_>,
) -> Html {
    html! {
        <details class="attaching" open={is_open}>
            <summary>{ heading }</summary>
            <p>
                { "Save the review from its publisher's page as plain text and attach it: it is shown here, with what the \
                   record took from it marked. It stays on this device and is sent nowhere." }
            </p>
            <div class="attaching-ways">
                <label class="button">
                    { "Choose files" }
                    <input type="file" multiple={true} accept=".txt,.text,.md,text/plain" data-attach="" />
                </label>
                <label class="attaching-paste">
                    { "or drop them anywhere on this page, or paste the words here" }
                    <textarea rows="2" data-attach=""></textarea>
                </label>
            </div>
            { outcomes(reader, last) }
            if !is_kept {
                <p class="remark">
                    { "This browser lets nothing be kept, as in a private window, or has no room left: texts stay here \
                       until the page is closed." }
                </p>
            }
            if !shelf.attached().is_empty() {
                { list(reader, shelf) }
            }
        </details>
    }
}

/// What came of the texts that were attached last.
pub(super) fn outcomes(reader: &Reader, last: &[(String, Outcome)]) -> Html {
    html! {
        <div class="attaching-outcomes" role="status">
            for (place, (name, outcome)) in last.iter().enumerate() {
                <p key={place} class="attaching-outcome">{ outcome_words(reader, name, outcome) }</p>
            }
        </div>
    }
}

fn outcome_words(reader: &Reader, name: &str, outcome: &Outcome) -> Html {
    let (review, after) = match outcome {
        Outcome::Attached(review) => (review, " is attached."),
        Outcome::There(review) => (review, " was attached already."),
        Outcome::Refused(why) => return html! { <span>{ format!("“{name}” {}", why.words()) }</span> },
    };
    let label = reader.shown().review(review).map_or("", |review| review.label.as_str());
    let to = Address::of(Place::Review(review.to_string())).href(&reader.form);
    html! { <>{ format!("“{name}”: the text of ") }<a href={to}>{ label }</a>{ after }</> }
}

fn list(reader: &Reader, shelf: &Shelf) -> Html {
    html! {
        <>
            <ul class="attached">
                for one in shelf.attached() {
                    <li key={one.id.clone()}>
                        { whose(reader, one) }
                        <button type="button" class="button" data-remove={one.id.clone()} aria-label={format!("Remove {}", one.name)}>
                            { "Remove" }
                        </button>
                    </li>
                }
            </ul>
            if shelf.attached().len() > 1 {
                <p><button type="button" class="button" data-remove="">{ "Remove all" }</button></p>
            }
        </>
    }
}

/// Whose it is, and how many of the record's places are where they should be.
fn whose(reader: &Reader, attached: &Attached) -> Html {
    let Some(own) = &attached.recognised else {
        return html! {
            <p>{ format!("“{}”: kept from an earlier visit, and none of these reviews", attached.name) }</p>
        };
    };
    let label = reader.shown().review(&own.review).map_or("", |review| review.label.as_str());
    let to = Address::of(Place::Review(own.review.to_string())).href(&reader.form);
    let state = if own.is_same {
        "the very text that was read".to_owned()
    } else {
        format!("differs a little: {} places as they were, {} moved, {} lost", own.in_place, own.moved, own.lost)
    };
    html! { <p><a href={to}>{ label }</a>{ format!(" · “{}” · {state}", attached.name) }</p> }
}
