//! Citations to paste.

use liner_notes_record::Shown;
use liner_notes_record::model::Review;

use super::kind;
use crate::File;
use crate::address::written;

/// The reviews as plain text, a line for each.
#[must_use]
pub fn plain_text(shown: Shown<'_>, reviews: &[&Review]) -> File {
    let text = reviews.iter().map(|review| sentence(shown, review) + "\n").collect();
    File::new(shown, &kind(reviews, "txt"), "text/plain; charset=utf-8", text)
}

/// `Author. “Title.” Review of Work. Publisher, date. Address`, without what is not known.
#[must_use]
pub fn sentence(shown: Shown<'_>, review: &Review) -> String {
    let date = review.date.map(|date| date.to_string());
    let issue: Vec<&str> = [review.publisher.as_deref(), date.as_deref()].into_iter().flatten().collect();
    let parts = [
        review.author.as_deref().map(closed),
        review.title.as_deref().map(|title| format!("“{}”", closed(title))),
        Some(closed(&format!("Review of {}", shown.work().title))),
        (!issue.is_empty()).then(|| closed(&issue.join(", "))),
        review.address.as_deref().map(written),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With a full stop, where it does not end in a sign of its own.
fn closed(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { format!("{text}.") }
}
