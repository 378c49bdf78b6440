//! The files that are taken along, made by the crate `export` of what a view shows.

use liner_notes::address::Address;
use liner_notes::sheets::take::{Offer, Subject};
use liner_notes_export::comparison::{self, Compared};
use liner_notes_export::review::{Reviewed, schema_org};
use liner_notes_export::{File, annotation, citation, timeline};
use liner_notes_record::Shown;

/// Where the project's own collection is published: what is taken along is named after it, wherever it was taken.
const PUBLISHED: &str = env!("CARGO_PKG_HOMEPAGE");

/// The file of what is at that address; nothing where it cannot be written, which JSON always can. What the view is not
/// of is whole.
pub(crate) fn file(shown: Shown<'static>, view: &Address, offer: Offer) -> Option<File> {
    let subject = Subject::of(view, shown);
    let reviews = subject.reviews(shown);
    let compared = || match subject {
        Subject::Compare { reviews, filter } => Compared { shown, reviews, filter },
        _ => Compared::whole(shown),
    };
    match offer {
        Offer::CompareCsv => Some(comparison::csv(&compared())),
        Offer::CompareMarkdown => Some(comparison::markdown(&compared())),
        Offer::CompareJson => comparison::json(&compared()).ok(),
        Offer::TimelineCsv => Some(timeline::csv(shown, &reviews)),
        Offer::CslJson => citation::csl_json(shown, &reviews).ok(),
        Offer::BibTex => Some(citation::bibtex(shown, &reviews)),
        Offer::PlainText => Some(citation::plain_text(shown, &reviews)),
        Offer::SchemaOrg => schema_org(shown, &reviews, Reviewed::CreativeWork).ok(),
        Offer::Annotations => annotation::web_annotations(shown, &reviews, PUBLISHED).ok(),
    }
}
