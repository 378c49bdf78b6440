//! The record to take along: its files, its licence, its edition, how to cite it.

use liner_notes_record::Shown;
use yew::prelude::*;

use crate::address::Form;
use crate::components::edition::edition_words;
use crate::markup::html;
use crate::numerals::in_words;

/// The folder of the site in which the files stand. The build puts them there.
const FOLDER: &str = "data";

/// Who may take it.
pub(super) fn lead(shown: Shown<'_>) -> String {
    format!(
        "The record is anyone’s to use under {}. The reviews themselves are not part of it: they are their \
         publishers’ own.",
        shown.edition().licence,
    )
}

/// The files and what to know about them.
pub(super) fn copies(form: &Form, shown: Shown<'static>) -> Html {
    let (work, edition) = (shown.work(), shown.edition());
    let files = [
        (
            format!("{}.json", work.id),
            "The whole record, as JSON",
            "Everything in one document, every locator with its hashes. Contains the ending.",
        ),
        (
            "collection.schema.json".to_owned(),
            "Its JSON Schema",
            "What each field of that document means, for people and for programs. Tells nothing of the story.",
        ),
        (
            format!("{}.csv", work.id),
            "The claims, as CSV",
            "A table with a line for each answer of each review, to open in a spreadsheet. Contains the ending.",
        ),
    ];
    let citation = format!(
        "Liner Notes. {}: {} reviews side by side. {}. {}.",
        work.title,
        in_words(shown.reviews().len()),
        edition_words(edition),
        edition.licence,
    );
    html! {
        <>
            <ul class="copies">
                for (file, name, what) in files {
                    <li key={name}>
                        <a class="button" href={form.file(&format!("{FOLDER}/{file}"))} download={file}>{ name }</a>
                        <p>{ what }</p>
                    </li>
                }
            </ul>
            <dl class="colophon">
                { line("Edition", html! { format!("{}, {}", edition.version, edition.date) }) }
                { line("Licence", html! { edition.licence.as_str() }) }
                { line("To cite it", html! { <span class="citation">{ citation }</span> }) }
                { line("SHA-256", html! { <code>{ edition.hash.as_str() }</code> }) }
            </dl>
        </>
    }
}

fn line(name: &'static str, value: Html) -> Html {
    html! { <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div> }
}
