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

    /// Who speaks in the folded rows, in the order of their columns, and in how many of them.
    #[must_use]
    pub fn folded_voices(&self) -> Vec<(&'r Review, usize)> {
        let cells = self.folded.first().map_or(&[][..], |row| &row.cells);
        let speaks_in = |place: usize| self.folded.iter().filter(|row| !row.cells[place].is_silent()).count();
        let voices = cells.iter().enumerate().map(|(place, cell)| (cell.review, speaks_in(place)));
        voices.filter(|(_, rows)| *rows > 0).collect()
    }
}

/// Rows by group, in the order of the collection; no section is empty. Where they fold, a single row on which only one
/// speaks stays in its place: a fold would be no shorter.
#[must_use]
pub fn sections<'r>(shown: Shown<'r>, rows: Vec<Row<'r>>, folds: bool) -> Vec<Section<'r>> {
    let section = |group| Section { group, rows: Vec::new(), folded: Vec::new() };
    let mut sections: Vec<Section<'r>> = shown.groups().map(section).collect();
    for row in rows {
        if let Some(section) = sections.iter_mut().find(|section| section.group.id == row.topic.group) {
            section.rows.push(row);
        }
    }
    let is_alone = |row: &Row<'r>| row.status == Status::OnlyOne;
    for section in sections.iter_mut().filter(|_| folds) {
        if section.rows.iter().filter(|row| is_alone(row)).count() > 1 {
            (section.folded, section.rows) = std::mem::take(&mut section.rows).into_iter().partition(is_alone);
        }
    }
    sections.retain(|section| section.count() > 0);
    sections
}
