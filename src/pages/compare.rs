//! Compare: a table of topics by reviews. The whole choice is in the address; the dial never is.

mod choice;
mod chooser;
mod controls;
mod table;

use std::cell::RefCell;
use std::rc::Rc;

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Comparison, Filter, compare};
use liner_notes_record::{Lookup, Shown};
use yew::prelude::*;

use crate::address::Query;
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
pub(super) const PIECES: usize = 9;

/// The id of the row that the address points at: a topic's, or else the start of a group.
pub(super) fn sought(reader: &Reader) -> Option<String> {
    let query = &reader.address.query;
    match query.get("topic").map(|slug| reader.shown().look_up_topic(slug)) {
        Some(Lookup::Found(topic)) => Some(row_id(&topic.id)),
        Some(Lookup::Hidden(_)) => None,
        Some(Lookup::Unknown) | None => sought_group(query),
    }
}

/// What an address has the reader compare: the chosen reviews in their order, and which rows pass.
pub(crate) fn chosen(query: &Query, shown: Shown<'static>) -> (Vec<&'static Review>, Filter) {
    let (choice, _) = Choice::read(query, shown);
    (choice.reviews, choice.filter)
}

/// How many topics there are, and how many of them the filters leave out.
fn tally(comparison: &Comparison<'_>) -> String {
    let (shown, left_out) = (comparison.shown(), comparison.left_out.len());
    match left_out {
        0 => counted(shown, "topic"),
        _ => format!("{shown} of {}; the filters leave out {left_out}", counted(shown + left_out, "topic")),
    }
}

/// What the page is drawn from.
struct Compared {
    /// What all of it depends on: the dial and the query.
    depends_on: Rc<str>,
    reader: ReaderHandle,
    choice: Choice,
    /// One sentence for each thing in the query that could not be followed.
    ignored: Vec<String>,
    comparison: Comparison<'static>,
}

thread_local! {
    /// What was compared last: taking the page over draws the same several times.
    static LAST: RefCell<Option<Rc<Compared>>> = const { RefCell::new(None) };
}

impl Compared {
    fn by(reader: &ReaderHandle) -> Rc<Self> {
        let depends_on: Rc<str> = format!("{} {}", reader.kept.dial.token(), reader.address.query).into();
        let shown = reader.shown();
        let is_same = |last: &Rc<Self>| {
            let is_of_one_record = std::ptr::eq(last.reader.shown().work(), shown.work());
            is_of_one_record && last.depends_on == depends_on && last.reader.form == reader.form
        };
        if let Some(last) = LAST.with_borrow(Clone::clone).filter(is_same) {
            return last;
        }
        let (choice, ignored) = Choice::read(&reader.address.query, shown);
        let comparison = compare(shown, &choice.reviews, &choice.filter);
        let compared = Rc::new(Self { depends_on, reader: reader.clone(), choice, ignored, comparison });
        LAST.set(Some(compared.clone()));
        compared
    }
}

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let compared = Compared::by(reader);
    let Compared { choice, ignored, comparison, .. } = &*compared;
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
            { notice(reader, ignored.clone()) }
            if let Sought::Hidden(needs) = choice.sought {
                { hidden(reader, "This topic", needs) }
            }
            { controls(reader, choice, comparison) }
            // It is there before it changes, so that a change is said.
            <p class={if comparison.left_out.is_empty() { "visually-hidden" } else { "tally" }} role="status">
                { tally(comparison) }
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
                    { table(reader, &compared) }
                </div>
            }
        </>
    }
}
