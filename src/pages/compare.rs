//! Compare: a table of topics by reviews. The whole choice is in the address; the dial never is.

mod choice;
mod chooser;
mod controls;
mod table;

use liner_notes_record::Lookup;
use liner_notes_record::questions::compare;
use yew::prelude::*;

use crate::components::hidden::hidden;
use crate::components::link::link_as;
use crate::components::notice::Notice;
use crate::numerals::in_words_capitalised;
use crate::reader::{Reader, ReaderHandle};
use choice::{Choice, Sought};
use controls::controls;
use table::{row_id, table};

/// The id of the topic's row that the address points at.
pub(super) fn sought(reader: &Reader) -> Option<String> {
    match reader.shown().look_up_topic(reader.address.query.get("topic")?) {
        Lookup::Found(topic) => Some(row_id(&topic.id)),
        Lookup::Hidden(_) | Lookup::Unknown => None,
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
            <Notice sentences={ignored} />
            if let Sought::Hidden(needs) = choice.sought {
                { hidden(reader, "This topic", needs) }
            }
            { controls(reader, &choice, &comparison) }
            if comparison.sections.is_empty() {
                <div class="empty">
                    <h2>{ "No topic fits" }</h2>
                    <p>{ "None of the reviews you chose says anything that passes these filters." }</p>
                    { link_as("button", &reader.form, &choice.unfiltered().address(), "Clear the filters") }
                </div>
            } else {
                { table(&reader.form, &comparison, &choice) }
            }
        </>
    }
}
