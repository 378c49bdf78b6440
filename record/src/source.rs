//! Reading a collection's TOML files and refusing whatever is wrong in them.
//!
//! [`read`] is the entry: files → raw shapes (`files`) → checked [`Record`] (`check`). Every [`Problem`] names the
//! file, the line, what is wrong and what to do, and all of them are found in one go.

mod check;
mod files;
mod problem;
mod story;
mod voices;

use std::path::Path;

pub use problem::{Problem, Problems};

use crate::Record;

/// Reads and checks the collection in a folder: `work.toml`, `topics.toml`, `people.toml`, `moments.toml`,
/// `related.toml` and one file for each review in `reviews/`.
///
/// # Errors
/// Everything that is wrong with it, in the order of the files.
pub fn read(folder: &Path) -> Result<Record, Problems> {
    let files = files::Files::read(folder)?;
    check::check(&files)
}
