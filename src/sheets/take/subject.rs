//! What a view shows, as far as it makes a difference to what can be taken of it.

use liner_notes_record::Shown;
use liner_notes_record::model::{Review, ReviewId};
use liner_notes_record::questions::Filter;

use super::Offer;
use crate::address::{Address, Place};
use crate::pages::compare::chosen;

/// What a view is of.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A comparison of these reviews in this order.
    Compare {
        /// The chosen reviews.
        reviews: Vec<&'static Review>,
        /// Which rows pass.
        filter: Filter,
    },
    /// The moments.
    Timeline,
    /// One review.
    Review(&'static Review),
    /// All reviews.
    Reviews,
    /// Something else, of which the whole record can be taken.
    Record,
}

impl Subject {
    /// What the view at that address is of.
    #[must_use]
    pub fn of(view: &Address, shown: Shown<'static>) -> Self {
        match &view.place {
            Place::Compare => {
                let (reviews, filter) = chosen(&view.query, shown);
                Self::Compare { reviews, filter }
            }
            Place::Timeline => Self::Timeline,
            Place::Review(slug) => shown.review(&ReviewId::new(slug)).map_or(Self::Record, Self::Review),
            Place::Reviews => Self::Reviews,
            _ => Self::Record,
        }
    }

    /// The reviews that its files are of.
    #[must_use]
    pub fn reviews(&self, shown: Shown<'static>) -> Vec<&'static Review> {
        match self {
            Self::Compare { reviews, .. } => reviews.clone(),
            Self::Review(review) => vec![review],
            Self::Timeline | Self::Reviews | Self::Record => shown.reviews().iter().collect(),
        }
    }

    /// The files that are of it alone, with the words on their buttons.
    pub(super) fn offers(&self) -> &'static [(Offer, &'static str)] {
        match self {
            Self::Compare { .. } => &[
                (Offer::CompareCsv, "Table (CSV)"),
                (Offer::CompareMarkdown, "Table (Markdown)"),
                (Offer::CompareJson, "Data (JSON)"),
            ],
            Self::Timeline => &[
                (Offer::ScoreSvg, "Score (SVG)"),
                (Offer::ScorePng, "Score (PNG)"),
                (Offer::TimelineCsv, "Table of moments (CSV)"),
            ],
            Self::Review(_) => &[
                (Offer::CslJson, "Citation (CSL-JSON)"),
                (Offer::BibTex, "Citation (BibTeX)"),
                (Offer::PlainText, "Citation (plain text)"),
                (Offer::SchemaOrg, "Review (schema.org)"),
            ],
            Self::Reviews | Self::Record => &[],
        }
    }
}
