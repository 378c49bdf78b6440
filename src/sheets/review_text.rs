//! A review's page with its text: the way to attach it, and, where it is attached, its open paragraphs with the record's
//! passages marked.

mod at_publisher;
mod paragraph;

use liner_notes_record::model::{Review, ReviewId};
use liner_notes_record::questions::{Part, reading};
use liner_notes_record::search::{Asked, Search};
use yew::prelude::*;

use crate::markup::html;
use crate::pages::search::typed;
use crate::reader::Reader;
use crate::sheets::Drawn;
use crate::sheets::attaching::{Attaching, attaching, heading};
use crate::sheets::beside::ways;
use crate::sheets::shelf::Shelf;

use paragraph::{Pointed, draw_gap, draw_open};

/// The sheet of a review: how to attach its text; the text, where it is. `search` knows where in it stands what the
/// reader has looked for.
#[must_use]
pub fn draw<'s>(
    reader: &Reader,
    slug: &str,
    shelf: &Shelf,
    search: impl FnOnce() -> &'s Search<'static>,
    state: Attaching<'_>,
) -> Drawn {
    let Some(review) = reader.shown().review(&ReviewId::new(slug)) else { return Drawn::default() };
    let text = text(reader, review, shelf, search);
    let shows = text.as_ref().and_then(|(_, shows)| shows.clone());
    let html = html! {
        <>
            { attaching(reader, heading(review, shelf), shelf, state) }
            { text.map(|(html, _)| html) }
        </>
    };
    Drawn { html, shows, ..Drawn::default() }
}

/// The text, and the id of what the address points at in it.
fn text<'s>(
    reader: &Reader,
    review: &'static Review,
    shelf: &Shelf,
    search: impl FnOnce() -> &'s Search<'static>,
) -> Option<(Html, Option<String>)> {
    let (attached, recognised) = shelf.text_of(&review.id)?;
    let reading = reading(reader.shown(), review, &attached.text, &recognised.places);
    let mut pointed = Pointed::of(reader);
    if let Some(pointed) = &mut pointed
        && !typed(reader).is_empty()
    {
        let asked = Asked::read(typed(reader));
        pointed.find(&reading, |words| search().places(&asked, words));
    }
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
                        Part::Gap(kept) => draw_gap(reader, review, kept),
                    } }
                </>
            }
        </section>
    };
    Some((html, shows))
}
