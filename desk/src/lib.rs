//! The desk: what Liner Notes does off the page's own thread, so that nobody who types waits for it.
//!
//! It is a worker with a WebAssembly of its own, which is loaded when it is first needed: a first visit is none the
//! slower for what it can do, and it may use libraries that the app is too small for. What it draws are the
//! [sheets](liner_notes::sheets) of the app, and what it hands over the files of the crate `export`; `desk` is the desk
//! itself, `encoding` knows in what a file was written, and the program `main.rs` puts all of it into a worker.

mod desk;
mod encoding;
mod files;
mod own_texts;

pub use desk::{Desk, Said};
pub use encoding::encoding;
