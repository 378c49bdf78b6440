//! What each status means, with a row of the record that has it.

use liner_notes_record::questions::{Digest, Status};
use yew::prelude::*;

use crate::address::Form;
use crate::components::digest::{sides, topic_address};
use crate::components::status_sign::status_sign;
use crate::markup::html;

/// What a status is.
pub(super) const LEAD: &str = "A row is one question asked of every review. Its status is worked out from the answers, \
                               each time anew, and never written down; the dots beside it are the reviews in their \
                               order, on one level where they say the same. Where at least three speak and one is \
                               against all the others, who are at one, that one is the odd one out.";

/// The statuses, each with its example.
pub(super) fn statuses(form: &Form, examples: &[(Status, Option<Digest<'static>>)]) -> Html {
    html! {
        <ul class="statuses">
            for (status, example) in examples {
                { draw(form, *status, example.as_ref()) }
            }
        </ul>
    }
}

fn draw(form: &Form, status: Status, example: Option<&Digest<'static>>) -> Html {
    html! {
        <li key={status.token()} data-status={status.token()}>
            if let Some(digest) = example {
                { status_sign(&digest.row) }
            } else {
                <span class="status" data-status={status.token()}>{ status.words() }</span>
            }
            <p>{ meaning(status) }</p>
            if let Some(digest) = example {
                <div class="example">
                    <h3><a href={row_address(form, status, digest)}>{ digest.row.topic.title.as_str() }</a></h3>
                    { sides(digest) }
                </div>
            } else {
                <p class="soft">{ "No row is like this at this stop of the dial." }</p>
            }
        </li>
    }
}

/// The address of the row, which is listed among the silent ones only when it is asked for.
fn row_address(form: &Form, status: Status, digest: &Digest<'_>) -> String {
    let address = topic_address(digest.row.topic);
    let address = if status == Status::Silent { address.with("status", status.token()) } else { address };
    address.href(form)
}

fn meaning(status: Status) -> &'static str {
    match status {
        Status::Differ => "Two answers cannot both be true.",
        Status::Close => "At least two speak, not all the same, and all of it can be true together.",
        Status::Agree => "At least two speak, and all say the same.",
        Status::InTheirWords => "At least two speak, in words that are not compared.",
        Status::OnlyOne => "One speaks.",
        Status::Silent => "Nobody speaks.",
    }
}
