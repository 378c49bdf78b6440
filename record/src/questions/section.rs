//! Rows by group. Those on which only one speaks can fold together at their group's end, so that what the reviews have
//! in common is found first.

use super::compare::Row;
use super::status::Status;
use crate::Shown;
use crate::model::{Group, Review};

/// The rows of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'r> {
    /// The group.
    pub group: &'r Group,
    /// Its rows, but for those that fold.
    pub rows: Vec<Row<'r>>,
    /// The rows that fold together: those on which only one speaks. None, or at least two.
    pub folded: Vec<Row<'r>>,
}

impl<'r> Section<'r> {
    /// How many rows it has, folded or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len() + self.folded.len()
    }

    /// Who speaks in the folded rows, in the order of their columns.
    pub fn folded_voices(&self) -> impl Iterator<Item = &'r Review> {
        let cells = self.folded.iter().take(1).flat_map(|row| &row.cells).enumerate();
        let speaks = |place: usize| self.folded.iter().any(|row| !row.cells[place].is_silent());
        cells.filter(move |(place, _)| speaks(*place)).map(|(_, cell)| cell.review)
    }
}

/// Rows by group, in the order of the collection; no section is empty. Where they fold, a single row on which only one
/// speaks stays in its place: a fold would be no shorter.
#[must_use]
pub fn sections<'r>(shown: Shown<'r>, rows: Vec<Row<'r>>, folds: bool) -> Vec<Section<'r>> {
    let is_alone = |row: &Row<'r>| row.status == Status::OnlyOne;
    let alone = |group: &Group| rows.iter().filter(|row| row.topic.group == group.id && is_alone(row)).count();
    let is_spoken_of = |group: &&Group| rows.iter().any(|row| row.topic.group == group.id);
    let section = |group: &'r Group| (Section { group, rows: Vec::new(), folded: Vec::new() }, alone(group) > 1);
    let mut sections: Vec<_> = shown.groups().filter(is_spoken_of).map(section).collect();
    for row in rows {
        if let Some((section, many)) = sections.iter_mut().find(|(section, _)| section.group.id == row.topic.group) {
            let part = if folds && *many && is_alone(&row) { &mut section.folded } else { &mut section.rows };
            part.push(row);
        }
    }
    sections.into_iter().map(|(section, _)| section).collect()
}
