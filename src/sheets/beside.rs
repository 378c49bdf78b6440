//! Reviews' texts side by side: which they are, what they are led to, and a column for each, in which the passages of that
//! are lit.
//!
//! The columns are kept together by what they say and not by how far they are scrolled: `assets/desk.js` scrolls each so
//! that what is marked as its first stands at the same height in all.

mod choice;
mod chooser;
mod column;
mod led;

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Beside, Column, Subject, reading};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::hidden::{invitation, said_hidden};
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::pages::beside::KEYS;
use crate::reader::Reader;
use crate::sheets::Drawn;
use crate::sheets::attaching::{Attaching, attaching, outcomes};
use crate::sheets::shelf::Shelf;

use choice::{Choice, Sought};
use chooser::chooser;
use column::{column, speaks_at};
use led::led;

/// The sheet: the columns, or, where fewer than two texts are attached, how to attach them.
#[must_use]
pub fn draw(reader: &Reader, shelf: &Shelf, state: Attaching<'_>) -> Drawn {
    let shown = reader.shown();
    let attached: Vec<&'static Review> = shelf.reviews(shown).collect();
    let (choice, ignored) = Choice::read(&reader.address.query, shown, &attached);
    let columns = choice.reviews.iter().map(|review| {
        let text = shelf.text_of(&review.id);
        let reading = text.map(|(text, known)| reading(shown, review, &text.text, &known.places));
        Column { review, reading }
    });
    let beside = Beside::of(columns.collect()).filter(|_| attached.len() > 1);
    let notice = html! {
        <>
            if !ignored.is_empty() {
                <div class="notice" role="status"><p>{ ignored.join(" ") }</p></div>
            }
            if let Sought::Hidden(what, needs) = choice.sought {
                { said_hidden(what, html! {
                    <button type="button" class="button" data-turn={(needs as usize).to_string()}>{ invitation(needs) }</button>
                }) }
            }
        </>
    };
    let Some(beside) = beside else {
        let html = html! {
            <div class="beside-sheet">
                { notice }
                { invited(reader, &attached) }
                { attaching(reader, "Attach texts", shelf, Attaching { is_open: true, ..state }) }
            </div>
        };
        return Drawn { html, ..Drawn::default() };
    };
    let subject = choice.subject();
    let lit = subject.map(|subject| beside.lit(subject)).unwrap_or_default();
    let at = |place: usize| Some((subject?, lit.get(place)?));
    let says = |(place, column): (usize, &Column<'static>)| {
        let (subject, lit) = at(place)?;
        Some(format!("{}: {}", column.review.label, speaks_at(shown, column, subject, lit)))
    };
    let says: Vec<String> = beside.columns().iter().enumerate().filter_map(says).collect();
    let html = html! {
        <div class="beside-sheet">
            { notice }
            { chooser(reader, &choice, &attached) }
            { outcomes(reader, state.outcomes) }
            { subject.map(|subject| led(reader, &choice, subject)) }
            <div key="columns" class="beside-columns">
                for (place, one) in beside.columns().iter().enumerate() {
                    { column(reader, &choice, shelf, one, at(place)) }
                }
            </div>
            { attaching(reader, "Your texts", shelf, Attaching { outcomes: &[], is_open: false, ..state }) }
        </div>
    };
    Drawn { html, says: says.join(" · "), ..Drawn::default() }
}

/// What this page is for, and which texts are here already.
fn invited(reader: &Reader, attached: &[&'static Review]) -> Html {
    let here = match attached {
        [] => "No text is here yet: it takes two.".to_owned(),
        [one, ..] => format!("The text of {} is here: it takes one more.", one.label),
    };
    html! {
        <div class="beside-invited">
            <p>
                { "Here the texts of two to four reviews stand next to each other. Choose a topic or a moment, and each \
                   text shows the passage in which it speaks of that." }
            </p>
            <p>
                { "The texts belong to their publishers and are not in Liner Notes; whoever has them can attach them \
                   here, one by one or all at once." }
            </p>
            <p class="beside-here"><strong>{ here }</strong></p>
            <ul class="beside-missing" aria-label="The reviews">
                for review in reader.shown().reviews() {
                    <li key={review.id.as_str()}>
                        { number_beside_label(review) }
                        <a href={Address::of(Place::Review(review.id.to_string())).href(&reader.form)}>
                            { review.label.as_str() }
                        </a>
                        if attached.contains(&review) {
                            <span class="remark">{ "attached" }</span>
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// The address of reviews side by side, in this order, led to a subject.
fn address(reviews: &[&Review], subject: Option<&Subject>) -> Address {
    let [own, topic, moment] = KEYS;
    let ids: Vec<&str> = reviews.iter().map(|review| review.id.as_str()).collect();
    let address = Address::of(Place::Beside).with(own, &ids.join(","));
    match subject {
        Some(Subject::Topic(id)) => address.with(topic, id.as_str()),
        Some(Subject::Moment(id)) => address.with(moment, id.as_str()),
        None => address,
    }
}

/// The ways from one review's text to it beside each of the others, led to a subject; nothing where there are no others.
pub(super) fn ways(
    reader: &Reader,
    words: &'static str,
    review: &Review,
    others: &[&'static Review],
    subject: Option<&Subject>,
) -> Html {
    html! {
        if !others.is_empty() {
            <nav class="compare-with" aria-label={words}>
                <span>{ words }</span>
                for other in others {
                    <a key={other.id.as_str()} class="pill" href={address(&[review, *other], subject).href(&reader.form)}>
                        { number_beside_label(other) }
                        { other.label.as_str() }
                    </a>
                }
            </nav>
        }
    }
}
