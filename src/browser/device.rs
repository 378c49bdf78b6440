//! What is kept on the device from visit to visit.
//!
//! What is read back is treated as a stranger's: anything unknown counts as nothing. Where storage is refused, the
//! choices last as long as the page.

use liner_notes_record::Dial;
use web_sys::Storage;

use crate::reader::{Kept, Theme};

// One origin is shared by all of a person's project sites on some hosts, hence the prefix.
const DIAL: &str = "liner-notes.dial";
const AGREED: &str = "liner-notes.agreed";
const THEME: &str = "liner-notes.theme";

/// What an earlier visit left.
pub(crate) fn kept() -> Kept {
    let read = |key| storage().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default();
    let dial = Dial::from_token(&read(DIAL)).unwrap_or_default();
    let agreed = Dial::from_token(&read(AGREED)).unwrap_or_default().max(dial);
    Kept { dial, agreed, theme: Theme::from_token(&read(THEME)) }
}

/// Keeps it for the next visit.
pub(crate) fn keep(kept: Kept) {
    if let Some(storage) = storage() {
        for (key, token) in [(DIAL, kept.dial.token()), (AGREED, kept.agreed.token()), (THEME, kept.theme.token())] {
            // A full or closed storage is no reason to stop: the choice holds for this visit.
            let _ = storage.set_item(key, token);
        }
    }
}

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
