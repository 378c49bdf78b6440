//! What is known of each review as data about it: schema.org's `Review` in JSON-LD.
//!
//! Like a citation it has nothing that the dial could hide, and leaves out what is not known. A range of dates is left
//! out as well: `datePublished` takes one.

use liner_notes_record::Shown;
use liner_notes_record::model;
use serde::Serialize;

use crate::address::written;
use crate::{File, file};

/// What kind of thing the reviews are of. The record does not say it, so whoever asks does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Reviewed {
    /// Any work at all: true of whatever is reviewed.
    #[default]
    CreativeWork,
    /// A series.
    #[serde(rename = "TVSeries")]
    TvSeries,
}

#[derive(Serialize)]
struct Graph<'r> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Review<'r>>,
}

/// One review, in schema.org's words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Review<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    item_reviewed: Item<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_rating: Option<Rating>,
}

#[derive(Serialize)]
struct Named<'r> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'r str,
}

#[derive(Serialize)]
struct Item<'r> {
    #[serde(rename = "@type")]
    kind: Reviewed,
    name: &'r str,
}

/// A rating on its own scale. Where the scale starts is not known.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rating {
    #[serde(rename = "@type")]
    kind: &'static str,
    rating_value: String,
    best_rating: String,
}

/// The reviews as JSON-LD in schema.org's vocabulary.
///
/// # Errors
/// Never: JSON can write all it holds.
pub fn schema_org(shown: Shown<'_>, reviews: &[&model::Review], reviewed: Reviewed) -> serde_json::Result<File> {
    let graph = reviews.iter().map(|one| review(shown, one, reviewed)).collect();
    let text = file::json(&Graph { context: "https://schema.org", graph })?;
    Ok(File::new(shown, "reviews.jsonld", "application/ld+json", text))
}

fn review<'r>(shown: Shown<'r>, review: &'r model::Review, reviewed: Reviewed) -> Review<'r> {
    let date = review.date.filter(|date| date.from() == date.to());
    Review {
        kind: "Review",
        url: review.address.as_deref().map(written),
        name: review.title.as_deref(),
        author: review.author.as_deref().map(|name| Named { kind: "Person", name }),
        publisher: review.publisher.as_deref().map(|name| Named { kind: "Organization", name }),
        date_published: date.map(|date| date.from().iso()),
        item_reviewed: Item { kind: reviewed, name: &shown.work().title },
        review_rating: review.rating.map(|rating| Rating {
            kind: "Rating",
            rating_value: rating.points().to_string(),
            best_rating: rating.scale().to_string(),
        }),
    }
}
