//! One review's answers to one topic, each opening its paraphrase and its places.

use liner_notes_record::questions::{Answer, Cell};
use liner_notes_record::value::Value;
use yew::prelude::*;

use crate::components::locator::Locators;
use crate::components::stance::StanceMark;

/// A cell.
#[derive(PartialEq, Properties)]
pub(crate) struct AnswersProps {
    /// What the review says.
    pub(crate) cell: Cell<'static>,
}

/// The answers of a cell, or the word that there is none.
#[component]
pub(crate) fn Answers(props: &AnswersProps) -> Html {
    let cell = &props.cell;
    if cell.answers.is_empty() {
        return html! { <span class="says-nothing">{ "— says nothing" }</span> };
    }
    html! {
        <>
            if cell.contradicts_itself {
                <p class="remark">{ "Contradicts itself" }</p>
            }
            for (place, answer) in cell.answers.iter().enumerate() {
                <div key={place} class="answers-one">{ one(cell, answer) }</div>
            }
        </>
    }
}

fn one(cell: &Cell<'static>, answer: &Answer<'static>) -> Html {
    let claim = answer.claim;
    let remark = if claim.slip.is_some() {
        Some("the text garbles itself here: not counted")
    } else if claim.implied {
        Some("implied")
    } else {
        None
    };
    let remark = html! {
        if let Some(remark) = remark {
            <span class="remark">{ remark }</span>
        }
    };
    let places = html! { <Locators review={cell.review} at={claim.at.as_slice()} /> };
    let Some(words) = &answer.words else {
        return html! { <><p class="says">{ claim.text.clone() }</p>{ remark }{ places }</> };
    };
    let mark = html! {
        if let Value::Stance(stance) = claim.value {
            <StanceMark stance={Some(stance)} number={cell.review.number} />
        }
    };
    html! {
        <>
            <details class="answer">
                <summary><span class="says">{ mark }{ words.clone() }</span></summary>
                <p class="paraphrase">{ claim.text.clone() }</p>
            </details>
            { remark }
            { places }
        </>
    }
}
