//! What must hold of everything that reads input from outside, whatever it is given: a property for each reader.
//!
//! A property takes bytes, makes of them what its reader is given, and panics with a sentence where something does not
//! hold. The fuzz targets (`fuzz/targets`) try it on what a fuzzer makes up; the tests of this crate, with the stable
//! compiler, on the seeds that the fuzzer begins with, on what was found, and on what others have published.
//!
//! - [`address`]: path, query and fragment of a location, and what page and desk say to each other of it.
//! - [`stored`]: what the browser kept from an earlier visit, or an earlier version.
//! - [`collection`], [`document`]: a record as files of TOML, and as one of JSON.
//! - [`query`]: what is typed into the search field.
//! - [`text`]: a review's text, normalised, folded, known and read.
//! - [`encoding`]: bytes of a file in whatever encoding.
//! - [`packed`]: the bytes of the record, its proofs and the carried texts, damaged.
//! - [`samples`] are the records and texts that all of it is held against.

// A property that does not hold stops at once, and so do samples that are not what they must be.
#![allow(clippy::panic, clippy::unwrap_used)]

pub mod address;
pub mod collection;
pub mod document;
pub mod encoding;
pub mod packed;
pub mod query;
pub mod samples;
pub mod stored;
pub mod text;

use std::borrow::Cow;

/// A reader's property with its name, which its fuzz target and its seeds have as well.
pub type Property = (&'static str, fn(&[u8]));

/// All of them.
pub const PROPERTIES: [Property; 8] = [
    ("address", address::holds),
    ("collection", collection::holds),
    ("document", document::holds),
    ("encoding", encoding::holds),
    ("packed", packed::holds),
    ("query", query::holds),
    ("stored", stored::holds),
    ("text", text::holds),
];

/// The bytes as a text, as browsers read what is none.
fn as_text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
