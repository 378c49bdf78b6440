//! The claims as a table for spreadsheets: RFC 4180, one row a claim.

use super::{Answer, Document, Place};
use crate::model::{Record, ReviewId};

const COLUMNS: [&str; 17] = [
    "id",
    "review",
    "publisher",
    "group",
    "topic",
    "question",
    "kind",
    "value",
    "says",
    "text",
    "implied",
    "reveals",
    "slip",
    "at",
    "edition",
    "edition_date",
    "edition_hash",
];

/// The claims of a record, a row each, under a row of names; lines end in CR LF.
///
/// A cell that a spreadsheet would take for a formula starts with an apostrophe, which keeps it from being
/// run.
///
/// # Errors
/// Never in practice: the table is written to memory.
pub fn csv(record: &Record) -> Result<String, ::csv::Error> {
    let document = Document::of(record);
    let mut table = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for (claim, of_record) in document.claims.iter().zip(&record.claims) {
        let topic = document.topics.iter().find(|topic| topic.id == claim.topic);
        let group = topic.and_then(|topic| document.groups.iter().find(|group| group.id == topic.group));
        let kind = record.topics.iter().find(|topic| topic.id == of_record.topic).map(|topic| &topic.kind);
        let label = |id: &ReviewId| record.reviews.iter().find(|review| review.id == *id);
        let review = label(&of_record.review);
        let row: [&str; COLUMNS.len()] = [
            &claim.id,
            &claim.review,
            review.map_or("", |review| review.publisher.as_deref().unwrap_or(&review.label)),
            group.map_or("", |group| &group.name),
            &claim.topic,
            topic.map_or("", |topic| &topic.question),
            &kind_word(&claim.value),
            &kind.and_then(|kind| of_record.value.words(kind)).unwrap_or_default(),
            claim.says.as_deref().unwrap_or_default(),
            &claim.text,
            if claim.implied { "yes" } else { "no" },
            claim.reveals.words(),
            claim.slip.as_deref().unwrap_or_default(),
            &claim.at.iter().map(place).collect::<Vec<_>>().join("; "),
            &document.edition.version,
            &document.edition.date,
            document.edition.hash.as_deref().unwrap_or_default(),
        ];
        table.write_record(row.map(safe))?;
    }
    let bytes = table.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn kind_word(answer: &Answer) -> String {
    let json = serde_json::to_value(answer).unwrap_or_default();
    json.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
}

/// `¶5 84+22`: the paragraph, the start and the length in code points.
fn place(place: &Place) -> String {
    format!("¶{} {}+{}", place.paragraph, place.start, place.length)
}

/// The cell so that no spreadsheet runs it.
fn safe(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}
