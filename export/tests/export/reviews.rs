//! schema.org's reviews, read as statements in schema.org's own context.

use liner_notes_export::review::{Reviewed, schema_org};
use liner_notes_record::Shown;

use super::linked::{self, Statements, of_type, one};
use super::records::{address, all_shown, reviews};

const SCHEMA: &str = "http://schema.org/";

fn read(shown: Shown<'_>, reviewed: Reviewed) -> Statements {
    let text = schema_org(shown, &reviews(shown), reviewed).unwrap().text;
    linked::read(&text, "https://schema.org", ssi_contexts::SCHEMA_ORG)
}

/// A review as one line for each thing that is known of it.
type Known = Vec<(&'static str, String)>;

fn expected(shown: Shown<'_>) -> Vec<Known> {
    let known = |review: &liner_notes_record::model::Review| {
        let date = review.date.filter(|date| date.from() == date.to()).map(|date| date.from().iso());
        let fields = [
            ("author", review.author.clone()),
            ("bestRating", review.rating.map(|rating| rating.scale().to_string())),
            ("datePublished", date),
            ("itemReviewed", Some(shown.work().title.clone())),
            ("name", review.title.clone()),
            ("publisher", review.publisher.clone()),
            ("ratingValue", review.rating.map(|rating| rating.points().to_string())),
            ("url", address(review)),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    };
    let mut expected: Vec<Known> = shown.reviews().iter().map(known).collect();
    expected.sort();
    expected
}

/// Holds what the file says against what is known.
#[track_caller]
pub(crate) fn holds(shown: Shown<'_>) {
    let statements = read(shown, Reviewed::CreativeWork);
    let term = |name: &str| format!("{SCHEMA}{name}");
    let known = |of: &std::collections::BTreeMap<String, Vec<String>>| {
        let behind = |name: &str, inner: &str| {
            of.contains_key(&term(name)).then(|| one(&statements[one(of, &term(name))], &term(inner)).to_owned())
        };
        let plain = |name: &str| of.contains_key(&term(name)).then(|| one(of, &term(name)).to_owned());
        let fields = [
            ("author", behind("author", "name")),
            ("bestRating", behind("reviewRating", "bestRating")),
            ("datePublished", plain("datePublished")),
            ("itemReviewed", behind("itemReviewed", "name")),
            ("name", plain("name")),
            ("publisher", behind("publisher", "name")),
            ("ratingValue", behind("reviewRating", "ratingValue")),
            ("url", plain("url")),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    };
    let mut read: Vec<Known> = of_type(&statements, &term("Review")).into_iter().map(|(_, of)| known(of)).collect();
    read.sort();
    assert_eq!(read, expected(shown));
}

#[test]
fn a_review_has_what_is_known_and_nothing_else() {
    all_shown().for_each(holds);
}

#[test]
fn what_is_reviewed_is_what_the_caller_says() {
    let shown = all_shown().next().unwrap();
    for (reviewed, kind) in [(Reviewed::TvSeries, "TVSeries"), (Reviewed::CreativeWork, "CreativeWork")] {
        let statements = read(shown, reviewed);
        assert_eq!(of_type(&statements, &format!("{SCHEMA}{kind}")).len(), shown.reviews().len());
    }
}
