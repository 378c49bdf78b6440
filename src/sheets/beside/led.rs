//! What the columns are led to: its title, the way to others, and what each review says of it.

use liner_notes_record::Shown;
use liner_notes_record::model::{Review, Telling, TopicId};
use liner_notes_record::questions::{Cell, Chapter, Offered, Subject, row};
use liner_notes_record::value::Value;
use yew::prelude::*;

use super::{Choice, address};
use crate::address::{Address, Place};
use crate::components::digest::topic_address;
use crate::components::review_number::review_number;
use crate::components::stance::stance_mark;
use crate::markup::html;
use crate::reader::Reader;

/// The subject.
pub(super) fn led(reader: &Reader, choice: &Choice, subject: &Subject) -> Html {
    let [before, after] = choice.contents.around(subject);
    let own = choice.contents.all().find(|one| one.subject == *subject);
    let (about, status, lines) = match subject {
        Subject::Topic(id) => answers(reader.shown(), choice, id),
        Subject::Moment(id) => {
            let tellings = |review: &&'static Review| told(reader.shown(), subject, review);
            let about = Address::of(Place::Timeline).with("moment", id.as_str());
            (Some(about), None, choice.reviews.iter().map(tellings).collect())
        }
    };
    html! {
        <section key="led" class="beside-led" aria-label="What they are led to">
            <div class="beside-bar">
                <h2>
                    <a class="taken-about" href={about.map(|about| about.href(&reader.form))}>
                        { own.map_or("", |own| own.title) }
                    </a>
                </h2>
                { status }
                <nav class="beside-steps" aria-label="Topics and moments">
                    { step(reader, choice, "Previous", before) }
                    { step(reader, choice, "Next", after) }
                    { contents(reader, choice, subject) }
                </nav>
            </div>
            <ul class="beside-said">
                for (review, line) in choice.reviews.iter().zip(lines) {
                    <li key={review.id.as_str()}>{ review_number(review) }<div>{ line }</div></li>
                }
            </ul>
        </section>
    }
}

/// The way to the subject before or after; where there is none the word stays, so that whoever pressed it last is not
/// lost.
fn step(reader: &Reader, choice: &Choice, word: &'static str, to: Option<&Offered<'static>>) -> Html {
    let href = to.map(|to| address(&choice.reviews, Some(&to.subject)).href(&reader.form));
    let title = to.map(|to| to.title);
    let class = if to.is_some() { "pill" } else { "pill is-spent" };
    let tabindex = to.is_none().then_some("-1");
    html! { <a key={word} {class} {tabindex} {href} {title}>{ word }</a> }
}

/// A fold with everything that the chosen reviews speak of.
fn contents(reader: &Reader, choice: &Choice, subject: &Subject) -> Html {
    let is_spoken_of = |one: &&Offered<'static>| one.speaking > 0;
    let item = |one: &Offered<'static>| {
        let href = address(&choice.reviews, Some(&one.subject)).href(&reader.form);
        let current = (one.subject == *subject).then_some("true");
        html! {
            <li key={href.clone()}>
                <a aria-current={current} {href}>{ one.title }{ " " }<span class="count">{ one.speaking }</span></a>
            </li>
        }
    };
    let chapter = |chapter: &Chapter<'static>| {
        let items: Vec<Html> = chapter.subjects.iter().filter(is_spoken_of).map(item).collect();
        html! {
            if !items.is_empty() {
                <section key={chapter.name}><h3>{ chapter.name }</h3><ul>{ items }</ul></section>
            }
        }
    };
    html! {
        <details key="contents" class="chooser beside-contents">
            <summary class="pill">{ "Contents" }</summary>
            <div class="chooser-list sheet">
                <p class="chooser-hint">{ "Each with how many of these reviews speak of it." }</p>
                for one in &choice.contents.chapters {
                    { chapter(one) }
                }
            </div>
        </details>
    }
}

type Answers = (Option<Address>, Option<Html>, Vec<Html>);

/// What each answers to a topic, the way to its row, and what that comes to.
fn answers(shown: Shown<'static>, choice: &Choice, id: &TopicId) -> Answers {
    let Some(topic) = shown.topic(id) else { return (None, None, Vec::new()) };
    let row = row(shown, topic, &choice.reviews);
    let status = html! { <span class="status" data-status={row.status.token()}>{ row.status.words() }</span> };
    (Some(topic_address(topic)), Some(status), row.cells.iter().map(answered).collect())
}

fn answered(cell: &Cell<'static>) -> Html {
    if cell.answers.is_empty() {
        return says_nothing();
    }
    html! {
        <>
            if cell.contradicts_itself {
                { remark("Contradicts itself") }
            }
            for (place, answer) in cell.answers.iter().enumerate() {
                <p key={place}>
                    if let Value::Stance(stance) = answer.claim.value {
                        { stance_mark(Some(stance), cell.review) }
                    }
                    { answer.in_short().to_owned() }
                    { " " }
                    { answer.remark().map(remark) }
                </p>
            }
        </>
    }
}

/// How one of them tells a moment.
fn told(shown: Shown<'static>, subject: &Subject, review: &Review) -> Html {
    let is_own = |telling: &&Telling| {
        matches!(subject, Subject::Moment(moment) if telling.moment == *moment) && telling.review == review.id
    };
    let tellings: Vec<&'static Telling> = shown.tellings().filter(is_own).collect();
    if tellings.is_empty() {
        return says_nothing();
    }
    html! {
        for (place, telling) in tellings.into_iter().enumerate() {
            <p key={place}>
                { telling.text.as_str() }
                { " " }
                { telling.alludes.then_some("only alluded to").map(remark) }
            </p>
        }
    }
}

fn says_nothing() -> Html {
    html! { <span class="says-nothing">{ "— says nothing" }</span> }
}

fn remark(words: &'static str) -> Html {
    html! { <span class="remark">{ words }</span> }
}
