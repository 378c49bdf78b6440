//! Reviews' texts side by side, and where in each one thing is said.

use super::outline::Entry;
use super::reading::{Open, Reading};
use crate::model::{MomentId, Review, TopicId};

/// Two to four texts, each a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside<'r> {
    columns: Vec<Reading<'r>>,
}

/// What the columns are led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// What is answered to a topic.
    Topic(TopicId),
    /// How a moment is told.
    Moment(MomentId),
}

/// What is lit in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Lit<'r> {
    /// The column's review.
    pub review: &'r Review,
    /// The passages, in the order of the text: the paragraph, and which of its passages.
    pub passages: Vec<(u16, usize)>,
    /// Whether something that is shown of the subject stands where the text is kept back. Without it and without
    /// passages, the review is silent as far as the dial goes, or its passages are lost.
    pub is_kept_back: bool,
}

impl<'r> Beside<'r> {
    /// Puts texts side by side, in their order; nothing where they are fewer than two or more than four.
    #[must_use]
    pub fn of(columns: Vec<Reading<'r>>) -> Option<Self> {
        (2..=4).contains(&columns.len()).then_some(Self { columns })
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &[Reading<'r>] {
        &self.columns
    }

    /// Where each column speaks of a subject: one for each column, in their order.
    #[must_use]
    pub fn lit(&self, subject: &Subject) -> Vec<Lit<'r>> {
        let lit = |reading: &Reading<'r>| {
            let is_about = |entries: &[Entry<'r>]| entries.iter().any(|entry| subject.is_of(entry));
            let own = |open: &Open<'r>| {
                let passages = open.passages.iter().enumerate();
                let about = passages.filter(|(_, passage)| is_about(&passage.entries));
                about.map(|(place, _)| (open.paragraph, place)).collect::<Vec<_>>()
            };
            Lit {
                review: reading.review,
                passages: reading.open().flat_map(own).collect(),
                is_kept_back: reading.gaps().any(|gap| is_about(&gap.entries)),
            }
        };
        self.columns.iter().map(lit).collect()
    }
}

impl Subject {
    fn is_of(&self, entry: &Entry<'_>) -> bool {
        match (self, entry) {
            (Self::Topic(topic), Entry::Claim(own, _)) => own.id == *topic,
            (Self::Moment(moment), Entry::Telling(own, _)) => own.id == *moment,
            _ => false,
        }
    }
}
