//! How much the record holds at a stop of the dial.

use liner_notes_record::Shown;
use liner_notes_record::questions::Counts;
use yew::prelude::*;

use crate::markup::html;
use crate::numerals::figures;

/// Of which stop the counts are. What is above it is not among them, and no count tells of it.
pub(super) fn lead(shown: Shown<'_>) -> String {
    let more = if shown.story_goes_on() { " The story goes on." } else { "" };
    format!("Counted at this stop of the dial, spoilers: {}.{more}", shown.dial().words())
}

/// The counts, each with what is counted.
pub(super) fn holdings(counts: &Counts) -> Html {
    let held = [
        ("Reviews", counts.reviews, "texts about the work"),
        ("Topics", counts.topics, "questions that every review can be asked"),
        ("Claims", counts.claims, "answers to them"),
        ("Implied", counts.implied, "of these claims, read between the lines"),
        ("Moments", counts.moments, "plot points of the story"),
        ("Tellings", counts.tellings, "of a moment by a review, or allusions to it"),
        ("Spellings", counts.spellings, "of names, as each review writes them"),
        ("Other titles", counts.titles, "that the reviews name"),
        ("Slips", counts.slips, "mistakes of the texts, left as they stand"),
    ];
    html! {
        <dl class="holdings">
            for (name, count, what) in held {
                <div key={name}>
                    <dt>{ name }</dt>
                    <dd><b>{ figures(count) }</b><span>{ what }</span></dd>
                </div>
            }
        </dl>
    }
}
