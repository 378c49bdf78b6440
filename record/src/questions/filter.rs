//! The comparison as a reader asks for it: some statuses, one group, a word.

use super::compare::{Row, rows};
use super::section::{Section, sections};
use super::status::Status;
use crate::Shown;
use crate::case::{holds, lowered};
use crate::model::{Group, GroupId, Review};

/// Which rows to keep. Empty keeps every row on which somebody speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// These statuses only; when empty, all but [`Status::Silent`].
    pub statuses: Vec<Status>,
    /// This group only.
    pub group: Option<GroupId>,
    /// Rows in whose topic or answers this stands, whatever its case.
    pub text: String,
}

/// The rows that were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'r> {
    /// The rows, by group, in the order of the collection. No section is empty.
    pub sections: Vec<Section<'r>>,
    /// How many rows have each status before the filter by status, in the order of [`Status::ALL`].
    pub counts: [usize; Status::ALL.len()],
    /// The rows on which somebody speaks that the filters leave out, in the order of the collection.
    pub left_out: Vec<Row<'r>>,
}

impl<'r> Comparison<'r> {
    /// A group with its rows in their places, those that the filters leave out among the others, each with whether it is
    /// shown. Not among them are rows that fold, and rows that would: those on which only one speaks. Nothing where the
    /// group has no row at all.
    #[must_use]
    pub fn standing<'c>(&'c self, shown: Shown<'r>, group: &'r Group) -> Option<Standing<'c, 'r>> {
        let section = self.sections.iter().find(|section| section.group.id == group.id);
        let stays = |row: &&Row<'r>| row.topic.group == group.id && row.status != Status::OnlyOne;
        let mut left_out = self.left_out.iter().filter(stays).peekable();
        let mut kept = section.map(|section| section.rows.as_slice()).unwrap_or_default().iter().peekable();
        let mut rows = Vec::new();
        for topic in shown.topics().filter(|topic| topic.group == group.id) {
            let is_own = |row: &&Row<'r>| row.topic.id == topic.id;
            rows.extend(kept.next_if(is_own).map(|row| (row, true)));
            rows.extend(left_out.next_if(is_own).map(|row| (row, false)));
        }
        (section.is_some() || !rows.is_empty()).then_some(Standing { section, rows })
    }

    /// How many rows pass the filters, folded or not.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.sections.iter().map(Section::count).sum()
    }

    /// How many rows would be shown without the filter by status.
    #[must_use]
    pub fn speaking(&self) -> usize {
        Status::ALL.into_iter().filter(|status| *status != Status::Silent).map(|status| self.count(status)).sum()
    }

    /// How many rows have that status before the filter by status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.counts[status as usize]
    }
}

/// A group with its rows in their places.
#[derive(Clone, Debug)]
pub struct Standing<'c, 'r> {
    /// What of it is shown; nothing where the filters leave all of it out.
    pub section: Option<&'c Section<'r>>,
    /// Its rows, each with whether it is shown.
    pub rows: Vec<(&'c Row<'r>, bool)>,
}

impl Filter {
    /// Whether rows on which only one speaks fold: not when the reader looks for certain rows or words.
    fn folds(&self) -> bool {
        self.statuses.is_empty() && self.text.trim().is_empty()
    }

    fn keeps_status(&self, status: Status) -> bool {
        if self.statuses.is_empty() { status != Status::Silent } else { self.statuses.contains(&status) }
    }

    fn keeps_group(&self, group: &GroupId) -> bool {
        self.group.as_ref().is_none_or(|wanted| wanted == group)
    }

    fn keeps_text(&self, row: &Row<'_>) -> bool {
        let wanted = lowered(self.text.trim());
        let holds = |text: &str| holds(&lowered(text), &wanted);
        let answers = || row.cells.iter().flat_map(|cell| &cell.answers);
        wanted.is_empty()
            || holds(&row.topic.title)
            || holds(&row.topic.question)
            || answers().any(|answer| holds(&answer.claim.text) || answer.words.as_deref().is_some_and(holds))
    }
}

/// The comparison of the chosen reviews, in the chosen order, under a filter.
#[must_use]
pub fn compare<'r>(shown: Shown<'r>, reviews: &[&'r Review], filter: &Filter) -> Comparison<'r> {
    let mut counts = [0; Status::ALL.len()];
    let mut left_out = Vec::new();
    let mut kept = Vec::new();
    for row in rows(shown, reviews) {
        let counted = filter.keeps_group(&row.topic.group) && filter.keeps_text(&row);
        counts[row.status as usize] += usize::from(counted);
        if counted && filter.keeps_status(row.status) {
            kept.push(row);
        } else if row.status != Status::Silent {
            left_out.push(row);
        }
    }
    Comparison { sections: sections(shown, kept, filter.folds()), counts, left_out }
}
