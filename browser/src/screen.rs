//! The screen and the preferences of a reader.

/// What a page is opened on: the size of the window's inside, and what the reader has set their
/// system to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) scroll_bars: bool,
    pub(crate) fingers: bool,
    pub(crate) media: Vec<(&'static str, &'static str)>,
}

impl Screen {
    /// A screen of that size in CSS pixels, with scroll bars that take room, as on a desk, and no
    /// preferences set.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        Self { width, height, scroll_bars: true, fingers: false, media: Vec::new() }
    }

    /// Its reader prefers a light colour scheme.
    #[must_use]
    pub fn light(self) -> Self {
        self.media("prefers-color-scheme", "light")
    }

    /// Its reader prefers a dark colour scheme.
    #[must_use]
    pub fn dark(self) -> Self {
        self.media("prefers-color-scheme", "dark")
    }

    /// Its reader prefers little movement.
    #[must_use]
    pub fn still(self) -> Self {
        self.media("prefers-reduced-motion", "reduce")
    }

    /// Its scroll bars take no room, as on a phone.
    #[must_use]
    pub fn without_scroll_bars(self) -> Self {
        Self { scroll_bars: false, ..self }
    }

    /// It is touched, as a phone's is: a pointer is a finger, and hovers over nothing.
    #[must_use]
    pub fn with_fingers(self) -> Self {
        Self { fingers: true, ..self }
    }

    /// A media feature has this value for its reader, as in `media("forced-colors", "active")`.
    #[must_use]
    pub fn media(mut self, feature: &'static str, value: &'static str) -> Self {
        self.media.retain(|(known, _)| *known != feature);
        self.media.push((feature, value));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Screen;

    #[test]
    fn the_last_word_on_a_preference_counts() {
        let screen = Screen::new(360, 740).light().still().dark();
        let preferences = [("prefers-reduced-motion", "reduce"), ("prefers-color-scheme", "dark")];
        assert_eq!(screen.media, preferences);
    }
}
