//! The way to say that an entry is wrong: a link to the collection's tracker, with the entry and the edition filled in.

use liner_notes_record::model::{Locator, Review};
use yew::prelude::*;

use crate::address::Query;
use crate::markup::html;
use crate::reader::Reader;

/// The entry that may be wrong.
pub(crate) struct Suspect<'s> {
    /// What it is: "claim", "telling".
    pub(crate) what: &'static str,
    /// Its id.
    pub(crate) id: String,
    /// What it is called on the screen.
    pub(crate) name: &'s str,
    /// The review it was taken from.
    pub(crate) review: &'s Review,
    /// Where it stands there.
    pub(crate) at: &'s [Locator],
}

/// The link; nothing where the collection names no tracker, nor at the first render: a page that is drawn beforehand
/// would be a fifth longer for it. Whoever follows it says what is wrong: the record's words and the review's are left
/// for them to fill in.
pub(crate) fn report(reader: &Reader, suspect: &Suspect<'_>) -> Html {
    let shown = reader.shown();
    let Some(tracker) = shown.work().tracker.as_ref().filter(|_| reader.settled) else {
        return html! {};
    };
    let Suspect { what, id, name, review, at } = suspect;
    let edition = shown.edition();
    let first = at.first().map_or(0, |at| at.paragraph);
    let places: Vec<String> = at.iter().map(|at| format!("¶{} {}+{}", at.paragraph, at.start, at.length)).collect();
    let body = format!(
        "Entry: {what} {id}\nEdition: {} {}\nPlace: {}\n\nWhat the record says:\n\n\nWhat the text says:\n\n",
        edition.version,
        edition.short_hash(),
        places.join(", "),
    );
    let mut issue = Query::default();
    issue.set("title", &format!("{}: {id}", review.label));
    issue.set("body", &body);
    let mark = if tracker.contains('?') { '&' } else { '?' };
    html! {
        <a
            class="report"
            href={format!("{tracker}{mark}{issue}")}
            rel="noopener noreferrer"
            aria-label={format!("Report a mistake: {what} “{name}”, ¶{first}")}
        >
            { "Report" }
            <span>{ " a mistake" }</span>
        </a>
    }
}
