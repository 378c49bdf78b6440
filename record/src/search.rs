//! Looking things up by words: in the record at the reader's dial, and in the texts that a reader has attached.
//!
//! - `words`: a text as words, made alike where people write them differently.
//! - `sound`: names made alike where they are romanised differently, or written in Hangul.
//! - `asked`: what a reader types, read.
//! - `lexicon`: every word once, and which fit one that is looked for.
//! - `index`: which words stand in which documents.
//! - `names`: whom a run of words may mean.
//! - `order`: putting many things in order.
//! - `found`: the record as documents, and what is found in it.
//! - `marks`: where in a text stands what was looked for.
//! - [`texts`]: paragraphs of reviews' texts as documents, and what is found in them.
//!
//! No library does this: those that know prefixes, slips and fields weigh more than the whole app may, or search bodies
//! of text and nothing else; none knows that Seon-woo, Sun Woo and 선우 are one name, which is what people look for here.

mod asked;
mod found;
mod index;
mod lexicon;
mod marks;
mod names;
mod order;
mod sound;
pub mod texts;
mod words;

pub use asked::{Asked, Filter};
pub use found::{Hit, Search, Thing};
pub use index::{Builder, Index, Term};
pub use lexicon::Closeness;
pub use marks::Marked;
pub use sound::sound;
pub use words::{Word, words};
