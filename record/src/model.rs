//! The checked data. A [`Record`] is only ever made by checking a collection's files (`source`, at build time) or by
//! decoding what that check wrote, and only ever read through [`Shown`](crate::Shown).
//!
//! References are ids that the check has resolved. The fields of the items are public because an item that the
//! reader may see may be seen whole; the lists of the record itself are not.

use crate::WebAddress;
use crate::packed::packs;

mod cast;
mod edition;
mod id;
mod review;
mod story;
mod topic;

pub use cast::{Casting, Character, Mention, Person, RelatedWork, Role, Spelling};
pub use edition::Edition;
pub use id::{
    CharacterId, GroupId, MomentId, PersonId, PhaseId, PositionId, RelatedId, ReviewId, SlipId, TopicId, Who,
};
pub use review::{Locator, PassageHash, Proof, Review, Slip, SpoilerPolicy};
pub use story::{Moment, Phase, Telling};
pub use topic::{Claim, Group, Kind, Position, Topic};

/// Everything held about one work.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub(crate) edition: Edition,
    pub(crate) work: Work,
    pub(crate) reviews: Vec<Review>,
    pub(crate) people: Vec<Person>,
    pub(crate) characters: Vec<Character>,
    pub(crate) spellings: Vec<Spelling>,
    pub(crate) groups: Vec<Group>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) phases: Vec<Phase>,
    pub(crate) moments: Vec<Moment>,
    pub(crate) tellings: Vec<Telling>,
    pub(crate) related: Vec<RelatedWork>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) slips: Vec<Slip>,
}

/// The thing reviewed. What is known of it beyond its title are claims of the reviews, so this only says which topics
/// introduce it.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The collection's id, a slug.
    pub id: String,
    /// The title under which the collection goes.
    pub title: String,
    /// The second line on the drawn sleeve.
    pub sleeve: String,
    /// What it is about, spoiler-free, in our words.
    pub premise: String,
    /// The topics that the premise rests on.
    pub premise_topics: Vec<TopicId>,
    /// The topics whose answers stand above the title.
    pub headline: Vec<TopicId>,
    /// The topic that says whom the work suits.
    pub suits: Option<TopicId>,
    /// The topic that says whom it may not suit.
    pub suits_not: Option<TopicId>,
    /// Where mistakes are reported: the address of the form for a new issue at the project's tracker.
    pub tracker: Option<WebAddress>,
}

packs! {
    struct Record {
        edition, work, reviews, people, characters, spellings, groups, topics, claims, phases, moments, tellings,
        related, mentions, slips,
    };
    struct Work { id, title, sleeve, premise, premise_topics, headline, suits, suits_not, tracker };
}
