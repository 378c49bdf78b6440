//! About the record: how it was made, what is in it, what its words mean, where it is at odds, how to take it along.

mod copies;
mod coverage;
mod findings;
mod holdings;
mod making;
mod statuses;

use liner_notes_record::questions::account;
use yew::prelude::*;

use crate::components::notice::{notice, strange_keys};
use crate::markup::html;
use crate::numerals::in_words_capitalised;
use crate::reader::ReaderHandle;

/// In how many pieces the page is taken over, after its head.
pub(super) const PIECES: usize = 3;

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let (shown, form) = (reader.shown(), &reader.form);
    let account = account(shown);
    let parts = [
        ("How it was made", making::LEAD.to_owned(), making::making()),
        ("What it holds", holdings::lead(shown), holdings::holdings(&account.counts)),
        ("Where it comes from", coverage::LEAD.to_owned(), coverage::coverage(form, &account.coverage)),
        ("What the words mean", statuses::LEAD.to_owned(), statuses::statuses(form, &account.examples)),
        ("Where they conflict", findings::lead(account.conflicts.len()), findings::conflicts(form, &account.conflicts)),
        ("Where they slip", findings::lead(account.counts.slips), findings::slips(form, &account.coverage)),
        ("Take it along", copies::lead(shown), copies::copies(form, shown)),
    ];
    let waiting = reader.waiting(parts.len(), PIECES);
    html! {
        <div class="about">
            <header class="page-head">
                <h1 class="page-title" tabindex="-1">{ "About the record" }</h1>
                <p class="lede">
                    { format!(
                        "{} reviews of one work, and no sentence of theirs: what they say, told in our words, with the \
                         place where each says it.",
                        in_words_capitalised(account.counts.reviews),
                    ) }
                </p>
            </header>
            { notice(reader, strange_keys(&reader.address.query, &[])) }
            for (title, lead, content) in parts.into_iter().skip(waiting) {
                <section key={title} class="about-part" data-later="">
                    <h2>{ title }</h2>
                    <div><p class="soft">{ lead }</p>{ content }</div>
                </section>
            }
        </div>
    }
}
