//! The record: what Liner Notes holds about a work, and the questions asked of it.
//!
//! This crate is the floor everything else stands on. It knows nothing of browsers or views, so the build script
//! of the app, the `xtask` programs and the app itself can all use it, and it is tested natively.
//!
//! - [`model`] is the checked data: reviews, people, topics, claims, moments.
//! - [`value`] is an answer in normalised form, and when two answers are compatible.
//! - [`Shown`] is the only way to read a [`Record`]: it lets through what the reader's [`Dial`] allows.
//! - [`packed`] is the record as bytes, for the app.
//! - [`case`] puts text in lower case.
//! - [`questions`] are pure functions over what is shown: the comparison, the cast, the timeline, the overview.
//! - [`search`] finds things by words.
//! - [`text`] and [`locator`] (feature `source`) point into review texts without carrying their words.
//! - [`audit`] and [`spelled`] (feature `source`) hold a record against its texts.
//! - [`document`] (feature `source`) is the whole record as data for others.
//! - [`source`] (feature `source`) reads a collection's files and refuses whatever is wrong in them.

#[cfg(feature = "source")]
pub mod audit;
pub mod case;
#[cfg(feature = "source")]
pub mod document;
pub mod level;
#[cfg(feature = "source")]
pub mod locator;
pub mod model;
pub mod packed;
pub mod questions;
pub mod search;
mod shown;
#[cfg(feature = "source")]
pub mod source;
#[cfg(feature = "source")]
pub mod spelled;
#[cfg(feature = "source")]
pub mod text;
pub mod value;

pub use level::{Dial, Level};
pub use model::Record;
pub use shown::{Lookup, Shown};
