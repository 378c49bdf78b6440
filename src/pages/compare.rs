//! Compare: a table of topics by reviews. The whole choice is in the address; the dial never is.

mod choice;
mod chooser;
mod controls;
mod table;

use liner_notes_record::Lookup;
use liner_notes_record::questions::{Comparison, compare};
use yew::prelude::*;

use crate::components::hidden::hidden;
use crate::components::jumps::{group_jumps, sought_group};
use crate::components::link::link_as;
use crate::components::notice::notice;
use crate::markup::html;
use crate::numerals::{counted, in_words_capitalised};
use crate::reader::{Reader, ReaderHandle};
use choice::{Choice, Sought};
use controls::controls;
use table::{row_id, table};

/// In how many pieces the table is taken over: each then takes no longer than a browser may be kept from answering.
pub(super) const PIECES: usize = 6;

/// The id of the row that the address points at: a topic's, or else the start of a group.
pub(super) fn sought(reader: &Reader) -> Option<String> {
    let query = &reader.address.query;
    match query.get("topic").map(|slug| reader.shown().look_up_topic(slug)) {
        Some(Lookup::Found(topic)) => Some(row_id(&topic.id)),
        Some(Lookup::Hidden(_)) => None,
        Some(Lookup::Unknown) | None => sought_group(query),
    }
}

/// How many topics there are, and how many of them the filters leave out.
fn tally(comparison: &Comparison<'_>) -> String {
    let (shown, left_out) = (comparison.shown(), comparison.left_out.len());
    match left_out {
        0 => counted(shown, "topic"),
        _ => format!("{shown} of {}; the filters leave out {left_out}", counted(shown + left_out, "topic")),
    }
}

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let shown = reader.shown();
    let (choice, ignored) = Choice::read(&reader.address.query, shown);
    let comparison = compare(shown, &choice.reviews, &choice.filter);
    html! {
        <>
            <div class="page-head">
                <h1 class="page-title" tabindex="-1">
                    { format!("{} tellings, side by side", in_words_capitalised(choice.reviews.len())) }
                </h1>
                <p class="lede">
                    { "Every cell is one review’s answer, with the paragraph it comes from. A row tells at a glance \
                       whether they agree, come close or differ." }
                </p>
            </div>
            { notice(reader, ignored) }
            if let Sought::Hidden(needs) = choice.sought {
                { hidden(reader, "This topic", needs) }
            }
            { controls(reader, &choice, &comparison) }
            // It is there before it changes, so that a change is said.
            <p class={if comparison.left_out.is_empty() { "visually-hidden" } else { "tally" }} role="status">
                { tally(&comparison) }
            </p>
            if comparison.sections.is_empty() {
                <div class="empty">
                    <h2>{ "No topic fits" }</h2>
                    <p>{ "None of the reviews you chose says anything that passes these filters." }</p>
                    { link_as("button", &reader.form, &choice.unfiltered().address(), "Clear the filters") }
                </div>
            } else {
                <div class="compared">
                    { group_jumps(&reader.form, &choice.unsought().address(), &comparison.sections) }
                    { table(reader, comparison, choice) }
                </div>
            }
        </>
    }
}
