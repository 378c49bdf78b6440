//! What is on the screen, as files to take along: pure functions from a [`Shown`](liner_notes_record::Shown) and a
//! choice to a text.
//!
//! What is above the reader's dial is in no file, because no [`Shown`](liner_notes_record::Shown) lets it through.
//! Files whose content depends on the dial say at which stop they were made; what is known of a review as such is
//! the same at every stop.
//!
//! - [`comparison`] is Compare's table: CSV, Markdown, JSON.
//! - [`timeline`] is the list of moments: CSV; and the score, drawn by the app: SVG, PNG.
//! - [`citation`] is how to cite a review: CSL-JSON, BibTeX, plain text.
//! - [`review`] is what is known of each review, for search engines and catalogues: schema.org in JSON-LD.
//! - [`annotation`] is everything taken from the reviews, each thing at its place: W3C Web Annotations.
//!
//! Nothing here copies a review's text: what is written are our paraphrases, facts and places. The one exception is
//! [`annotation::with_words`], which is given texts to quote from, and says so.

mod address;
pub mod annotation;
pub mod citation;
pub mod comparison;
mod csv;
mod file;
pub mod review;
pub mod timeline;

pub use file::File;
