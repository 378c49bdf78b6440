//! One thing taken from a paragraph: what it is about, with the way there, and what the review has to it.

use liner_notes_record::model::{Claim, Mention, Moment, Slip, Spelling, Telling, Topic};
use liner_notes_record::value::Value;
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::digest::topic_address;
use crate::components::link::link_as;
use crate::components::locator::paragraph_address;
use crate::components::report::{Suspect, report};
use crate::components::stance::stance_mark;
use crate::markup::html;
use crate::pages::reviews::taken::Source;

/// The answer; its paraphrase only where the text first gives it, unless there is nothing else.
pub(super) fn answer(topic: &'static Topic, claim: &'static Claim, from: Source<'_>) -> Html {
    let Source { reader, review, paragraph } = from;
    let form = &reader.form;
    let first = claim.at.iter().map(|place| place.paragraph).min();
    let first = first.filter(|first| *first < paragraph);
    let about = topic_address(topic);
    let words = claim.says.clone().or_else(|| claim.value.words(&topic.kind));
    let remark = if claim.slip.is_some() {
        Some("the text garbles itself here: not counted")
    } else {
        claim.implied.then_some("implied")
    };
    html! {
        <>
            { link_as("taken-about", form, &about, &topic.title) }
            <div>
                if let Some(words) = &words {
                    <p class="says">
                        if let Value::Stance(stance) = claim.value {
                            { stance_mark(Some(stance), review) }
                        }
                        { words.clone() }
                        if let Some(first) = first {
                            { " " }
                            <a class="locator" href={paragraph_address(review, first).href(form)}>{ format!("as in ¶{first}") }</a>
                        }
                    </p>
                }
                if first.is_none() || words.is_none() {
                    <p class="paraphrase">{ claim.text.as_str() }</p>
                }
                { remark.map(said_with) }
            </div>
            { report(reader, &Suspect { what: "claim", id: claim.id(), name: &topic.title, review, at: &claim.at }) }
        </>
    }
}

/// The telling of a moment.
pub(super) fn told(moment: &'static Moment, telling: &'static Telling, from: Source<'_>) -> Html {
    let about = Address::of(Place::Timeline).with("moment", moment.id.as_str());
    let review = from.review;
    let id = format!("{}/{}", review.id, moment.id);
    let suspect = Suspect { what: "telling", id, name: &moment.title, review, at: &telling.at };
    html! {
        <>
            { link_as("taken-about", &from.reader.form, &about, &moment.title) }
            <div>
                <p class="paraphrase">{ telling.text.as_str() }</p>
                { telling.alludes.then_some("only alluded to").map(said_with) }
            </div>
            { report(from.reader, &suspect) }
        </>
    }
}

fn said_with(remark: &'static str) -> Html {
    html! { <span class="remark">{ remark }</span> }
}

/// Another title.
pub(super) fn named(mention: &'static Mention, from: Source<'_>) -> Html {
    let review = from.review;
    let id = format!("{}/{}", review.id, mention.work);
    let suspect = Suspect { what: "title", id, name: &mention.title, review, at: &mention.at };
    html! {
        <>
            <cite class="taken-about" dir="auto">{ mention.title.as_str() }</cite>
            <p class="paraphrase">{ mention.why.as_str() }</p>
            { report(from.reader, &suspect) }
        </>
    }
}

/// A mistake of the text.
pub(super) fn slip(slip: &'static Slip, from: Source<'_>) -> Html {
    let id = slip.id.to_string();
    let suspect = Suspect { what: "slip", id, name: slip.id.as_str(), review: from.review, at: &slip.at };
    html! {
        <>
            <p class="paraphrase">{ slip.text.as_str() }</p>
            { report(from.reader, &suspect) }
        </>
    }
}

/// A form of a name, and how often it stands in the paragraph.
pub(super) fn spelling(spelling: &'static Spelling, from: Source<'_>) -> Html {
    let card = Address::of(Place::Card(spelling.of.slug().to_owned()));
    let here = spelling.at.iter().filter(|place| place.paragraph == from.paragraph).count();
    html! {
        <a class="chip is-bare" href={card.href(&from.reader.form)}>
            <bdi>{ spelling.text.as_str() }</bdi>
            if here > 1 {
                <span class="count">{ format!("×{here}") }</span>
            }
        </a>
    }
}
