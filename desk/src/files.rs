//! The files that are taken along, made by the crate `export` of what a view shows.

use liner_notes::reader::Reader;
use liner_notes::sheets::score;
use liner_notes::sheets::shelf::Shelf;
use liner_notes::sheets::take::{Offer, Subject};
use liner_notes_export::annotation::Words;
use liner_notes_export::comparison::{self, Compared};
use liner_notes_export::review::{Reviewed, schema_org};
use liner_notes_export::{File, annotation, citation, timeline};
use liner_notes_record::Shown;
use liner_notes_record::model::Review;

/// Where the project's own collection is published: what is taken along is named after it, wherever it was taken.
const PUBLISHED: &str = env!("CARGO_PKG_HOMEPAGE");

/// How a picture looks: what `build/still.rs` makes of the pages' own sheets.
const PICTURE: &str = include_str!(concat!(env!("OUT_DIR"), "/picture.css"));

/// The file of what is where the reader is; nothing where it cannot be written, which JSON always can. What the view is
/// not of is whole.
pub(crate) fn file(reader: Reader, shelf: &Shelf, offer: Offer) -> Option<File> {
    let shown = reader.shown();
    let subject = Subject::of(&reader.address, shown);
    let reviews = subject.reviews(shown);
    let compared = || match subject {
        Subject::Compare { reviews, filter } => Compared { shown, reviews, filter },
        _ => Compared::whole(shown),
    };
    let picture = || score::document(reader, PICTURE, PUBLISHED);
    match offer {
        Offer::CompareCsv => Some(comparison::csv(&compared())),
        Offer::CompareMarkdown => Some(comparison::markdown(&compared())),
        Offer::CompareJson => comparison::json(&compared()).ok(),
        Offer::TimelineCsv => Some(timeline::csv(shown, &reviews)),
        Offer::ScoreSvg => Some(timeline::svg(shown, picture())),
        Offer::ScorePng => Some(timeline::png(shown, picture())),
        Offer::CslJson => citation::csl_json(shown, &reviews).ok(),
        Offer::BibTex => Some(citation::bibtex(shown, &reviews)),
        Offer::PlainText => Some(citation::plain_text(shown, &reviews)),
        Offer::SchemaOrg => schema_org(shown, &reviews, Reviewed::CreativeWork).ok(),
        Offer::Annotations => annotation::web_annotations(shown, &reviews, PUBLISHED).ok(),
        Offer::AnnotationsWithWords => annotation::with_words(shown, &words(shown, shelf), PUBLISHED).ok(),
    }
}

/// The texts on the shelf, to quote from.
fn words<'t>(shown: Shown<'static>, shelf: &'t Shelf) -> Vec<Words<'t, 'static>> {
    let words = |review: &'static Review| {
        let (attached, own) = shelf.text_of(&review.id)?;
        Some(Words { review, text: &attached.text, places: &own.places })
    };
    shown.reviews().iter().filter_map(words).collect()
}
