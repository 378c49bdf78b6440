//! What the reviews say of someone, topic by topic.

use liner_notes_record::Dial;
use liner_notes_record::model::Kind;
use liner_notes_record::questions::{Card, Cell, Row};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::answer::Answers;
use crate::components::go::Go;
use crate::components::review_number::ReviewNumber;
use crate::components::status_sign::StatusSign;
use crate::numerals::counted_in_words;
use crate::reader::use_reader;

/// One topic.
#[derive(PartialEq, Properties)]
pub(super) struct SaidRowProps {
    /// Its row.
    pub(super) row: Row<'static>,
}

/// The topic, what its answers come to, and each review's answer.
#[component]
pub(super) fn SaidRow(props: &SaidRowProps) -> Html {
    let row = &props.row;
    let topic = row.topic;
    let to = Address::of(Place::Compare).with("topic", topic.id.as_str());
    let is_text = topic.kind == Kind::Text;
    let speaks = |cell: &&Cell<'static>| !cell.answers.is_empty();
    let silent: Vec<_> = row.cells.iter().filter(|cell| !speaks(cell)).collect();
    html! {
        <div class="said-row" data-topic={topic.id.to_string()} data-row-status={row.status.token()}>
            <div class="said-topic">
                <h3><Go {to}>{ topic.title.clone() }</Go></h3>
                <StatusSign status={row.status} dots={row.dots.clone()} />
            </div>
            <ul class={classes!("replies", is_text.then_some("is-text"))}>
                for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| speaks(cell)) {
                    <li key={cell.review.id.as_str()} class="reply" data-review={cell.review.number.to_string()}>
                        <ReviewNumber review={cell.review} labelled={true} />
                        <div class="reply-words">
                            <p class="reply-label">{ cell.review.label.clone() }</p>
                            <Answers cell={cell.clone()} />
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
                                <ReviewNumber key={cell.review.number} review={cell.review} />
                            }
                        </span>
                        { if silent.len() == 1 { "says nothing" } else { "say nothing" } }
                    </li>
                }
            </ul>
        </div>
    }
}

/// Several topics under one heading.
#[derive(PartialEq, Properties)]
pub(super) struct SaidProps {
    /// The heading.
    pub(super) heading: AttrValue,
    /// The rows.
    pub(super) rows: Vec<Row<'static>>,
}

/// The rows; nothing at all where there is none.
#[component]
pub(super) fn Said(props: &SaidProps) -> Html {
    html! {
        if !props.rows.is_empty() {
            <section class="card-part said">
                <h2>{ props.heading.clone() }</h2>
                for row in &props.rows {
                    <SaidRow key={row.topic.id.as_str()} row={row.clone()} />
                }
            </section>
        }
    }
}

/// Of whom nothing is said.
#[derive(PartialEq, Properties)]
pub(super) struct NothingSaidProps {
    /// The card.
    pub(super) card: Card<'static>,
}

/// A sentence in place of what is said. Below the last stop of the dial it does not tell whether there is more.
#[component]
pub(super) fn NothingSaid(props: &NothingSaidProps) -> Html {
    let names = props.card.forms.len();
    let all = use_reader().shown().dial() == Dial::All;
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
