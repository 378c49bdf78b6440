//! Compare's table, as the reader has it before them: the chosen reviews in their order, the rows that pass the filters,
//! by group and with the rows that fold at their group's end.

mod json;
mod markdown;
mod said;
mod table;

pub use json::json;
pub use markdown::markdown;
pub use table::csv;

use liner_notes_record::Shown;
use liner_notes_record::model::{Group, Review};
use liner_notes_record::questions::{Comparison, Filter, Row, compare};

/// What a reader compares.
#[derive(Clone, Debug)]
pub struct Compared<'r> {
    /// The record at the reader's dial.
    pub shown: Shown<'r>,
    /// The chosen reviews, in the chosen order.
    pub reviews: Vec<&'r Review>,
    /// Which rows to keep.
    pub filter: Filter,
}

impl<'r> Compared<'r> {
    /// All reviews in their order, under no filter.
    #[must_use]
    pub fn whole(shown: Shown<'r>) -> Self {
        Self { shown, reviews: shown.reviews().iter().collect(), filter: Filter::default() }
    }

    fn comparison(&self) -> Comparison<'r> {
        compare(self.shown, &self.reviews, &self.filter)
    }
}

/// The rows of each group in the order of the screen, where those that fold are unfolded.
fn groups<'c, 'r>(comparison: &'c Comparison<'r>) -> impl Iterator<Item = (&'r Group, Vec<&'c Row<'r>>)> {
    comparison.sections.iter().map(|section| (section.group, section.rows.iter().chain(&section.folded).collect()))
}
