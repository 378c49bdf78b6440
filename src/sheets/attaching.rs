//! The way to attach texts, and what is attached.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::markup::html;
use crate::reader::Reader;
use crate::sheets::shelf::{Attached, NotKept, Outcome, Shelf};

/// How it is with attaching.
#[derive(Clone, Copy, Debug)]
pub struct Attaching<'d> {
    /// What came of the texts that were attached last, by their names.
    pub outcomes: &'d [(String, Outcome)],
    /// Whether the reader has begun to attach or to remove.
    pub is_open: bool,
    /// Why texts are not kept for another visit, where they are not.
    pub not_kept: Option<NotKept>,
}

/// A fold that stays open once the reader has done something in it.
pub(super) fn attaching(
    reader: &Reader,
    heading: &'static str,
    shelf: &Shelf,
    Attaching { outcomes: last, is_open, not_kept }: Attaching<'_>,
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
            if let Some(why) = not_kept {
                <p class="remark">{ not_kept_words(why) }</p>
            }
            if !(shelf.attached().is_empty() && shelf.carried().is_empty()) {
                { list(reader, shelf) }
            }
        </details>
    }
}

/// What came of the texts that were attached last. Before that the desk's script says here that they are being read.
pub(super) fn outcomes(reader: &Reader, last: &[(String, Outcome)]) -> Html {
    html! {
        <>
            <p class="attaching-progress" role="status"></p>
            <div class="attaching-outcomes" role="status">
                for (place, (name, outcome)) in last.iter().enumerate() {
                    <p key={place} class={outcome_class(outcome)}>{ outcome_words(reader, name, outcome) }</p>
                }
            </div>
        </>
    }
}

/// What the fold on a review's page is called.
pub(super) fn heading(review: &Review, shelf: &Shelf) -> &'static str {
    let is_of = |one: &Attached| one.recognised.as_ref().is_some_and(|own| own.review == review.id);
    if shelf.attached().iter().any(is_of) {
        "Your texts"
    } else if shelf.carried().iter().any(is_of) {
        "Its text is in this build"
    } else {
        "Read it with its text"
    }
}

fn not_kept_words(why: NotKept) -> &'static str {
    match why {
        NotKept::Refused => {
            "This browser lets nothing be kept, as in a private window, or has no room left: what you attach now stays \
             here until the page is closed."
        }
        NotKept::LaterEdition => {
            "Another tab has a later edition of this app, which keeps texts in another way: what you attach now stays \
             here until the page is closed. Load this page anew to have that edition."
        }
    }
}

/// What is refused stays in the field, as `assets/desk.js` sees by it.
fn outcome_class(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Refused(_) => "attaching-outcome is-refused",
        _ => "attaching-outcome",
    }
}

fn outcome_words(reader: &Reader, name: &str, outcome: &Outcome) -> Html {
    let (review, after) = match outcome {
        Outcome::Attached(review) => (review, " is attached."),
        Outcome::Replaced(review) => (review, " is attached, in place of the copy that was here."),
        Outcome::Removed => return html! { <>{ quoted(name) }{ " is removed." }</> },
        Outcome::There(review) => (review, " was attached already."),
        Outcome::Refused(why) => return html! { <>{ quoted(name) }{ format!(" {}", why.words()) }</> },
    };
    let label = reader.shown().review(review).map_or("", |review| review.label.as_str());
    let to = Address::of(Place::Review(review.to_string())).href(&reader.form);
    html! { <>{ quoted(name) }{ ": the text of " }<a href={to}>{ label }</a>{ after }</> }
}

/// A file's name. Whichever way it is written, what stands round it keeps its order.
fn quoted(name: &str) -> Html {
    html! { <>{ "“" }<bdi>{ name.to_owned() }</bdi>{ "”" }</> }
}

fn list(reader: &Reader, shelf: &Shelf) -> Html {
    html! {
        <>
            <ul class="attached">
                for one in shelf.attached() {
                    <li key={one.id.clone()}>
                        { whose(reader, one, "") }
                        <button type="button" class="button" data-remove={one.id.clone()} aria-label={format!("Remove {}", one.name)}>
                            { "Remove" }
                        </button>
                    </li>
                }
                for one in shelf.carried() {
                    <li key={format!("carried {}", one.id)} class="attached-carried">{ whose(reader, one, in_build(shelf, one)) }</li>
                }
            </ul>
            if shelf.attached().len() > 1 {
                <p><button type="button" class="button" data-remove="">{ "Remove all" }</button></p>
            }
        </>
    }
}

/// That a text is in the build, and whether another is shown in its place.
fn in_build(shelf: &Shelf, carried: &Attached) -> &'static str {
    let review = carried.recognised.as_ref().map(|own| &own.review);
    let shown = review.and_then(|review| shelf.text_of(review));
    if shown.is_some_and(|(shown, _)| std::ptr::eq(shown, carried)) {
        " · in this build"
    } else {
        " · in this build; yours is shown in its place"
    }
}

/// Whose it is, and how many of the record's places are where they should be.
fn whose(reader: &Reader, attached: &Attached, after: &str) -> Html {
    let Some(own) = &attached.recognised else {
        return html! {
            <p>{ quoted(&attached.name) }{ ": kept from an earlier visit, and none of these reviews" }</p>
        };
    };
    let label = reader.shown().review(&own.review).map_or("", |review| review.label.as_str());
    let to = Address::of(Place::Review(own.review.to_string())).href(&reader.form);
    let state = if own.is_same {
        "the very text that was read".to_owned()
    } else {
        format!("differs a little: {} places as they were, {} moved, {} lost", own.in_place, own.moved, own.lost)
    };
    html! { <p><a href={to}>{ label }</a>{ " · " }{ quoted(&attached.name) }{ format!(" · {state}{after}") }</p> }
}
