//! Ids: lower-case slugs, one type for each kind of thing so that they cannot be mixed up.

use std::fmt;

use crate::packed::packs;

macro_rules! slug_ids {
    ($($(#[doc = $doc:literal])* $name:ident),+ $(,)?) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes the slug as it is; whether something goes by it is for the record to say.
            #[must_use]
            pub fn new(slug: &str) -> Self {
                Self(slug.into())
            }

            /// The slug, as it stands in files and addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        packs!(struct $name(slug););
    )+};
}

slug_ids! {
    /// Names a [`Review`](super::Review).
    ReviewId,
    /// Names a [`Person`](super::Person).
    PersonId,
    /// Names a [`Character`](super::Character).
    CharacterId,
    /// Names a [`Group`](super::Group) of topics.
    GroupId,
    /// Names a [`Topic`](super::Topic).
    TopicId,
    /// Names a [`Position`](super::Position) of one topic.
    PositionId,
    /// Names a [`Phase`](super::Phase) of the story.
    PhaseId,
    /// Names a [`Moment`](super::Moment).
    MomentId,
    /// Names a [`RelatedWork`](super::RelatedWork).
    RelatedId,
    /// Names a [`Slip`](super::Slip).
    SlipId,
}

/// A person or a character: whoever has a card. Their ids share one space, so a slug names one of them only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Someone in the story.
    Character(CharacterId),
    /// Someone who worked on it.
    Person(PersonId),
}

impl Who {
    /// The slug of the card's address.
    #[must_use]
    pub fn slug(&self) -> &str {
        match self {
            Self::Character(id) => id.as_str(),
            Self::Person(id) => id.as_str(),
        }
    }
}

packs!(enum Who { 0 = Character(it), 1 = Person(it) });
