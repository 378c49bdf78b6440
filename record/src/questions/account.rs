//! The record's account of itself: how much it holds, what each status looks like, how much of every paragraph went in,
//! where the reviews are at odds and what they get wrong.

use super::compare::rows;
use super::outline::outline;
use super::overview::{Digest, digests, speaking};
use super::status::Status;
use crate::Shown;
use crate::model::{RelatedId, Review, Slip};

/// What the record tells of itself at a stop of the dial.
#[derive(Clone, Debug, PartialEq)]
pub struct Account<'r> {
    /// How much it holds.
    pub counts: Counts,
    /// A row of each status, in the order of [`Status::ALL`]; nothing where no row has it.
    pub examples: Vec<(Status, Option<Digest<'r>>)>,
    /// What was taken from each review, in the order of their numbers.
    pub coverage: Vec<Coverage<'r>>,
    /// Every row that differs, those on which most speak first.
    pub conflicts: Vec<Digest<'r>>,
}

/// How many there are of each thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Reviews.
    pub reviews: usize,
    /// Topics.
    pub topics: usize,
    /// Claims.
    pub claims: usize,
    /// Of these, the ones that a review only implies.
    pub implied: usize,
    /// Moments.
    pub moments: usize,
    /// Tellings of them.
    pub tellings: usize,
    /// Spellings: the forms that each review gives to each name.
    pub spellings: usize,
    /// Other titles, each once, whoever names it.
    pub titles: usize,
    /// Slips.
    pub slips: usize,
}

/// What was taken from one review.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage<'r> {
    /// The review.
    pub review: &'r Review,
    /// Its paragraphs, in the order of the text.
    pub paragraphs: Vec<Covered>,
    /// Its slips.
    pub slips: Vec<&'r Slip>,
}

/// How much was taken from one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// How long it is, in code points.
    pub length: u32,
    /// How many things of the record stand in it.
    pub taken: usize,
}

/// The account at the reader's dial. What is above it is neither counted nor told apart from what was never there.
#[must_use]
pub fn account<'r>(shown: Shown<'r>) -> Account<'r> {
    let reviews: Vec<&Review> = shown.reviews().iter().collect();
    let rows = rows(shown, &reviews);
    let of_status = |status: Status| digests(rows.iter().filter(|row| row.status == status).collect());
    // Of the rows on which most speak, the one that is soonest read.
    let example = |status: Status| {
        let mut best: Option<Digest<'r>> = None;
        for digest in of_status(status) {
            let is_better =
                |best: &Digest<'r>| speaking(&digest.row) == speaking(&best.row) && letters(&digest) < letters(best);
            if best.as_ref().is_none_or(is_better) {
                best = Some(digest);
            }
        }
        best
    };
    Account {
        counts: counts(shown),
        examples: Status::ALL.map(|status| (status, example(status))).into(),
        coverage: reviews.into_iter().map(|review| coverage(shown, review)).collect(),
        conflicts: of_status(Status::Differ),
    }
}

fn letters(digest: &Digest<'_>) -> usize {
    digest.sides.iter().map(|side| side.words.len()).sum()
}

fn counts(shown: Shown<'_>) -> Counts {
    let mut titles: Vec<&RelatedId> = Vec::new();
    for mention in shown.mentions() {
        if !titles.contains(&&mention.work) {
            titles.push(&mention.work);
        }
    }
    Counts {
        reviews: shown.reviews().len(),
        topics: shown.topics().count(),
        claims: shown.claims().count(),
        implied: shown.claims().filter(|claim| claim.implied).count(),
        moments: shown.moments().count(),
        tellings: shown.tellings().count(),
        spellings: shown.spellings().count(),
        titles: titles.len(),
        slips: shown.slips().count(),
    }
}

fn coverage<'r>(shown: Shown<'r>, review: &'r Review) -> Coverage<'r> {
    let covered = outline(shown, review).into_iter().zip(&review.paragraphs).map(|(outlined, length)| Covered {
        paragraph: outlined.paragraph,
        length: *length,
        taken: outlined.entries.len(),
    });
    Coverage {
        review,
        paragraphs: covered.collect(),
        slips: shown.slips().filter(|slip| slip.review == review.id).collect(),
    }
}
