//! What can be taken along of a view: the way to it, files of what it shows, and files of the whole record.
//!
//! A button says in `data-ask` the whole question that the desk answers with its file, so that the file is of what the
//! sheet was drawn for; in `data-copy` what it copies, and in `data-share` under which title it shares. Where it copies
//! or shares an address, that is the one of the link beside it: only the page knows on which host it is.

mod offer;
mod subject;

pub use offer::Offer;
pub use subject::Subject;

use liner_notes_record::Shown;
use liner_notes_record::model::Review;
use liner_notes_record::questions::compare;
use yew::prelude::*;

use crate::address::{Address, Place, title};
use crate::asking::{Ask, Wanted};
use crate::components::link::link;
use crate::markup::html;
use crate::numerals::counted;
use crate::pages::take::view;
use crate::reader::Reader;
use crate::sheets::Drawn;

/// What there is to take of the view that the reader's address names; `cite` says how to cite a review, `texts` of which
/// reviews the texts are at hand.
#[must_use]
pub fn draw(reader: &Reader, cite: impl Fn(Shown<'_>, &Review) -> String, texts: &[&Review]) -> Drawn {
    let (shown, view) = (reader.shown(), view(reader));
    let subject = Subject::of(&view, shown);
    let html = html! {
        <div class="take-sheet">
            { way_back(reader, &view) }
            { own(reader, &view, &subject, cite) }
            { whole(reader) }
            if !texts.is_empty() {
                { quoted(reader, texts) }
            }
        </div>
    };
    let says = format!("Spoilers: {}. What your dial hides is in none of the files.", shown.dial().words());
    Drawn { html, says, ..Drawn::default() }
}

/// The view itself: its address to copy or to share, and how it is printed.
fn way_back(reader: &Reader, view: &Address) -> Html {
    let name = title(&view.place, reader.shown());
    html! {
        <section key="link">
            <h2>{ "The link" }</h2>
            <p class="take-row">
                <a href={view.href(&reader.form)}>{ name.clone() }</a>
                <button type="button" class="pill" data-copy="">{ "Copy link" }</button>
                <button type="button" class="pill" data-share={name}>{ "Share" }</button>
            </p>
            <p>{ "It leads to the same choices, never to another stop of the dial. To print the view, follow the link \
                  and print the page: on paper it leaves out bars and controls." }</p>
        </section>
    }
}

/// What is of the view alone.
fn own(reader: &Reader, view: &Address, subject: &Subject, cite: impl Fn(Shown<'_>, &Review) -> String) -> Html {
    let shown = reader.shown();
    let (heading, words) = match subject {
        Subject::Compare { reviews, filter } => {
            let topics = compare(shown, reviews, filter).shown();
            let words =
                format!("Just what is chosen: {} and {}.", counted(reviews.len(), "review"), counted(topics, "topic"));
            ("The comparison", words)
        }
        Subject::Timeline => (
            "The moments",
            "The score with its legend, in the order in which the view has it; and a table of the moments, each with the \
             reviews that tell it."
                .to_owned(),
        ),
        Subject::Review(_) => ("How to cite it", String::new()),
        Subject::Reviews => ("How to cite them", String::new()),
        Subject::Record => return html! {},
    };
    html! {
        <section key="own">
            <h2>{ heading }</h2>
            if words.is_empty() {
                for review in subject.reviews(shown) {
                    { citation(review, cite(shown, review)) }
                }
            } else {
                <p>{ words }</p>
            }
            if !subject.offers().is_empty() {
                { offers(reader, view, subject.offers()) }
            }
        </section>
    }
}

/// A citation to read and to copy.
fn citation(review: &'static Review, words: String) -> Html {
    html! {
        <p key={review.id.as_str()} class="take-row">
            <span class="take-citation">{ words.clone() }</span>
            <button type="button" class="pill" aria-label={format!("Copy how to cite {}", review.label)} data-copy={words}>
                { "Copy" }
            </button>
        </p>
    }
}

/// The files of the whole record.
const WHOLE: [(Offer, &str); 5] = [
    (Offer::Annotations, "Annotations (W3C)"),
    (Offer::SchemaOrg, "All reviews (schema.org)"),
    (Offer::CslJson, "All citations (CSL-JSON)"),
    (Offer::BibTex, "All citations (BibTeX)"),
    (Offer::PlainText, "All citations (plain text)"),
];

/// The file that has passages of texts in it.
const WITH_WORDS: (Offer, &str) = (Offer::AnnotationsWithWords, "Annotations with the words of your texts");

/// What is of the whole record, wherever one comes from.
fn whole(reader: &Reader) -> Html {
    html! {
        <section key="whole">
            <h2>{ "The whole record" }</h2>
            <p>{ "Of all reviews: what was taken from them, each thing at its place; what is known of them; how to cite \
                  them." }</p>
            { offers(reader, &Address::of(Place::Reviews), &WHOLE) }
            <p>
                { "The record as it is kept, with everything in it, is to be had under " }
                { link(&reader.form, &Address::of(Place::About), "About the record") }
                { "." }
            </p>
        </section>
    }
}

/// What copies passages of the texts that are at hand.
fn quoted(reader: &Reader, texts: &[&Review]) -> Html {
    let labels: Vec<&str> = texts.iter().map(|review| review.label.as_str()).collect();
    html! {
        <section key="quoted">
            <h2>{ "With the words of your texts" }</h2>
            <p>
                { format!("Of {}: what was taken from each, and the words it was taken from, as far as your dial opens \
                           them. The file copies passages of the texts, which are their publishers’.", labels.join(", ")) }
            </p>
            { offers(reader, &Address::of(Place::Reviews), &[WITH_WORDS]) }
        </section>
    }
}

/// A button for each file of that view.
fn offers(reader: &Reader, view: &Address, offers: &[(Offer, &'static str)]) -> Html {
    let ask = |offer: Offer| {
        let Reader { kept, form, .. } = reader;
        Ask { dial: kept.dial, form: form.clone(), address: view.clone(), wanted: Wanted::File(offer) }.write()
    };
    html! {
        <p class="take-row">
            for (offer, words) in offers {
                <button key={offer.token()} type="button" class="pill" data-ask={ask(*offer)}>{ *words }</button>
            }
        </p>
    }
}
