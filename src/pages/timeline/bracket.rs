//! Moments whose place is not fixed, and the brackets they hang from.

use liner_notes_record::questions::{Reach, Timeline, ordered};

/// One bracket over the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    /// Its span.
    pub(super) reach: Reach,
    /// The moments that hang from it, by index.
    pub(super) hanging: Vec<usize>,
}

/// The brackets of a score, shortest first; moments with one and the same reach hang from one bracket.
pub(super) fn brackets(timeline: &Timeline<'_>) -> Vec<Bracket> {
    let mut brackets: Vec<Bracket> = Vec::new();
    for index in 0..timeline.places.len() {
        let Some(reach) = timeline.reach(index) else {
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
