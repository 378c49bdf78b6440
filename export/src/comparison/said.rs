//! What a cell of the table says, line by line, in the words of the screen.

use liner_notes_record::model::Locator;
use liner_notes_record::questions::{Answer, Row, ordered};

/// The lines of a row's cell: that it contradicts itself, each answer with its remark and its paragraphs, that it is the
/// odd one out; or that the review says nothing.
pub(super) fn said(row: &Row<'_>, place: usize) -> Vec<String> {
    let Some(cell) = row.cells.get(place).filter(|cell| !cell.answers.is_empty()) else {
        return vec!["— says nothing".to_owned()];
    };
    let contradicts = cell.contradicts_itself.then(|| "[Contradicts itself]".to_owned());
    let odd = (row.odd_one_out == Some(place)).then(|| "[the odd one out]".to_owned());
    contradicts.into_iter().chain(cell.answers.iter().map(answer)).chain(odd).collect()
}

/// `about 20 years [implied] ¶5 ¶7`
fn answer(answer: &Answer<'_>) -> String {
    let remark = answer.remark().map(|remark| format!(" [{remark}]")).unwrap_or_default();
    let places: String = paragraphs(&answer.claim.at).into_iter().map(|paragraph| format!(" ¶{paragraph}")).collect();
    format!("{}{remark}{places}", answer.in_short())
}

/// The paragraphs in which the places are, each once, in the order of the text.
pub(super) fn paragraphs(at: &[Locator]) -> Vec<u16> {
    let mut paragraphs: Vec<u16> = Vec::new();
    for locator in at {
        if !paragraphs.contains(&locator.paragraph) {
            paragraphs.push(locator.paragraph);
        }
    }
    ordered(paragraphs, |paragraph| u64::from(*paragraph))
}
