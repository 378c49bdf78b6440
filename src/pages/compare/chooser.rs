//! Which reviews to compare, and in which order.

use liner_notes_record::model::Review;
use yew::prelude::*;

use super::choice::{Choice, Way};
use super::controls::step_to;
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// A pill that opens a list: the chosen reviews in their order, then the others.
pub(super) fn review_chooser(reader: &ReaderHandle, choice: &Choice) -> Html {
    let reviews = reader.shown().reviews();
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
                        { line(reader, choice, review) }
                    }
                </ul>
                { all_reviews(reader, choice) }
            </div>
        </details>
    }
}

fn line(reader: &ReaderHandle, choice: &Choice, review: &'static Review) -> Html {
    let is_in = choice.reviews.iter().any(|chosen| chosen.id == review.id);
    let toggled = choice.with_review_toggled(review);
    html! {
        <li key={review.id.as_str()} class="chooser-line" data-review-id={review.id.as_str()}>
            <label class="field">
                <input
                    type="checkbox"
                    checked={is_in}
                    disabled={toggled.is_none()}
                    onchange={step_to(reader, toggled)}
                />
                <span class="chooser-name">{ number_beside_label(review) }{ review.label.as_str() }</span>
            </label>
            if is_in {
                { mover(reader, choice, review, Way::Forward) }
                { mover(reader, choice, review, Way::Back) }
            }
        </li>
    }
}

fn mover(reader: &ReaderHandle, choice: &Choice, review: &Review, way: Way) -> Html {
    let moved = choice.with_review_moved(review, way);
    let (word, drawing) = match way {
        Way::Forward => ("forward", "M6 15l6-6 6 6"),
        Way::Back => ("back", "M6 9l6 6 6-6"),
    };
    html! {
        <button
            type="button"
            class="icon-button"
            aria-label={format!("Move {} {word}", review.label)}
            disabled={moved.is_none()}
            onclick={step_to(reader, moved)}
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d={drawing} /></svg>
        </button>
    }
}

fn all_reviews(reader: &ReaderHandle, choice: &Choice) -> Html {
    let whole = choice.with_reviews(reader.shown().reviews().iter().collect());
    html! {
        <button type="button" class="pill" disabled={choice.is_whole} onclick={step_to(reader, whole)}>
            { "All, in their order" }
        </button>
    }
}
