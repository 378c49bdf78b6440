//! The front page: what the work is, whom it suits, what they thought, where they differ.

use super::compare::{Answer, Row, rows};
use super::order::{largest_first, ordered};
use super::status::Status;
use crate::Shown;
use crate::model::{Kind, Review, ReviewId, Topic, TopicId};

/// What the front page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'r> {
    /// The facts above the title.
    pub headline: Vec<Headline<'r>>,
    /// The topics the premise rests on.
    pub premise: Vec<&'r Topic>,
    /// Whom the work suits.
    pub suits: Option<Row<'r>>,
    /// Whom it may not suit.
    pub suits_not: Option<Row<'r>>,
    /// The stances on each aspect, where somebody has one.
    pub opinions: Vec<Row<'r>>,
    /// Where they differ, those on which most speak first.
    pub differ: Vec<Digest<'r>>,
    /// Where they are close, likewise.
    pub close: Vec<Digest<'r>>,
    /// Where they agree, likewise.
    pub agree: Vec<Digest<'r>>,
    /// Where only one speaks.
    pub only_one: Vec<Digest<'r>>,
}

/// One fact above the title: the answer that most reviews give.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline<'r> {
    /// The topic.
    pub topic: &'r Topic,
    /// The answer.
    pub words: String,
}

/// A row in short.
#[derive(Clone, Debug, PartialEq)]
pub struct Digest<'r> {
    /// The row.
    pub row: Row<'r>,
    /// Each answer and who gives it, most often given first.
    pub sides: Vec<Side>,
}

/// One answer and those who give it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The answer in a few words.
    pub words: String,
    /// Who gives it, by number.
    pub reviews: Vec<(u8, ReviewId)>,
}

/// The front page at the reader's dial.
#[must_use]
pub fn overview<'r>(shown: Shown<'r>) -> Overview<'r> {
    let reviews: Vec<&Review> = shown.reviews().iter().collect();
    let rows = rows(shown, &reviews);
    let row_of = |id: &TopicId| rows.iter().find(|row| row.topic.id == *id && row.status != Status::Silent);
    let work = shown.work();
    let headline = |id: &TopicId| {
        let row = row_of(id)?;
        let side = sides(row).into_iter().next()?;
        Some(Headline { topic: row.topic, words: side.words })
    };
    let with_status = |status: Status| {
        // The stances have the matrix of opinions to themselves unless they are at odds, and whom the work suits has
        // a place of its own.
        let has_place = |row: &Row<'r>| {
            let id = Some(&row.topic.id);
            id == work.suits.as_ref() || id == work.suits_not.as_ref()
        };
        let is_listed = |row: &&Row<'r>| {
            row.status == status && (row.topic.kind != Kind::Stance || status == Status::Differ) && !has_place(row)
        };
        digests(rows.iter().filter(is_listed).collect())
    };
    Overview {
        headline: work.headline.iter().filter_map(headline).collect(),
        premise: work.premise_topics.iter().filter_map(|id| shown.topic(id)).collect(),
        suits: work.suits.as_ref().and_then(row_of).cloned(),
        suits_not: work.suits_not.as_ref().and_then(row_of).cloned(),
        opinions: rows
            .iter()
            .filter(|row| row.topic.kind == Kind::Stance && row.status != Status::Silent)
            .cloned()
            .collect(),
        differ: with_status(Status::Differ),
        close: with_status(Status::Close),
        agree: with_status(Status::Agree),
        only_one: with_status(Status::OnlyOne),
    }
}

/// A row in short: each answer once, with those who give it.
#[must_use]
pub fn digest<'r>(row: &Row<'r>) -> Digest<'r> {
    Digest { sides: sides(row), row: row.clone() }
}

/// Rows in short, those on which most speak first.
pub(super) fn digests<'r>(rows: Vec<&Row<'r>>) -> Vec<Digest<'r>> {
    let rows = ordered(rows, |row| largest_first(speaking(row)));
    rows.into_iter().map(digest).collect()
}

fn sides(row: &Row<'_>) -> Vec<Side> {
    let same = ordered(row.same.iter().collect(), |class: &&Vec<usize>| largest_first(class.len()));
    let side = |class: &Vec<usize>| {
        let cell = &row.cells[*class.first()?];
        // What one review says in its own way stands for several only in its normalised form.
        let words = |answer: &Answer<'_>| {
            let normalised = || answer.claim.value.words(&row.topic.kind);
            let own = answer.in_short().to_owned();
            if class.len() > 1 { normalised().unwrap_or(own) } else { own }
        };
        let counted: Vec<String> = cell.answers.iter().filter(|answer| answer.counts).map(words).collect();
        let review = |&place: &usize| {
            let review = row.cells[place].review;
            (review.number, review.id.clone())
        };
        Some(Side { words: counted.join("; "), reviews: class.iter().map(review).collect() })
    };
    same.into_iter().filter_map(side).collect()
}

/// How many reviews speak on a row.
pub(super) fn speaking(row: &Row<'_>) -> usize {
    row.cells.iter().filter(|cell| !cell.is_silent()).count()
}
