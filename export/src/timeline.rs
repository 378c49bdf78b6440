//! The moments as the list of the timeline has them, as CSV; and files of the score, which is a drawing of the app's.

use liner_notes_record::Shown;
use liner_notes_record::model::Review;
use liner_notes_record::questions::{Head, timeline};

use crate::{File, csv};

/// A line for each moment, in story order: its phase, its number, its title; after and before which numbers it may stand
/// anywhere, where its place is not fixed (an end that is not known is empty, and `anywhere` says that it is not fixed);
/// for each of the chosen reviews how it tells it and as which of its own moments; the stop of the dial and the edition,
/// the same in every line. A cell that a spreadsheet would take for a formula, or that starts with an apostrophe, has one
/// more apostrophe in front.
#[must_use]
pub fn csv(shown: Shown<'_>, reviews: &[&Review]) -> File {
    let timeline = timeline(shown);
    // The staff has every review; these are the places of the chosen ones on it.
    let on_staff = |review: &&Review| timeline.reviews.iter().position(|line| line.id == review.id);
    let chosen: Vec<(usize, &Review)> =
        reviews.iter().filter_map(|review| Some((on_staff(review)?, *review))).collect();
    let mut table = String::new();
    let head = ["phase", "moment", "title", "anywhere", "after", "before"].map(str::to_owned);
    let labels = chosen.iter().flat_map(|(_, review)| [review.label.clone(), format!("{}: rank", review.label)]);
    let made = ["spoilers", "edition"].map(str::to_owned);
    csv::line(&mut table, head.into_iter().chain(labels).chain(made));
    for (index, place) in timeline.places.iter().enumerate() {
        let reach = timeline.reach(index);
        let number = |end: Option<usize>| end.map(|index| (index + 1).to_string()).unwrap_or_default();
        let head = [
            place.phase.name.clone(),
            place.number.to_string(),
            place.moment.title.clone(),
            if reach.is_some() { "yes" } else { "no" }.to_owned(),
            number(reach.and_then(|reach| reach.after)),
            number(reach.and_then(|reach| reach.before)),
        ];
        let told = chosen.iter().flat_map(|(line, _)| told(place.heads.get(*line).and_then(Option::as_ref)));
        let made = [shown.dial().words(), &shown.edition().version].map(str::to_owned);
        csv::line(&mut table, head.into_iter().chain(told).chain(made));
    }
    File::new(shown, "timeline.csv", csv::MEDIA_TYPE, table)
}

/// The score as it was drawn, as an SVG document.
#[must_use]
pub fn svg(shown: Shown<'_>, drawn: String) -> File {
    File::new(shown, "score.svg", "image/svg+xml", drawn)
}

/// The same drawing under the name and the type of a PNG, which is for whoever has a canvas to make of it.
#[must_use]
pub fn png(shown: Shown<'_>, drawn: String) -> File {
    File::new(shown, "score.png", "image/png", drawn)
}

/// How a review tells a moment and as which of its own; both empty where it does not.
fn told(head: Option<&Head<'_>>) -> [String; 2] {
    head.map_or_else(Default::default, |head| {
        let how = if head.alludes() { "alludes to it" } else { "tells it" };
        [how.to_owned(), head.rank.to_string()]
    })
}
