//! The table itself. One table at every width: CSS lays its rows out as cards on a phone, and the roles are spelled
//! out because that takes the table's own from it.

use liner_notes_record::model::{Review, TopicId};
use liner_notes_record::questions::{Cell, Comparison, Row};
use yew::prelude::*;

use super::choice::{Choice, Sought};
use crate::address::{Address, Place};
use crate::components::answer::Answers;
use crate::components::go::Go;
use crate::components::review_number::ReviewNumber;
use crate::components::status_sign::StatusSign;
use crate::numerals::counted;

/// The rows and the choice that they answer.
#[derive(PartialEq, Properties)]
pub(super) struct ComparisonTableProps {
    pub(super) comparison: Comparison<'static>,
    pub(super) choice: Choice,
}

/// The id of a topic's row.
pub(super) fn row_id(topic: &TopicId) -> String {
    format!("topic-{topic}")
}

/// The table in its scrolling region.
#[component]
pub(super) fn ComparisonTable(props: &ComparisonTableProps) -> Html {
    let ComparisonTableProps { comparison, choice } = props;
    let columns = (choice.reviews.len() + 1).to_string();
    html! {
        <div class="table-region" role="region" tabindex="0" aria-labelledby="compare-caption">
            <table class="comparison" role="table" data-reviews={choice.reviews.len().to_string()}>
                <caption id="compare-caption" class="visually-hidden">
                    { format!("{} by {}", counted(comparison.shown(), "topic"), counted(choice.reviews.len(), "review")) }
                </caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="corner">{ counted(comparison.shown(), "topic") }</th>
                        for review in choice.reviews.iter().copied() {
                            <th key={review.id.as_str()} role="columnheader" scope="col" data-review={review.number.to_string()}>
                                { column_head(review) }
                            </th>
                        }
                    </tr>
                </thead>
                for section in &comparison.sections {
                    <tbody key={section.group.id.as_str()} role="rowgroup" data-group={section.group.id.to_string()}>
                        <tr role="row" class="group-row">
                            <th role="rowheader" scope="rowgroup" colspan={columns.clone()}>
                                <h2>{ section.group.name.clone() }</h2>
                            </th>
                        </tr>
                        for row in &section.rows {
                            <TopicRow key={row.topic.id.as_str()} row={row.clone()} choice={choice.clone()} />
                        }
                    </tbody>
                }
            </table>
        </div>
    }
}

fn column_head(review: &'static Review) -> Html {
    html! {
        <Go class="column-head" to={Address::of(Place::Review(review.id.to_string()))}>
            <ReviewNumber {review} labelled=true />
            <span>{ review.label.clone() }</span>
        </Go>
    }
}

#[derive(PartialEq, Properties)]
struct TopicRowProps {
    row: Row<'static>,
    choice: Choice,
}

#[component]
fn TopicRow(props: &TopicRowProps) -> Html {
    let TopicRowProps { row, choice } = props;
    let topic = row.topic;
    let is_sought = choice.sought == Sought::Topic(topic.id.clone());
    let own = Choice { sought: Sought::Topic(topic.id.clone()), ..choice.clone() };
    html! {
        <tr
            role="row"
            id={row_id(&topic.id)}
            class={classes!("topic-row", is_sought.then_some("is-sought"))}
            data-topic={topic.id.to_string()}
            data-status={row.status.token()}
            tabindex="-1"
        >
            <th role="rowheader" scope="row">
                <Go class="topic-title" to={own.address()}>{ topic.title.clone() }</Go>
                <StatusSign status={row.status} dots={row.dots.clone()} />
            </th>
            for (place, cell) in row.cells.iter().enumerate() {
                <td
                    key={cell.review.id.as_str()}
                    role="cell"
                    class={classes!((row.odd_one_out == Some(place)).then_some("is-odd"), is_silent(cell))}
                    data-review={cell.review.number.to_string()}
                >
                    <span class="cell-number" aria-hidden="true"><ReviewNumber review={cell.review} labelled=true /></span>
                    <div class="cell-answer">
                        <Answers cell={cell.clone()} />
                        if row.odd_one_out == Some(place) {
                            <span class="remark remark-odd">{ "the odd one out" }</span>
                        }
                    </div>
                </td>
            }
        </tr>
    }
}

fn is_silent(cell: &Cell<'_>) -> Option<&'static str> {
    cell.answers.is_empty().then_some("is-silent")
}
