//! A review's page with its text: the way to attach it, and, where it is attached, its open paragraphs with the record's
//! passages marked.

mod attaching;
mod paragraph;

use liner_notes_record::model::{Review, ReviewId};
use liner_notes_record::questions::{Part, reading};
use liner_notes_record::search::{Asked, Search};
use yew::prelude::*;

use crate::markup::html;
use crate::pages::search::typed;
use crate::reader::Reader;
use crate::sheets::Drawn;
use crate::sheets::shelf::{Outcome, Shelf};

use attaching::attaching;
use paragraph::{Pointed, draw_gap, draw_open};

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
            { attaching(reader, review, shelf, state) }
            { text.map(|(html, _)| html) }
        </>
    };
    Drawn { html, shows, ..Drawn::default() }
}

/// The text, and the id of the passage that the address points at.
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
    let shows = pointed.as_ref().and_then(|pointed| pointed.shows(&reading, &recognised.places));
    let html = html! {
        <section class="review-text" aria-label="The text">
            <h2>{ "The text" }</h2>
            <p class="lede">{ "Marked is what the record took something from. Press a mark to see what." }</p>
            for (place, part) in reading.parts.iter().enumerate() {
                <key={place}>
                    { match part {
                        Part::Open(open) => draw_open(reader, review, open, &recognised.places, pointed.as_ref()),
                        Part::Gap(gap) => draw_gap(gap),
                    } }
                </>
            }
        </section>
    };
    Some((html, shows))
}
