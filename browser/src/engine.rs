//! The three engines that browsers are built on.

use std::env;
use std::fmt;

use anyhow::{Context, Result};

/// The variable that says in which engine the tests of the site run.
pub const CHOICE: &str = "LINER_NOTES_ENGINE";

/// An engine, by the browser that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, for Chrome, Edge and most others.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, for Safari and everything on an iPhone.
    WebKit,
}

impl Engine {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What it is called where one types: in [`CHOICE`] and on the command line.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The one that is called so.
    #[must_use]
    pub fn called(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.token() == token)
    }

    /// The one that [`CHOICE`] names; Chromium where it names none.
    ///
    /// # Errors
    ///
    /// When it names something else.
    pub fn chosen() -> Result<Self> {
        let chosen = env::var(CHOICE).unwrap_or_default();
        if chosen.is_empty() {
            return Ok(Self::Chromium);
        }
        let all = Self::ALL.map(Self::token).join(", ");
        Self::called(&chosen).with_context(|| format!("{CHOICE} is `{chosen}`, which is none of {all}"))
    }

    /// Whether it can be had on this system at all. WebKitGTK is there for Linux alone; what drives Safari on macOS is
    /// another program, which wants a person's consent.
    #[must_use]
    pub const fn is_to_be_had(self) -> bool {
        !matches!(self, Self::WebKit) || cfg!(target_os = "linux")
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn every_engine_is_found_by_what_it_is_called() {
        for engine in Engine::ALL {
            assert_eq!(Engine::called(engine.token()), Some(engine));
        }
        assert_eq!(Engine::called("blink"), None);
    }
}
