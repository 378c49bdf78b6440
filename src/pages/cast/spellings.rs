//! Every form of a name: as chips in the list, by review with places on the card.

use liner_notes_record::model::{Review, Spelling};
use liner_notes_record::questions::{Card, Forms};
use yew::prelude::*;

use crate::address::Form;
use crate::components::locator::locators;
use crate::components::review_number::{number_beside_label, review_number};
use crate::markup::html;

/// A chip for each form, with the reviews that use it and how often they do in all.
pub(super) fn chips(card: &Card<'static>) -> Html {
    let forms = by_form(&card.forms);
    html! {
        if !forms.is_empty() {
            <ul class="chips" aria-label="Spellings">
                for (form, reviews, times) in forms {
                    <li key={form} class="chip">
                        <span class="discs">
                            for review in reviews {
                                { review_number(review) }
                            }
                        </span>
                        <span><bdi>{ form }</bdi>{ count(times) }</span>
                    </li>
                }
            </ul>
        }
    }
}

/// Each review, its forms, how often and where it uses them.
pub(super) fn spellings(form: &Form, card: &Card<'static>) -> Html {
    html! {
        if !card.forms.is_empty() {
            <section class="card-part spellings">
                <h2>{ "Every spelling of the name" }</h2>
                <ul class="spellings-by-review">
                    for forms in card.forms.iter() {
                        <li key={forms.review.id.as_str()} class="reply" data-review={forms.review.number.to_string()}>
                            { number_beside_label(forms.review) }
                            <div class="reply-words">
                                <p class="reply-label">{ forms.review.label.as_str() }</p>
                                <ul class="forms">
                                    for spelling in forms.spellings.iter().copied() {
                                        <li key={spelling.text.as_str()}>
                                            <span class="says"><bdi>{ spelling.text.as_str() }</bdi>{ count(spelling.at.len()) }</span>
                                            { locators(form, forms.review, &spelling.at, "") }
                                        </li>
                                    }
                                </ul>
                            </div>
                        </li>
                    }
                </ul>
            </section>
        }
    }
}

/// "×3"; read out as "3 times".
fn count(times: usize) -> Html {
    html! {
        <span class="count">
            <span aria-hidden="true">{ format!(" ×{times}") }</span>
            <span class="visually-hidden">
                { if times == 1 { ", once".to_owned() } else { format!(", {times} times") } }
            </span>
        </span>
    }
}

/// The forms in the order in which the reviews bring them up, each once.
fn by_form(forms: &[Forms<'static>]) -> Vec<(&'static str, Vec<&'static Review>, usize)> {
    let mut gathered: Vec<(&'static str, Vec<&'static Review>, usize)> = Vec::new();
    for Forms { review, spellings } in forms {
        for Spelling { text, at, .. } in spellings.iter().copied() {
            match gathered.iter_mut().find(|(form, ..)| form == text) {
                Some((_, reviews, times)) => {
                    reviews.push(review);
                    *times += at.len();
                }
                None => gathered.push((text, vec![review], at.len())),
            }
        }
    }
    gathered
}
