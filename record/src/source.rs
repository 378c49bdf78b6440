//! Reading a collection's TOML files and refusing whatever is wrong in them.
//!
//! [`read`] is the entry: files → raw shapes (`files`) → checked [`Record`] (`check`). Every [`Problem`] names the
//! file, the line, what is wrong and what to do, and all of them are found in one go.

mod check;
mod files;
mod folder;
mod load;
mod problem;
mod story;
mod voices;

use std::path::Path;

pub use folder::Folder;
pub use load::load;
pub use problem::{Problem, Problems};

use crate::Record;

/// Reads and checks the collection in a folder: `work.toml`, `topics.toml`, `people.toml`, `moments.toml`,
/// `related.toml` and one file for each review in `reviews/`.
///
/// # Errors
/// Everything that is wrong with it, in the order of the files.
pub fn read(folder: &Path) -> Result<Record, Problems> {
    check(&Folder::load(folder)?)
}

/// Checks the collection in a folder that is loaded already.
///
/// # Errors
/// Everything that is wrong with it, in the order of the files.
pub fn check(folder: &Folder) -> Result<Record, Problems> {
    check::check(&files::Files::read(folder)?)
}
