//! Compare: a table of topics by reviews. The whole choice is in the address; the dial never is.

mod choice;
mod chooser;
mod controls;
mod table;

use liner_notes_record::Dial;
use liner_notes_record::questions::compare;
use yew::prelude::*;

use crate::browser;
use crate::components::go::Go;
use crate::components::hidden::Hidden;
use crate::components::notice::Notice;
use crate::numerals::in_words_capitalised;
use crate::reader::use_reader;
use choice::{Choice, Sought};
use controls::Controls;
use table::{ComparisonTable, row_id};

/// The page.
#[component]
pub(crate) fn Compare() -> Html {
    let reader = use_reader();
    let shown = reader.shown();
    let (choice, ignored) = Choice::read(&reader.address.query, shown);
    let comparison = compare(shown, &choice.reviews, &choice.filter);
    let sought = choice.sought.clone();
    {
        let sought = sought.clone();
        use_effect_with((sought, reader.settled), |(sought, settled)| {
            if let (Sought::Topic(topic), true) = (sought, *settled) {
                browser::page::show(&row_id(topic));
            }
        });
    }
    let hidden: Option<Dial> = match sought {
        Sought::Hidden(dial) => Some(dial),
        Sought::Topic(_) | Sought::Nothing => None,
    };
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
            if let Some(needs) = hidden {
                <Hidden what="This topic" {needs} />
            }
            <Controls choice={choice.clone()} {shown} counts={comparison.counts} />
            if comparison.sections.is_empty() {
                <div class="empty">
                    <h2>{ "No topic fits" }</h2>
                    <p>{ "None of the reviews you chose says anything that passes these filters." }</p>
                    <Go class="button" to={choice.unfiltered().address()}>{ "Clear the filters" }</Go>
                </div>
            } else {
                <ComparisonTable {comparison} {choice} />
            }
        </>
    }
}
