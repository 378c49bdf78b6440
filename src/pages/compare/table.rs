//! The table itself. One table at every width: CSS lays its rows out as cards on a phone, and the roles are spelled
//! out because that takes the table's own from it.

use std::rc::Rc;

use liner_notes_record::model::{Group, Review, TopicId};
use liner_notes_record::questions::{Row, Section};
use yew::prelude::*;

use super::choice::{Choice, Sought};
use super::controls::step_to;
use super::{Compared, PIECES};
use crate::address::{Address, Form, Place};
use crate::components::answer::answers;
use crate::components::copy_link::copy_link;
use crate::components::fold::fold;
use crate::components::jumps::group_id;
use crate::components::link::link_as;
use crate::components::part::part;
use crate::components::review_number::number_beside_label;
use crate::components::status_sign::status_sign;
use crate::markup::html;
use crate::numerals::counted;
use crate::reader::ReaderHandle;

/// The id of a topic's row.
pub(super) fn row_id(topic: &TopicId) -> String {
    format!("topic-{topic}")
}

/// The table in its scrolling region.
pub(super) fn table(reader: &ReaderHandle, compared: &Rc<Compared>) -> Html {
    let Compared { comparison, choice, .. } = &**compared;
    let shown = reader.shown();
    let has_rows = |group: &&Group| comparison.standing(shown, group).is_some();
    let groups: Vec<&'static Group> = shown.groups().filter(has_rows).collect();
    let waiting = reader.waiting(groups.len(), PIECES);
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
                                { column_head(&reader.form, review) }
                            </th>
                        }
                    </tr>
                </thead>
                for group in groups.into_iter().skip(waiting) {
                    { part(group.id.as_str(), &compared.depends_on, { let compared = compared.clone(); move || rows_of(&compared, group) }) }
                }
            </table>
        </div>
    }
}

/// The rows of a group.
fn rows_of(compared: &Compared, group: &'static Group) -> Html {
    let Compared { reader, comparison, choice, .. } = compared;
    let Some(standing) = comparison.standing(reader.shown(), group) else { return Html::default() };
    let columns = (choice.reviews.len() + 1).to_string();
    html! {
        <tbody role="rowgroup" data-group={group.id.as_str()} data-later="" hidden={standing.section.is_none()}>
            <tr role="row" class="group-row" id={group_id(group.id.as_str())} tabindex="-1">
                <th role="rowheader" scope="rowgroup" colspan={columns.clone()}>
                    <h2>{ group.name.as_str() }</h2>
                </th>
            </tr>
            for (row, is_shown) in standing.rows {
                { topic_row(&reader.form, row, choice, is_shown) }
            }
            if let Some(section) = standing.section.filter(|section| !section.folded.is_empty()) {
                { folded_rows(reader, section, choice, &columns) }
            }
        </tbody>
    }
}

fn column_head(form: &Form, review: &'static Review) -> Html {
    html! {
        <a class="column-head" href={Address::of(Place::Review(review.id.to_string())).href(form)}>
            { number_beside_label(review) }
            <span>{ review.label.as_str() }</span>
        </a>
    }
}

/// The rows that fold, under the button that unfolds them in place.
fn folded_rows(reader: &ReaderHandle, section: &Section<'static>, choice: &Choice, columns: &str) -> Html {
    let is_open = choice.unfolds(section);
    html! {
        <>
            <tr role="row" class="fold-row">
                <td role="cell" colspan={columns.to_owned()}>
                    <button
                        type="button"
                        class="fold"
                        aria-expanded={is_open.to_string()}
                        onclick={step_to(reader, Some(choice.with_fold_toggled(section)))}
                    >
                        { fold(section) }
                    </button>
                </td>
            </tr>
            for row in section.folded.iter().filter(|_| is_open) {
                { topic_row(&reader.form, row, choice, true) }
            }
        </>
    }
}

fn topic_row(form: &Form, row: &Row<'static>, choice: &Choice, is_shown: bool) -> Html {
    let topic = row.topic;
    let is_sought = choice.sought == Sought::Topic(topic.id.clone());
    let own = Choice { sought: Sought::Topic(topic.id.clone()), ..choice.clone() };
    html! {
        <tr
            key={topic.id.as_str()}
            role="row"
            id={row_id(&topic.id)}
            hidden={!is_shown}
            class={if is_sought { "topic-row is-sought" } else { "topic-row" }}
            data-topic={topic.id.as_str()}
            data-status={row.status.token()}
            tabindex="-1"
        >
            <th role="rowheader" scope="row">
                { link_as("topic-title", form, &own.address(), &topic.title) }
                { status_sign(row) }
                if is_sought {
                    { copy_link() }
                }
            </th>
            for (place, cell) in row.cells.iter().enumerate() {
                <td
                    key={cell.review.id.as_str()}
                    role="cell"
                    class={(row.odd_one_out == Some(place)).then_some("is-odd")}
                    data-review={cell.review.number.to_string()}
                >
                    { answers(form, cell, topic.id.as_str()) }
                    if row.odd_one_out == Some(place) {
                        <span class="remark remark-odd">{ "the odd one out" }</span>
                    }
                </td>
            }
        </tr>
    }
}
