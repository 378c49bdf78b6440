//! The table as JSON: the shape is that of the types here, in the order of their fields.

use liner_notes_record::questions::{Answer, Cell, Row};
use serde::Serialize;

use super::said::paragraphs;
use super::{Compared, groups};
use crate::File;
use crate::file::{self, Made};

/// The whole file: `work`, `edition` and `spoilers` (the stop of the dial: `none`, `middle`, `all`), then these.
#[derive(Serialize)]
struct Content<'r> {
    #[serde(flatten)]
    made: Made<'r>,
    /// What the reader asked for.
    filter: Asked<'r>,
    /// The reviews, in the order of the cells.
    reviews: Vec<Review<'r>>,
    /// The rows, in the order of the screen.
    rows: Vec<Line<'r>>,
}

/// Which rows were kept. Empty keeps all on which somebody speaks.
#[derive(Serialize)]
struct Asked<'r> {
    /// Statuses, by their words in addresses.
    statuses: Vec<&'static str>,
    /// The id of the only group.
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'r str>,
    /// What stands in the rows.
    text: &'r str,
}

#[derive(Serialize)]
struct Review<'r> {
    id: &'r str,
    number: u8,
    label: &'r str,
}

/// One row.
#[derive(Serialize)]
struct Line<'r> {
    /// The topic's id.
    topic: &'r str,
    /// The group's id and its heading.
    group: &'r str,
    group_name: &'r str,
    title: &'r str,
    question: &'r str,
    /// `differ`, `close`, `agree`, `in-their-words`, `only-one` or `silent`.
    status: &'static str,
    /// The id of the review that is the odd one out; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    odd_one_out: Option<&'r str>,
    /// One for each review, in their order.
    cells: Vec<Said<'r>>,
}

/// What one review says.
#[derive(Serialize)]
struct Said<'r> {
    /// The review's id.
    review: &'r str,
    contradicts_itself: bool,
    /// None where it says nothing.
    answers: Vec<One<'r>>,
}

#[derive(Serialize)]
struct One<'r> {
    /// The claim's id, as in the record as data.
    claim: String,
    /// The answer as the cell has it.
    answer: String,
    /// The answer in a sentence of ours.
    text: &'r str,
    /// Whether the review only implies it.
    implied: bool,
    /// Whether its source garbles it; it is then the literal reading.
    garbled: bool,
    /// Whether it counts in the status.
    counts: bool,
    /// The paragraphs where it stands.
    paragraphs: Vec<u16>,
}

/// The table as JSON.
///
/// # Errors
/// Never: JSON can write all it holds.
pub fn json(compared: &Compared<'_>) -> serde_json::Result<File> {
    let Compared { shown, reviews, filter } = compared;
    let comparison = compared.comparison();
    let content = Content {
        made: Made::of(*shown),
        filter: Asked {
            statuses: filter.statuses.iter().map(|status| status.token()).collect(),
            group: filter.group.as_ref().map(|group| group.as_str()),
            text: filter.text.trim(),
        },
        reviews: reviews
            .iter()
            .map(|review| Review { id: review.id.as_str(), number: review.number, label: &review.label })
            .collect(),
        rows: groups(&comparison)
            .flat_map(|(group, rows)| rows.into_iter().map(|row| line(row, &group.name)))
            .collect(),
    };
    Ok(File::new(*shown, "compare.json", "application/json", file::json(&content)?))
}

fn line<'r>(row: &Row<'r>, group_name: &'r str) -> Line<'r> {
    let topic = row.topic;
    let odd = row.odd_one_out.and_then(|place| row.cells.get(place));
    Line {
        topic: topic.id.as_str(),
        group: topic.group.as_str(),
        group_name,
        title: &topic.title,
        question: &topic.question,
        status: row.status.token(),
        odd_one_out: odd.map(|cell| cell.review.id.as_str()),
        cells: row.cells.iter().map(said).collect(),
    }
}

fn said<'r>(cell: &Cell<'r>) -> Said<'r> {
    Said {
        review: cell.review.id.as_str(),
        contradicts_itself: cell.contradicts_itself,
        answers: cell.answers.iter().map(one).collect(),
    }
}

fn one<'r>(answer: &Answer<'r>) -> One<'r> {
    let claim = answer.claim;
    One {
        claim: claim.id(),
        answer: answer.in_short().to_owned(),
        text: &claim.text,
        implied: claim.implied,
        garbled: claim.slip.is_some(),
        counts: answer.counts,
        paragraphs: paragraphs(&claim.at),
    }
}
