//! What is known of a review: who published it, when, how long it is, how it rates and treats spoilers.

use liner_notes_record::model::Review;
use yew::prelude::*;

use crate::markup::html;
use crate::numerals::figures;

/// How much of it to give.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// What tells reviews apart.
    Telling,
    /// All that is known.
    Whole,
}

/// The facts as a list of names and values; what is not known says so.
pub(super) fn facts(review: &'static Review, extent: Extent) -> Html {
    let is_whole = extent == Extent::Whole;
    let words = usize::try_from(review.words).unwrap_or(usize::MAX);
    let rating = review.rating.map_or_else(
        || "no rating".to_owned(),
        |rating| {
            let scale = if is_whole { ", on its own scale" } else { "" };
            format!("{rating}{scale}")
        },
    );
    html! {
        <dl class="review-facts">
            { fact("Publisher", known(review.publisher.as_deref())) }
            { fact("Author", known(review.author.as_deref())) }
            { fact("Date", known(review.date.map(|date| date.to_string()).as_deref())) }
            { fact("Length", html! { format!("{} words, {} paragraphs", figures(words), review.paragraphs.len()) }) }
            { fact("Rating", html! { rating }) }
            { fact("Spoilers", spoilers(review, is_whole)) }
            if is_whole {
                if let Some(note) = &review.note {
                    { fact("Our note", html! { note.as_str() }) }
                }
            }
        </dl>
    }
}

fn fact(name: &'static str, value: Html) -> Html {
    html! { <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div> }
}

fn known(value: Option<&str>) -> Html {
    match value {
        Some(value) => html! { value.to_owned() },
        None => html! { <span class="is-unknown">{ "unknown" }</span> },
    }
}

/// The policy, without the word that stands before it already; then how it goes about it.
fn spoilers(review: &'static Review, is_whole: bool) -> Html {
    let policy = review.spoilers.words();
    html! {
        <>
            { policy.strip_prefix("spoilers ").unwrap_or(policy) }
            if is_whole {
                <p class="spoiler-note">{ review.spoiler_note.as_str() }</p>
            }
        </>
    }
}
