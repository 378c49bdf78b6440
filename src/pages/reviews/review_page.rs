//! One review: what is known of it, and what the record took from it, paragraph by paragraph.

use liner_notes_record::model::{Review, ReviewId};
use yew::prelude::*;

use crate::address::{Address, Place, Query};
use crate::components::locator::{AT, PARAGRAPH, TAKEN, paragraph_id};
use crate::components::neighbours::{Neighbour, Neighbours, neighbours};
use crate::components::notice::{notice, strange_keys};
use crate::components::nowhere::nowhere;
use crate::components::review_number::number_beside_label;
use crate::components::sheet::{sheet, sheet_status};
use crate::markup::html;
use crate::pages::reviews::compare_with::compare_with;
use crate::pages::reviews::entry::own_title;
use crate::pages::reviews::facts::{Extent, facts};
use crate::pages::reviews::outline::outline_of;
use crate::pages::reviews::slips::slips;
use crate::pages::search::TYPED;
use crate::reader::{Reader, ReaderHandle};

/// The id of the paragraph that the address points at.
pub(in crate::pages) fn sought(reader: &Reader, slug: &str) -> Option<String> {
    let review = reader.shown().review(&ReviewId::new(slug))?;
    // In its text, where the reader has attached that.
    reader.sheet.shows.clone().or_else(|| wanted(review, &reader.address.query).ok()?.map(paragraph_id))
}

/// The review of that slug, or that there is none.
pub(in crate::pages) fn review_page(reader: &ReaderHandle, slug: &str) -> Html {
    let shown = reader.shown();
    let review = shown.review(&ReviewId::new(slug));
    let Some(review) = review else {
        return unknown(reader);
    };
    let mut sentences = strange_keys(&reader.address.query, &[PARAGRAPH, TAKEN, AT, TYPED]);
    let marked = wanted(review, &reader.address.query).unwrap_or_else(|sentence| {
        sentences.insert(0, sentence);
        None
    });
    html! {
        <article
            key={review.id.as_str()}
            class="review-page"
            data-review-id={review.id.as_str()}
            data-review={review.number.to_string()}
        >
            <header class="review-head">
                { number_beside_label(review) }
                <div>
                    <h1 class="page-title" tabindex="-1">{ review.label.as_str() }</h1>
                    { own_title(review) }
                </div>
                { way_out(review) }
            </header>
            { notice(reader, sentences) }
            { facts(review, Extent::Whole) }
            { compare_with(reader, review) }
            { sheet(reader) }
            if reader.sheet.is_lost {
                { sheet_status(reader, "The texts could not be loaded.") }
            }
            { outline_of(reader, review, marked) }
            { slips(reader, review) }
            { ways_on(reader, review) }
        </article>
    }
}

/// The paragraph that the address asks for; a sentence when the review does not have it.
fn wanted(review: &Review, query: &Query) -> Result<Option<u16>, String> {
    let Some(text) = query.get(PARAGRAPH) else {
        return Ok(None);
    };
    let paragraph = text.parse::<u16>().ok();
    match paragraph.filter(|&one| one > 0 && usize::from(one) <= review.paragraphs.len()) {
        Some(paragraph) => Ok(Some(paragraph)),
        None => Err(format!("There is no paragraph {text} in this review.")),
    }
}

/// The link to the text at its publisher's, where its address is known.
fn way_out(review: &'static Review) -> Html {
    html! {
        if let Some(address) = review.address.as_deref() {
            <a class="button button-primary way-out" href={address} rel="noopener noreferrer">
                { format!("Read at {}", review.label) }
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3h8v8M13 3L3 13" /></svg>
            </a>
        }
    }
}

fn ways_on(reader: &Reader, review: &Review) -> Html {
    let reviews = reader.shown().reviews();
    let here = reviews.iter().position(|one| one.id == review.id).unwrap_or(0);
    let neighbour = |review: &'static Review| Neighbour {
        to: Address::of(Place::Review(review.id.to_string())),
        name: &review.label,
    };
    let pages = Neighbours {
        what: "Reviews",
        previous: here.checked_sub(1).and_then(|place| reviews.get(place)).map(neighbour),
        all: Neighbour { to: Address::of(Place::Reviews), name: "The reviews" },
        next: reviews.get(here + 1).map(neighbour),
    };
    neighbours(&reader.form, &pages)
}

fn unknown(reader: &Reader) -> Html {
    let words = html! { "None of the reviews stands at this address." };
    nowhere(&reader.form, "No such review", words, Place::Reviews, "See the reviews")
}
