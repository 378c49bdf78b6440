//! One thing taken from a paragraph: what it is about, with the way there, and what the review has to it.

use liner_notes_record::model::{Claim, Mention, Moment, Spelling, Telling, Topic};
use liner_notes_record::value::Value;
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::components::locator::paragraph_address;
use crate::components::stance::StanceMark;
use crate::pages::reviews::taken::TakenProps;

/// The answer; its paraphrase only where the text first gives it, unless there is nothing else.
pub(super) fn answer(topic: &'static Topic, claim: &'static Claim, props: &TakenProps) -> Html {
    let TakenProps { review, paragraph, .. } = *props;
    let first = claim.at.iter().map(|place| place.paragraph).min();
    let first = first.filter(|first| *first < paragraph);
    let words = claim.says.clone().or_else(|| claim.value.words(&topic.kind));
    let remark = if claim.slip.is_some() {
        Some("the text garbles itself here: not counted")
    } else {
        claim.implied.then_some("implied")
    };
    html! {
        <>
            <Go class="taken-about" to={Address::of(Place::Compare).with("topic", topic.id.as_str())}>
                { topic.title.clone() }
            </Go>
            <div>
                if let Some(words) = &words {
                    <p class="says">
                        if let Value::Stance(stance) = claim.value {
                            <StanceMark stance={Some(stance)} number={review.number} />
                        }
                        { words.clone() }
                        if let Some(first) = first {
                            { " " }
                            <Go class="locator" to={paragraph_address(review, first)} label={format!("First in paragraph {first}")}>
                                { format!("as in ¶{first}") }
                            </Go>
                        }
                    </p>
                }
                if first.is_none() || words.is_none() {
                    <p class="paraphrase">{ claim.text.clone() }</p>
                }
                { remark.map(said_with) }
            </div>
        </>
    }
}

/// The telling of a moment.
pub(super) fn told(moment: &'static Moment, telling: &'static Telling) -> Html {
    html! {
        <>
            <Go class="taken-about" to={Address::of(Place::Timeline).with("moment", moment.id.as_str())}>
                { moment.title.clone() }
            </Go>
            <div>
                <p class="paraphrase">{ telling.text.clone() }</p>
                { telling.alludes.then_some("only alluded to").map(said_with) }
            </div>
        </>
    }
}

fn said_with(remark: &'static str) -> Html {
    html! { <span class="remark">{ remark }</span> }
}

/// Another title.
pub(super) fn named(mention: &'static Mention) -> Html {
    html! {
        <>
            <cite class="taken-about" dir="auto">{ mention.title.clone() }</cite>
            <p class="paraphrase">{ mention.why.clone() }</p>
        </>
    }
}

/// A form of a name, and how often it stands in the paragraph.
pub(super) fn form(spelling: &'static Spelling, paragraph: u16) -> Html {
    let here = spelling.at.iter().filter(|place| place.paragraph == paragraph).count();
    html! {
        <Go class="chip is-bare" to={Address::of(Place::Card(spelling.of.slug().to_owned()))}>
            <bdi>{ spelling.text.clone() }</bdi>
            if here > 1 {
                <span class="count">{ format!("×{here}") }</span>
            }
        </Go>
    }
}
