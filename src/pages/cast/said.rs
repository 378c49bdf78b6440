//! What the reviews say of someone, topic by topic.

use liner_notes_record::Dial;
use liner_notes_record::model::Kind;
use liner_notes_record::questions::{Card, Cell, Row};
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::answer::answers;
use crate::components::link::link;
use crate::components::review_number::{number_beside_label, review_number};
use crate::components::status_sign::status_sign;
use crate::numerals::counted_in_words;
use crate::reader::Reader;

/// The topic, what its answers come to, and each review's answer.
pub(super) fn said_row(form: &Form, row: &Row<'static>) -> Html {
    let topic = row.topic;
    let to = Address::of(Place::Compare).with("topic", topic.id.as_str());
    let is_text = topic.kind == Kind::Text;
    let speaks = |cell: &&Cell<'static>| !cell.answers.is_empty();
    let silent: Vec<_> = row.cells.iter().filter(|cell| !speaks(cell)).collect();
    html! {
        <div
            key={topic.id.as_str()}
            class="said-row"
            data-topic={topic.id.as_str()}
            data-row-status={row.status.token()}
        >
            <div class="said-topic">
                <h3>{ link(form, &to, &topic.title) }</h3>
                { status_sign(row) }
            </div>
            <ul class={if is_text { "replies is-text" } else { "replies" }}>
                for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| speaks(cell)) {
                    <li key={cell.review.id.as_str()} class="reply" data-review={cell.review.number.to_string()}>
                        { number_beside_label(cell.review) }
                        <div class="reply-words">
                            <p class="reply-label">{ cell.review.label.as_str() }</p>
                            { answers(form, cell) }
                            if row.odd_one_out == Some(place) {
                                <p class="remark remark-odd">{ "the odd one out" }</p>
                            }
                        </div>
                    </li>
                }
                if !silent.is_empty() {
                    <li key="silent" class="reply is-silent">
                        <span class="discs">
                            for cell in silent.iter() {
                                { review_number(cell.review) }
                            }
                        </span>
                        { if silent.len() == 1 { "says nothing" } else { "say nothing" } }
                    </li>
                }
            </ul>
        </div>
    }
}

/// Several topics under one heading; nothing at all where there is none.
pub(super) fn said(form: &Form, heading: &str, rows: &mut dyn Iterator<Item = &Row<'static>>) -> Html {
    let rows: Vec<Html> = rows.map(|row| said_row(form, row)).collect();
    html! {
        if !rows.is_empty() {
            <section class="card-part said">
                <h2>{ heading }</h2>
                { rows }
            </section>
        }
    }
}

/// A sentence in place of what is said. Below the last stop of the dial it does not tell whether there is more.
pub(super) fn nothing_said(reader: &Reader, card: &Card<'_>) -> Html {
    let names = card.forms.len();
    let all = reader.shown().dial() == Dial::All;
    let named = format!("Named by {}", counted_in_words(names, "review"));
    let sentence = match (names, all) {
        (0, true) => "No review says more.".to_owned(),
        (0, false) => "Nothing more to show at this dial.".to_owned(),
        (1, true) => format!("{named}, which says no more."),
        (_, true) => format!("{named}; none says more."),
        (_, false) => format!("{named}; nothing more to show at this dial."),
    };
    html! { <p class="nothing-said">{ sentence }</p> }
}
