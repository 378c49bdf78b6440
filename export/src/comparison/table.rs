//! The table as CSV.

use super::said::said;
use super::{Compared, groups};
use crate::{File, csv};

/// The table as CSV: a line for each topic with its group, title, status and a cell for each review, then the stop of
/// the dial and the edition, the same in every line. Where a cell holds several answers or a remark of its own, each is a
/// line of the cell. A cell that a spreadsheet would take for a formula, or that starts with an apostrophe, has one more
/// apostrophe in front.
#[must_use]
pub fn csv(compared: &Compared<'_>) -> File {
    let Compared { shown, reviews, .. } = compared;
    let mut table = String::new();
    let labels = reviews.iter().map(|review| review.label.as_str());
    csv::line(&mut table, ["group", "topic", "status"].into_iter().chain(labels).chain(["spoilers", "edition"]));
    for (group, rows) in groups(&compared.comparison()) {
        for row in rows {
            let head = [&group.name, &row.topic.title, row.status.words()].map(str::to_owned);
            let cells = (0..row.cells.len()).map(|place| said(row, place).join("\n"));
            let made = [shown.dial().words(), &shown.edition().version].map(str::to_owned);
            csv::line(&mut table, head.into_iter().chain(cells).chain(made));
        }
    }
    File::new(*shown, "compare.csv", csv::MEDIA_TYPE, table)
}
