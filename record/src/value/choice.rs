//! When two positions of one topic can stand together.

use super::Relation;
use crate::model::{Kind, Position, PositionId};

/// The position of that id among those the topic lists.
pub(super) fn position<'k>(id: &PositionId, kind: &'k Kind) -> Option<&'k Position> {
    let Kind::Choice(positions) = kind else {
        return None;
    };
    positions.iter().find(|position| position.id == *id)
}

/// Whether `broad` covers `narrow`, also through positions between them.
pub(super) fn covers(broad: &PositionId, narrow: &PositionId, kind: &Kind) -> bool {
    let mut waiting = vec![broad];
    let mut seen = Vec::new();
    while let Some(id) = waiting.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        if let Some(position) = position(id, kind) {
            if position.covers.contains(narrow) {
                return true;
            }
            waiting.extend(&position.covers);
        }
    }
    false
}

/// Equal is the same; a broader position is compatible with what it covers, and positions that go together are.
pub(super) fn relation(one: &PositionId, two: &PositionId, kind: &Kind) -> Relation {
    let goes_with =
        |one: &PositionId, two: &PositionId| position(one, kind).is_some_and(|position| position.with.contains(two));
    if one == two {
        Relation::Same
    } else if covers(one, two, kind) || covers(two, one, kind) || goes_with(one, two) || goes_with(two, one) {
        Relation::Compatible
    } else {
        Relation::Incompatible
    }
}
