//! What can be taken along: the record's files, the app as one file, the licences; the edition and how to cite it.

use liner_notes_record::Shown;
use yew::prelude::*;

use crate::address::Form;
use crate::components::edition::edition_words;
use crate::markup::html;
use crate::numerals::in_words;

/// The folder of the site in which the record's files stand. The build puts them there, and the two below beside the
/// page.
const FOLDER: &str = "data";

/// The whole app as one file.
const ONE_FILE: &str = "liner-notes.html";

/// The licences of everything in the app.
const LICENCES: &str = "licences.txt";

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
            format!("{FOLDER}/{}.json", work.id),
            "The whole record, as JSON",
            "Everything in one document, every locator with its hashes. Contains the ending.",
        ),
        (
            format!("{FOLDER}/collection.schema.json"),
            "Its JSON Schema",
            "What each field of that document means, for people and for programs. Tells nothing of the story.",
        ),
        (
            format!("{FOLDER}/{}.csv", work.id),
            "The claims, as CSV",
            "A table with a line for each answer of each review, to open in a spreadsheet. Contains the ending.",
        ),
        (
            ONE_FILE.to_owned(),
            "The whole app, as one file",
            "All of this in one document, to keep and to open from disk: it asks no host and no network. Contains the \
             ending, behind the same dial.",
        ),
        (
            LICENCES.to_owned(),
            "The licences",
            "Those of the app, of its fonts and of every package compiled into it, with their notices.",
        ),
    ];
    // The one file carries the others inside, but no copy of itself.
    let is_at_hand = |path: &String| *form != Form::Hash || path != ONE_FILE;
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
                for (path, name, what) in files.into_iter().filter(|(path, _, _)| is_at_hand(path)) {
                    <li key={name}>
                        <a class="button" href={form.file(&path)} download={file_name(&path)}>{ name }</a>
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

fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

fn line(name: &'static str, value: Html) -> Html {
    html! { <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div> }
}
