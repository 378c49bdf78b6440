//! Which reviews to compare, and in which order.

use liner_notes_record::model::Review;
use yew::prelude::*;

use super::choice::Choice;
use super::controls::go;
use crate::components::review_number::ReviewNumber;
use crate::reader::use_reader;

/// The choice and what there is to choose from.
#[derive(PartialEq, Properties)]
pub(super) struct ReviewChooserProps {
    pub(super) choice: Choice,
    pub(super) reviews: &'static [Review],
}

/// A pill that opens a list: the chosen reviews in their order, then the others.
#[component]
pub(super) fn ReviewChooser(props: &ReviewChooserProps) -> Html {
    let ReviewChooserProps { choice, reviews } = props;
    let is_out = |review: &&'static Review| choice.reviews.iter().all(|chosen| chosen.id != review.id);
    let listed = choice.reviews.iter().copied().chain(reviews.iter().filter(is_out));
    html! {
        <details class="chooser">
            <summary class="pill">
                { format!("Reviews {} of {}", choice.reviews.len(), choice.available) }
            </summary>
            <div class="chooser-list sheet">
                <p class="chooser-hint" id="chooser-hint">{ "Two or more, in the order you like." }</p>
                <ul aria-describedby="chooser-hint">
                    for review in listed {
                        <ChooserLine key={review.id.as_str()} choice={choice.clone()} {review} />
                    }
                </ul>
                <AllReviews choice={choice.clone()} {reviews} />
            </div>
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct ChooserLineProps {
    choice: Choice,
    review: &'static Review,
}

#[component]
fn ChooserLine(props: &ChooserLineProps) -> Html {
    let reader = use_reader();
    let ChooserLineProps { choice, review } = props;
    let is_in = choice.reviews.iter().any(|chosen| chosen.id == review.id);
    let toggled = choice.with_review_toggled(review);
    let is_fixed = toggled.is_none();
    let onchange = {
        let reader = reader.clone();
        Callback::from(move |_: Event| {
            if let Some(next) = &toggled {
                go(&reader, &next.address(), true);
            }
        })
    };
    let mover = |forward: bool, word: &str, drawing: &'static str| {
        let moved = choice.with_review_moved(review, forward);
        let is_end = moved.is_none();
        let reader = reader.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(next) = &moved {
                go(&reader, &next.address(), true);
            }
        });
        html! {
            <button
                type="button"
                class="icon-button"
                aria-label={format!("Move {} {word}", review.label)}
                disabled={is_end}
                {onclick}
            >
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={drawing} /></svg>
            </button>
        }
    };
    html! {
        <li class="chooser-line" data-review-id={review.id.to_string()}>
            <label class="field">
                <input type="checkbox" checked={is_in} disabled={is_fixed} {onchange} />
                <span class="chooser-name"><ReviewNumber {review} labelled=true />{ review.label.clone() }</span>
            </label>
            if is_in {
                { mover(true, "forward", "M6 15l6-6 6 6") }
                { mover(false, "back", "M6 9l6 6 6-6") }
            }
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct AllReviewsProps {
    choice: Choice,
    reviews: &'static [Review],
}

#[component]
fn AllReviews(props: &AllReviewsProps) -> Html {
    let reader = use_reader();
    let AllReviewsProps { choice, reviews } = props;
    let whole = choice.with_reviews(reviews.iter().collect());
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(next) = &whole {
            go(&reader, &next.address(), true);
        }
    });
    html! {
        <button type="button" class="pill" disabled={choice.is_whole} {onclick}>{ "All, in their order" }</button>
    }
}
