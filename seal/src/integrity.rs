//! What a file must be, as browsers are told it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hash of some bytes, in the words of an `integrity` attribute and, between quotes, of a policy.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// What tells one edition of a file from another in its address.
pub(crate) fn mark(integrity: &str) -> String {
    let letters = integrity.chars().skip("sha256-".len()).filter(char::is_ascii_alphanumeric);
    letters.take(8).collect()
}
