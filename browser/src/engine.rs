//! The three engines that browsers are built on.

use std::fmt;

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
