//! Praise or criticism of one aspect.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Relation;

/// How a review judges an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stance {
    /// -2
    StrongCriticism,
    /// -1
    Criticism,
    /// 0
    Mixed,
    /// +1
    Praise,
    /// +2
    StrongPraise,
}

impl Stance {
    /// All five, from criticism to praise.
    pub const ALL: [Self; 5] = [Self::StrongCriticism, Self::Criticism, Self::Mixed, Self::Praise, Self::StrongPraise];

    /// From -2, strong criticism, to 2, strong praise.
    #[must_use]
    pub fn steps(self) -> i8 {
        self as i8 - 2
    }

    /// The stance in a word or two.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::StrongCriticism => "strong criticism",
            Self::Criticism => "criticism",
            Self::Mixed => "mixed",
            Self::Praise => "praise",
            Self::StrongPraise => "strong praise",
        }
    }

    /// The stance as it stands in attributes.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::StrongCriticism => "strong-criticism",
            Self::StrongPraise => "strong-praise",
            Self::Criticism | Self::Mixed | Self::Praise => self.words(),
        }
    }

    /// Equal is the same; the same sign, or one step apart, is compatible.
    pub(super) fn relation(self, other: Self) -> Relation {
        let (one, two) = (self.steps(), other.steps());
        if one == two {
            Relation::Same
        } else if one.signum() == two.signum() || one.abs_diff(two) <= 1 {
            Relation::Compatible
        } else {
            Relation::Incompatible
        }
    }
}

impl FromStr for Stance {
    type Err = String;

    /// Reads "+2", "+1", "0", "-1" and "-2".
    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text.trim() {
            "+2" => Self::StrongPraise,
            "+1" => Self::Praise,
            "0" => Self::Mixed,
            "-1" => Self::Criticism,
            "-2" => Self::StrongCriticism,
            other => {
                return Err(format!("`{other}` is not a stance; write +2, +1, 0, -1 or -2"));
            }
        })
    }
}
