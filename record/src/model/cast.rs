//! Who is in it and who made it, under every name they go by, and the other titles they are known from.

use serde::{Deserialize, Serialize};

use super::{CharacterId, Locator, PersonId, RelatedId, ReviewId, TopicId, Who};
use crate::Level;

/// Someone who worked on the work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The id and the slug of the card's address.
    pub id: PersonId,
    /// The canonical name.
    pub name: String,
    /// The name in its own script, where a review gives it.
    pub native: Option<String>,
    /// What they do here.
    pub role: Role,
    /// How much the card gives away.
    pub level: Level,
}

/// What a person does for the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Plays someone.
    Actor,
    /// Wrote it.
    Writer,
    /// Directed it.
    Director,
}

impl Role {
    /// The role in a word.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Writer => "writer",
            Self::Director => "director",
        }
    }
}

/// Someone in the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Character {
    /// The id and the slug of the card's address.
    pub id: CharacterId,
    /// The canonical name.
    pub name: String,
    /// The name in its own script, where a review gives it.
    pub native: Option<String>,
    /// Who plays them.
    pub casting: Option<Casting>,
    /// How much the card gives away.
    pub level: Level,
}

/// Who plays a character, and the topic whose claims say so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Casting {
    /// Who plays the character.
    pub player: PersonId,
    /// The topic that asks it.
    pub topic: Option<TopicId>,
}

/// One form of a name, as one review writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spelling {
    /// Whose name it is.
    pub of: Who,
    /// The review that writes it so.
    pub review: ReviewId,
    /// The form, as written.
    pub text: String,
    /// How much it gives away.
    pub level: Level,
    /// Every place where it stands and is not part of a longer form; so its length is the count.
    pub at: Vec<Locator>,
}

/// Another title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelatedWork {
    /// Its id.
    pub id: RelatedId,
    /// Its title.
    pub title: String,
}

/// A review naming another title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The review.
    pub review: ReviewId,
    /// The title's id.
    pub work: RelatedId,
    /// The title as the review writes it.
    pub title: String,
    /// Why the review names it, in our words.
    pub why: String,
    /// Whose other work it is.
    pub person: Option<PersonId>,
    /// How much it gives away.
    pub level: Level,
    /// Where it stands.
    pub at: Vec<Locator>,
}
