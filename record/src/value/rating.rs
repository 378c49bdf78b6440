//! A rating on its own scale.

use std::fmt;
use std::str::FromStr;

use super::{Amount, Relation};

use crate::packed::packs;

/// So many points out of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    points: Amount,
    scale: Amount,
}

impl Rating {
    /// How many points it gives.
    #[must_use]
    pub fn points(&self) -> Amount {
        self.points
    }

    /// Out of how many.
    #[must_use]
    pub fn scale(&self) -> Amount {
        self.scale
    }

    /// Compared only where the scales are the same.
    pub(super) fn relation(self, other: &Self) -> Relation {
        if self.scale != other.scale {
            Relation::NotCompared
        } else if self.points == other.points {
            Relation::Same
        } else {
            Relation::Incompatible
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.points, self.scale)
    }
}

impl FromStr for Rating {
    type Err = String;

    /// Reads "5/5" and "7.5/10".
    fn from_str(text: &str) -> Result<Self, String> {
        let (points, scale) =
            text.split_once('/').ok_or_else(|| format!("`{text}` is not a rating such as 5/5 or 7.5/10"))?;
        let (points, scale): (Amount, Amount) = (points.trim().parse()?, scale.trim().parse()?);
        if points > scale {
            return Err(format!("`{text}` gives more points than its scale has; write the points first"));
        }
        Ok(Self { points, scale })
    }
}

packs! {
    struct Rating { points, scale };
}
