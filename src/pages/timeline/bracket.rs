//! Moments whose place is not fixed: between which moments each may stand, and the brackets they hang from.

use liner_notes_record::questions::{Timeline, ordered};

/// The moments that one may stand between, by index. An end that is missing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// It stands after this one.
    pub(super) after: Option<usize>,
    /// It stands before this one.
    pub(super) before: Option<usize>,
}

/// One bracket over the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    /// Its span.
    pub(super) reach: Reach,
    /// The moments that hang from it, by index.
    pub(super) hanging: Vec<usize>,
}

impl Reach {
    /// Where the moment of that index may stand; nothing if its place is fixed.
    ///
    /// While the story goes on, an end at the last moment shown is open: whether it is that moment or one that is
    /// hidden makes no difference to what is said.
    pub(super) fn of(timeline: &Timeline<'_>, index: usize) -> Option<Self> {
        let (after, before) = timeline.places.get(index)?.bracket?;
        let last = timeline.places.len().checked_sub(1)?;
        let is_open = before <= index || (timeline.goes_on && before >= last);
        Some(Self { after: (after < index).then_some(after), before: (!is_open).then_some(before) })
    }
}

/// The brackets of a score, shortest first; moments with one and the same reach hang from one bracket.
pub(super) fn brackets(timeline: &Timeline<'_>) -> Vec<Bracket> {
    let mut brackets: Vec<Bracket> = Vec::new();
    for index in 0..timeline.places.len() {
        let Some(reach) = Reach::of(timeline, index) else {
            continue;
        };
        match brackets.iter_mut().find(|one| one.reach == reach) {
            Some(bracket) => bracket.hanging.push(index),
            None => brackets.push(Bracket { reach, hanging: vec![index] }),
        }
    }
    let last = timeline.places.len();
    ordered(brackets, |one| (one.reach.before.unwrap_or(last) - one.reach.after.unwrap_or(0)) as u64)
}
