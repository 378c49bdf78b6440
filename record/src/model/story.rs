//! The plot points of the story and who tells them.

use super::{CharacterId, Locator, MomentId, PhaseId, ReviewId, TopicId};
use crate::Level;
use crate::packed::packs;

/// A stretch of the story between two bar lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// Its name over the score.
    pub name: String,
}

/// One plot point. Moments stand in the record in story order.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Its id; neutral (`m-007`) when it is above the premise.
    pub id: MomentId,
    /// What happens, in a few words.
    pub title: String,
    /// The phase it belongs to.
    pub phase: PhaseId,
    /// How much it gives away.
    pub level: Level,
    /// Who is in it.
    pub characters: Vec<CharacterId>,
    /// The two moments between which it may stand anywhere, where the reviews do not fix its place.
    pub between: Option<(MomentId, MomentId)>,
    /// The topics on which its tellings disagree.
    pub topics: Vec<TopicId>,
}

/// One review telling one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// The moment.
    pub moment: MomentId,
    /// The review.
    pub review: ReviewId,
    /// How the review tells it, in our words.
    pub text: String,
    /// Whether it only alludes to it.
    pub alludes: bool,
    /// How much it gives away; never less than its moment.
    pub level: Level,
    /// Where it stands; the first place fixes its rank in the review's own order.
    pub at: Vec<Locator>,
}

packs! {
    struct Phase { id, name };
    struct Moment { id, title, phase, level, characters, between, topics };
    struct Telling { moment, review, text, alludes, level, at };
}
