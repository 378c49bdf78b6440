//! One review's answers to one topic, each opening its paraphrase and its places.

use liner_notes_record::questions::{Answer, Cell};
use liner_notes_record::value::Value;
use yew::prelude::*;

use crate::address::Form;
use crate::components::locator::locators;
use crate::components::stance::stance_mark;
use crate::markup::html;

/// The answers of a cell, or the word that there is none. Their places say what was `taken` there: the topic, or on a
/// card whom it is about.
pub(crate) fn answers(form: &Form, cell: &Cell<'static>, taken: &str) -> Html {
    if cell.answers.is_empty() {
        return html! { <span class="says-nothing">{ "— says nothing" }</span> };
    }
    html! {
        <>
            if cell.contradicts_itself {
                <p class="remark">{ "Contradicts itself" }</p>
            }
            for (place, answer) in cell.answers.iter().enumerate() {
                <div key={place} class="answers-one">{ one(form, cell, answer, taken) }</div>
            }
        </>
    }
}

fn one(form: &Form, cell: &Cell<'static>, answer: &Answer<'static>, taken: &str) -> Html {
    let claim = answer.claim;
    let remark = html! {
        if let Some(remark) = answer.remark() {
            <span class="remark">{ remark }</span>
        }
    };
    let places = locators(form, cell.review, &claim.at, taken);
    let Some(words) = &answer.words else {
        return html! { <><p class="says">{ claim.text.as_str() }</p>{ remark }{ places }</> };
    };
    let mark = html! {
        if let Value::Stance(stance) = claim.value {
            { stance_mark(Some(stance), cell.review) }
        }
    };
    html! {
        <>
            <details class="answer">
                <summary><span class="says">{ mark }{ words.clone() }</span></summary>
                <p class="paraphrase">{ claim.text.as_str() }</p>
            </details>
            { remark }
            { places }
        </>
    }
}
