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
//! - [`text`] and [`locator`] (feature `texts`) point into review texts without carrying their words; [`passages`] is
//!   where many are found again at once, [`proofs`] what they are found by, for whoever has the packed record.
//! - [`recognition`] (feature `texts`) knows whose text a text is.
//! - [`carried`] (feature `texts`) are texts that a build carries for owners of the rights to them.
//! - [`audit`] and [`spelled`] (feature `texts`) hold a record against its texts.
//! - [`document`] (feature `source`) is the whole record as data for others.
//! - [`source`] (feature `source`) reads a collection's files and refuses whatever is wrong in them.

#[cfg(feature = "texts")]
pub mod audit;
#[cfg(feature = "texts")]
pub mod carried;
pub mod case;
#[cfg(feature = "source")]
pub mod document;
pub mod level;
#[cfg(feature = "texts")]
pub mod locator;
pub mod model;
pub mod packed;
#[cfg(feature = "texts")]
pub mod passages;
#[cfg(feature = "texts")]
pub mod proofs;
pub mod questions;
#[cfg(feature = "texts")]
pub mod recognition;
#[cfg(feature = "texts")]
pub mod search;
mod shown;
#[cfg(feature = "source")]
pub mod source;
#[cfg(feature = "texts")]
pub mod spelled;
#[cfg(feature = "texts")]
pub mod text;
#[cfg(feature = "texts")]
mod unicode;
pub mod value;
pub mod web_address;

pub use level::{Dial, Level};
pub use model::Record;
pub use shown::{Lookup, Shown};
pub use web_address::WebAddress;
