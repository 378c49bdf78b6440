//! What is kept on the device from visit to visit.
//!
//! Where storage is refused, the choices last as long as the page.

use web_sys::Storage;

use crate::reader::Kept;

/// The dial, the highest stop agreed to, the theme. One origin is shared by all of a person's project sites on some
/// hosts, hence the prefix.
const KEYS: [&str; 3] = ["liner-notes.dial", "liner-notes.agreed", "liner-notes.theme"];

/// What an earlier visit left.
pub(crate) fn kept() -> Kept {
    let texts = KEYS.map(|key| storage().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default());
    Kept::read([&texts[0], &texts[1], &texts[2]])
}

/// Keeps it for the next visit.
pub(crate) fn keep(kept: Kept) {
    if let Some(storage) = storage() {
        for (key, token) in KEYS.into_iter().zip(kept.tokens()) {
            // A full or closed storage is no reason to stop: the choice holds for this visit.
            let _ = storage.set_item(key, token);
        }
    }
}

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
