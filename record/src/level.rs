//! How much of the story a thing gives away, and how much of it the reader wants.

use serde::{Deserialize, Serialize};

/// How much a topic, claim, moment, spelling, note or card gives away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// What the back of the box would tell.
    #[default]
    Premise,
    /// What happens on the way.
    Middle,
    /// How it turns out.
    Ending,
}

impl Level {
    /// The level in a word.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Premise => "premise",
            Self::Middle => "middle",
            Self::Ending => "ending",
        }
    }
}

/// The reader's choice of how much may be shown: "Spoilers: none, to the middle, all".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dial {
    /// Only what is at [`Level::Premise`].
    #[default]
    None,
    /// Up to [`Level::Middle`].
    Middle,
    /// Everything.
    All,
}

impl Dial {
    /// The three stops, from the most careful to the most open.
    pub const STOPS: [Self; 3] = [Self::None, Self::Middle, Self::All];

    /// Whether something at `level` exists for a reader at this stop.
    #[must_use]
    pub fn shows(self, level: Level) -> bool {
        self >= Self::needed_for(level)
    }

    /// The most careful stop at which something at `level` is shown.
    #[must_use]
    pub fn needed_for(level: Level) -> Self {
        match level {
            Level::Premise => Self::None,
            Level::Middle => Self::Middle,
            Level::Ending => Self::All,
        }
    }

    /// The words of this stop, as on the screen.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Middle => "to the middle",
            Self::All => "all",
        }
    }

    /// One word for this stop, as kept on the device.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Middle => "middle",
            Self::All => "all",
        }
    }

    /// The stop of that [token](Self::token); nothing for any other text.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::STOPS.into_iter().find(|stop| stop.token() == token)
    }
}
