//! A review's page with its text: the way to attach it, and, where it is attached, its open paragraphs with the record's
//! passages marked.

mod at_publisher;
mod paragraph;

use liner_notes_record::model::{Review, ReviewId};
use liner_notes_record::questions::{Part, reading};
use yew::prelude::*;

use crate::markup::html;
use crate::reader::Reader;
use crate::sheets::Drawn;
use crate::sheets::attaching::{Attaching, attaching};
use crate::sheets::beside::ways;
use crate::sheets::shelf::Shelf;
use crate::sheets::words::gap;

use paragraph::{Pointed, draw_open};

/// The sheet of a review: how to attach its text; the text, where it is.
#[must_use]
pub fn draw(reader: &Reader, slug: &str, shelf: &Shelf, state: Attaching<'_>) -> Drawn {
    let Some(review) = reader.shown().review(&ReviewId::new(slug)) else { return Drawn::default() };
    let text = text(reader, review, shelf);
    let heading = if text.is_some() { "Your texts" } else { "Read it with its text" };
    let shows = text.as_ref().and_then(|(_, shows)| shows.clone());
    let html = html! {
        <>
            { attaching(reader, heading, shelf, state) }
            { text.map(|(html, _)| html) }
        </>
    };
    Drawn { html, shows, ..Drawn::default() }
}

/// The text, and the id of the passage that the address points at.
fn text(reader: &Reader, review: &'static Review, shelf: &Shelf) -> Option<(Html, Option<String>)> {
    let (attached, recognised) = shelf.text_of(&review.id)?;
    let reading = reading(reader.shown(), review, &attached.text, &recognised.places);
    let pointed = Pointed::of(reader);
    let others: Vec<_> = shelf.reviews(reader.shown()).filter(|other| other.id != review.id).collect();
    let shows = pointed.as_ref().and_then(|pointed| pointed.shows(&reading, &recognised.places));
    let subject = pointed.as_ref().and_then(|pointed| pointed.subject(&reading, &recognised.places));
    let ways = |words, subject| ways(reader, words, review, &others, subject);
    let on = subject.as_ref().map(|subject| ways("Read this beside", Some(subject)));
    let html = html! {
        <section class="review-text" aria-label="The text">
            <h2>{ "The text" }</h2>
            { ways("Read side by side with", subject.as_ref()) }
            <p class="lede">{ "Marked is what the record took something from. Press a mark to see what." }</p>
            for (place, part) in reading.parts.iter().enumerate() {
                <key={place}>
                    { match part {
                        Part::Open(open) => {
                            let text = (&attached.text, &recognised.places);
                            draw_open(reader, review, open, text, pointed.as_ref(), on.as_ref())
                        }
                        Part::Gap(kept) => gap(kept),
                    } }
                </>
            }
        </section>
    };
    Some((html, shows))
}
