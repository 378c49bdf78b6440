//! Tables read back with the csv crate, and what the screen has in the same cells.

use liner_notes_export::comparison::Compared;
use liner_notes_record::questions::{Row, compare};

/// The cells of a table, names first, without the apostrophes that guard them.
#[track_caller]
pub(crate) fn read(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap_or_else(|error| panic!("{error}\n{text}")));
    rows.map(|row| row.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect()).collect()
}

/// The rows of Compare by their group's heading, as they stand on the screen with everything unfolded.
pub(crate) fn on_screen<'r>(compared: &Compared<'r>) -> Vec<(&'r str, Row<'r>)> {
    let comparison = compare(compared.shown, &compared.reviews, &compared.filter);
    let mut rows = Vec::new();
    for section in comparison.sections {
        rows.extend(section.rows.into_iter().map(|row| (section.group.name.as_str(), row)));
        rows.extend(section.folded.into_iter().map(|row| (section.group.name.as_str(), row)));
    }
    rows
}

/// The words of a cell on the screen, in their order, a line for each answer and for what is said of the cell.
pub(crate) fn cell(row: &Row<'_>, place: usize) -> String {
    let cell = &row.cells[place];
    let mut lines = Vec::new();
    if cell.answers.is_empty() {
        lines.push("— says nothing".to_owned());
    }
    if cell.contradicts_itself {
        lines.push("[Contradicts itself]".to_owned());
    }
    for answer in &cell.answers {
        let mut line = answer.words.clone().unwrap_or_else(|| answer.claim.text.clone());
        match (&answer.claim.slip, answer.claim.implied) {
            (Some(_), _) => line += " [the text garbles itself here: not counted]",
            (None, true) => line += " [implied]",
            (None, false) => {}
        }
        let mut paragraphs: Vec<u16> = answer.claim.at.iter().map(|locator| locator.paragraph).collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        paragraphs.iter().for_each(|paragraph| line += &format!(" ¶{paragraph}"));
        lines.push(line);
    }
    if row.odd_one_out == Some(place) {
        lines.push("[the odd one out]".to_owned());
    }
    lines.join("\n")
}
