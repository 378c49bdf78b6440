//! What the reviews say of someone, topic by topic.

use liner_notes_record::Dial;
use liner_notes_record::model::{Kind, Who};
use liner_notes_record::questions::{Card, Cell, Row, Section, sections};
use yew::prelude::*;

use crate::address::Form;
use crate::components::answer::answers;
use crate::components::digest::topic_address;
use crate::components::fold::fold;
use crate::components::jumps::{group_id, group_jumps};
use crate::components::link::link;
use crate::components::review_number::{number_beside_label, review_number};
use crate::components::status_sign::status_sign;
use crate::markup::html;
use crate::numerals::counted_in_words;
use crate::pages::cast::naming::card_address;
use crate::reader::Reader;

/// In how many pieces a long card is taken over, after all but what stands by group.
pub(in crate::pages) const PIECES: usize = 3;

/// From how many topics on a card is long, so that they stand by group.
const LONG: usize = 9;

/// The topic, what its answers come to, and each review's answer.
pub(super) fn said_row(form: &Form, row: &Row<'static>) -> Html {
    let title = title(form, row);
    told(form, row, html! { <h3>{ title }</h3> })
}

fn title(form: &Form, row: &Row<'static>) -> Html {
    link(form, &topic_address(row.topic), &row.topic.title)
}

fn told(form: &Form, row: &Row<'static>, heading: Html) -> Html {
    let topic = row.topic;
    // One word for all of a card, where a topic's own would be one for each: a page has to be light.
    let about = topic.about.first().map_or("", Who::slug);
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
                { heading }
                { status_sign(row) }
            </div>
            <ul class={if is_text { "replies is-text" } else { "replies" }}>
                for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| speaks(cell)) {
                    <li key={cell.review.id.as_str()} class="reply" data-review={cell.review.number.to_string()}>
                        { number_beside_label(cell.review) }
                        <div class="reply-words">
                            <p class="reply-label">{ cell.review.label.as_str() }</p>
                            { answers(form, cell, about) }
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
pub(super) fn said(form: &Form, heading: AttrValue, rows: &[Row<'static>]) -> Html {
    part(heading, html! { for row in rows { { said_row(form, row) } } }, rows.is_empty())
}

/// The same by group, with the way to each, where there are many. Those on which only one speaks fold; a browser's own
/// search finds them there, and on paper they stand open.
pub(super) fn said_by_group(reader: &Reader, heading: AttrValue, who: &Who, rows: Vec<Row<'static>>) -> Html {
    let form = &reader.form;
    if rows.len() < LONG {
        return said(form, heading, &rows);
    }
    let sections = sections(reader.shown(), rows, true);
    let draw = |row: &Row<'static>| told(form, row, html! { <h4>{ title(form, row) }</h4> });
    let group = |section: &Section<'static>| {
        let slug = section.group.id.as_str();
        html! {
            <section key={slug} class="said-group" data-later="">
                <h3 id={group_id(slug)} tabindex="-1">{ section.group.name.as_str() }</h3>
                for row in &section.rows {
                    { draw(row) }
                }
                if !section.folded.is_empty() {
                    <details>
                        <summary class="fold">{ fold(section) }</summary>
                        for row in &section.folded {
                            { draw(row) }
                        }
                    </details>
                }
            </section>
        }
    };
    let groups = html! {
        <>
            { group_jumps(form, &card_address(who.slug()), &sections) }
            for section in &sections[reader.waiting(sections.len(), PIECES)..] {
                { group(section) }
            }
        </>
    };
    part(heading, groups, false)
}

fn part(heading: AttrValue, content: Html, is_empty: bool) -> Html {
    html! {
        if !is_empty {
            <section class="card-part said">
                <h2>{ heading }</h2>
                { content }
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
