//! One review: what is known of it, and what the record took from it, paragraph by paragraph.

use liner_notes_record::Shown;
use liner_notes_record::model::{Review, ReviewId};
use yew::prelude::*;

use crate::address::{Address, Place, Query};
use crate::browser;
use crate::components::go::Go;
use crate::components::locator::paragraph_id;
use crate::components::neighbours::{Neighbour, Neighbours};
use crate::components::notice::{Notice, strange_keys};
use crate::components::review_number::ReviewNumber;
use crate::pages::reviews::beside::Beside;
use crate::pages::reviews::entry::OwnTitle;
use crate::pages::reviews::facts::Facts;
use crate::pages::reviews::outline::Outline;
use crate::pages::reviews::slips::Slips;
use crate::reader::use_reader;

/// The one choice that this page knows: the paragraph to bring into view.
const PARAGRAPH: &str = "paragraph";

/// Which review.
#[derive(PartialEq, Properties)]
pub(crate) struct ReviewPageProps {
    /// The slug, as it stands in the address.
    pub(crate) slug: AttrValue,
}

/// The review, or that there is none.
#[component]
pub(crate) fn ReviewPage(props: &ReviewPageProps) -> Html {
    let reader = use_reader();
    let shown = reader.shown();
    let review = shown.review(&ReviewId::new(&props.slug));
    let marked = review.and_then(|review| wanted(review, &reader.address.query).ok()?);
    use_effect_with((reader.settled, props.slug.clone(), marked), |(settled, _, marked)| {
        if let (true, Some(paragraph)) = (settled, marked) {
            browser::page::show(&paragraph_id(*paragraph));
        }
    });
    let Some(review) = review else {
        return unknown();
    };
    let mut sentences: Vec<String> = wanted(review, &reader.address.query).err().into_iter().collect();
    sentences.extend(strange_keys(&reader.address.query, &[PARAGRAPH]));
    html! {
        <article key={review.id.as_str()} class="review-page" data-review-id={review.id.to_string()} data-review={review.number.to_string()}>
            <header class="review-head">
                <ReviewNumber {review} labelled={true} />
                <div>
                    <h1 class="page-title" tabindex="-1">{ review.label.clone() }</h1>
                    <OwnTitle {review} />
                </div>
                { way_out(review) }
            </header>
            <Notice {sentences} />
            <Facts {review} whole={true} />
            <Beside {review} />
            <Outline {review} {marked} />
            <Slips {review} />
            { neighbours(shown, review) }
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

/// The link to the text at its publisher's, where its address is known and safe to follow.
fn way_out(review: &Review) -> Html {
    let address = review.address.as_ref();
    html! {
        if let Some(address) = address.filter(|address| address.starts_with("https://")) {
            <a class="button button-primary way-out" href={address.clone()} rel="noopener noreferrer">
                { format!("Read at {}", review.label) }
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3h8v8M13 3L3 13" /></svg>
            </a>
        }
    }
}

fn neighbours(shown: Shown<'static>, review: &'static Review) -> Html {
    let reviews = shown.reviews();
    let here = reviews.iter().position(|one| one.id == review.id).unwrap_or(0);
    let neighbour = |review: &'static Review| Neighbour {
        to: Address::of(Place::Review(review.id.to_string())),
        name: AttrValue::Static(&review.label),
    };
    let all = Neighbour { to: Address::of(Place::Reviews), name: AttrValue::Static("The reviews") };
    html! {
        <Neighbours
            what="Reviews"
            previous={here.checked_sub(1).and_then(|place| reviews.get(place)).map(neighbour)}
            {all}
            next={reviews.get(here + 1).map(neighbour)}
        />
    }
}

fn unknown() -> Html {
    html! {
        <div class="empty not-found">
            <h1 class="page-title" tabindex="-1">{ "No such review" }</h1>
            <p>{ "None of the reviews stands at this address." }</p>
            <Go class="button button-primary" to={Address::of(Place::Reviews)}>{ "See the reviews" }</Go>
        </div>
    }
}
