//! An answer in normalised form, how it reads, and when two answers are compatible.
//!
//! [`Value::relation`] is the whole of the comparison between two single answers; which answers are compared is for
//! [`questions`](crate::questions) to say.

mod choice;
mod date;
mod name;
mod quantity;
mod rating;
mod stance;

pub use date::{Date, DateRange};
#[cfg(feature = "texts")]
pub(crate) use name::by_sound as name_by_sound;
pub use quantity::{Amount, Exactness, Quantity, Unit};
pub use rating::Rating;
pub use stance::Stance;

use crate::model::{Kind, PositionId};
use crate::packed::packs;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// So many of something.
    Quantity(Quantity),
    /// A date or a range of dates.
    Date(DateRange),
    /// A name, as written.
    Name(String),
    /// One of the topic's positions.
    Choice(PositionId),
    /// Several words, sorted, in lower case.
    Set(Vec<String>),
    /// Praise or criticism.
    Stance(Stance),
    /// A rating on the review's own scale.
    Rating(Rating),
    /// Only words, which are not compared.
    Text,
}

/// How two answers to one topic stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same answer.
    Same,
    /// Not the same, but both can be true.
    Compatible,
    /// Both cannot be true.
    Incompatible,
    /// These two are not compared.
    NotCompared,
}

impl Value {
    /// How this answer stands to another on a topic of `kind`. Symmetric, and [`Relation::Same`] or
    /// [`Relation::NotCompared`] with itself.
    #[must_use]
    pub fn relation(&self, other: &Self, kind: &Kind) -> Relation {
        match (self, other) {
            (Self::Quantity(one), Self::Quantity(two)) => one.relation(two),
            (Self::Date(one), Self::Date(two)) => one.relation(two),
            (Self::Name(one), Self::Name(two)) => name::relation(one, two),
            (Self::Choice(one), Self::Choice(two)) => choice::relation(one, two, kind),
            (Self::Set(one), Self::Set(two)) => set_relation(one, two),
            (Self::Stance(one), Self::Stance(two)) => one.relation(*two),
            (Self::Rating(one), Self::Rating(two)) => one.relation(two),
            _ => Relation::NotCompared,
        }
    }

    /// Whether this answer says more than a compatible `other`: the more exact one of a review's own answers counts.
    #[must_use]
    pub fn is_more_exact_than(&self, other: &Self, kind: &Kind) -> bool {
        match (self, other) {
            (Self::Quantity(one), Self::Quantity(two)) => one.is_narrower_than(two),
            (Self::Date(one), Self::Date(two)) => one.is_narrower_than(two),
            (Self::Name(one), Self::Name(two)) => one.chars().count() > two.chars().count(),
            (Self::Choice(one), Self::Choice(two)) => choice::covers(two, one, kind),
            (Self::Set(one), Self::Set(two)) => one.len() > two.len(),
            _ => false,
        }
    }

    /// The answer in a few words, as a cell shows it; nothing where only the paraphrase says it.
    #[must_use]
    pub fn words(&self, kind: &Kind) -> Option<String> {
        match self {
            Self::Quantity(quantity) => Some(quantity.to_string()),
            Self::Date(range) => Some(range.to_string()),
            Self::Name(name) => Some(name.clone()),
            Self::Choice(id) => choice::position(id, kind).map(|position| position.name.clone()),
            Self::Set(words) => Some(words.join(", ")),
            Self::Stance(stance) => Some(stance.words().to_owned()),
            Self::Rating(rating) => Some(rating.to_string()),
            Self::Text => None,
        }
    }
}

/// Equal sets are the same; sets that share a member are compatible.
fn set_relation(one: &[String], two: &[String]) -> Relation {
    if one == two {
        Relation::Same
    } else if one.iter().any(|word| two.contains(word)) {
        Relation::Compatible
    } else {
        Relation::Incompatible
    }
}

packs!(enum Value {
    0 = Quantity(it), 1 = Date(it), 2 = Name(it), 3 = Choice(it), 4 = Set(it), 5 = Stance(it), 6 = Rating(it), 7 = Text,
});
