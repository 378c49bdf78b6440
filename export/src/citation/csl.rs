//! Citations as CSL-JSON, which citation managers and pandoc read.

use liner_notes_record::Shown;
use liner_notes_record::model::Review;
use liner_notes_record::value::{Date, DateRange};
use serde::Serialize;

use super::kind;
use crate::address::written;
use crate::{File, file};

/// One item. The names of the fields are CSL's.
#[derive(Serialize)]
struct Item<'r> {
    id: &'r str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name<'r>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'r str>,
    #[serde(rename = "reviewed-title")]
    reviewed_title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// An author as the record has them: which part is the family's name it does not say.
#[derive(Serialize)]
struct Name<'r> {
    literal: &'r str,
}

#[derive(Serialize)]
struct Issued {
    /// One date, or the two ends of a range; of each the year, and the month and the day where they are known.
    #[serde(rename = "date-parts")]
    date_parts: Vec<Vec<u16>>,
}

/// The reviews as CSL-JSON: a list with an item of type `review` for each, its work as `reviewed-title`.
///
/// # Errors
/// Never: JSON can write all it holds.
pub fn csl_json(shown: Shown<'_>, reviews: &[&Review]) -> serde_json::Result<File> {
    let items: Vec<Item<'_>> = reviews.iter().map(|review| item(shown, review)).collect();
    let text = file::json(&items)?;
    Ok(File::new(shown, &kind(reviews, "csl.json"), "application/vnd.citationstyles.csl+json", text))
}

fn item<'r>(shown: Shown<'r>, review: &'r Review) -> Item<'r> {
    Item {
        id: review.id.as_str(),
        kind: "review",
        author: review.author.as_deref().map(|literal| [Name { literal }]),
        title: review.title.as_deref(),
        reviewed_title: &shown.work().title,
        publisher: review.publisher.as_deref(),
        issued: review.date.map(issued),
        url: review.address.as_deref().map(written),
    }
}

fn issued(date: DateRange) -> Issued {
    let (from, to) = (date.from(), date.to());
    let ends = if from == to { vec![from] } else { vec![from, to] };
    Issued { date_parts: ends.into_iter().map(parts).collect() }
}

/// The parts of a date that are known.
fn parts(date: Date) -> Vec<u16> {
    date.iso().split('-').filter_map(|part| part.parse().ok()).collect()
}
