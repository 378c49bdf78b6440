//! Which reviews stand side by side.

use liner_notes_record::model::Review;
use yew::prelude::*;

use super::{Choice, address};
use crate::components::review_number::number_beside_label;
use crate::markup::html;
use crate::reader::Reader;

/// A pill for each review: a link that adds it or takes it away, where that leaves two to four.
pub(super) fn chooser(reader: &Reader, choice: &Choice, attached: &[&'static Review]) -> Html {
    html! {
        <nav key="chooser" class="beside-reviews" aria-label="Reviews side by side">
            for review in reader.shown().reviews() {
                <key={review.id.as_str()}>{ pill(reader, choice, review, attached.contains(&review)) }</>
            }
        </nav>
    }
}

fn pill(reader: &Reader, choice: &Choice, review: &'static Review, is_attached: bool) -> Html {
    let is_in = choice.reviews.contains(&review);
    let class = if is_in { "pill is-chosen" } else { "pill is-out" };
    let words = html! {
        <>
            { number_beside_label(review) }
            { review.label.as_str() }
            if !is_attached {
                <span class="count">{ "no text" }</span>
            }
        </>
    };
    let label = &review.label;
    let Some(reviews) = choice.with_toggled(review) else {
        let title = if is_in { "Two stay side by side" } else { "Four fit side by side" };
        let chosen = is_in.then(|| html! { <span class="visually-hidden">{ ", chosen" }</span> });
        return html! { <span class={format!("{class} is-fixed")} {title}>{ words }{ chosen }</span> };
    };
    let does = if is_in { format!("Take {label} away") } else { format!("Add {label}") };
    html! {
        <a {class} aria-label={does.clone()} title={does} href={address(&reviews, choice.subject()).href(&reader.form)}>
            { words }
        </a>
    }
}
