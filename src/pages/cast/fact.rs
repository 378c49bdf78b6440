//! What a card in the list tells: the answers that say most in the fewest words.

use liner_notes_record::model::{Kind, Review, Topic};
use liner_notes_record::questions::{Card, Row, Status, digest, ordered};

/// One answer, and the reviews that give it.
pub(super) struct Fact {
    /// What was asked.
    pub(super) topic: &'static Topic,
    /// The answer.
    pub(super) words: String,
    /// Who gives it.
    pub(super) reviews: Vec<&'static Review>,
}

/// How many lines a card in the list has.
const LINES: usize = 2;

/// The longest answer that still reads as a line or two, in characters.
const LONGEST: usize = 100;

/// The first answers that are short and not in dispute, those to a question about nobody else before the others.
/// Names are left out: the spellings have them.
pub(super) fn facts(card: &Card<'static>) -> Vec<Fact> {
    let rows = card.said.iter().chain(&card.performance);
    let rows = rows.filter(|row| row.status != Status::Differ && row.topic.kind != Kind::Name).collect();
    let rows = ordered(rows, |row: &&Row<'static>| row.topic.about.len() as u64);
    rows.into_iter().filter_map(fact).take(LINES).collect()
}

/// The answer that most reviews give, if it is short.
fn fact(row: &Row<'static>) -> Option<Fact> {
    let side = digest(row).sides.into_iter().next()?;
    let reviews = row.cells.iter().map(|cell| cell.review);
    (side.words.chars().count() <= LONGEST).then(|| Fact {
        topic: row.topic,
        words: side.words,
        reviews: reviews.filter(|review| side.reviews.iter().any(|(_, id)| *id == review.id)).collect(),
    })
}
