//! The desk: what Liner Notes does off the page's own thread, so that nobody who types waits for it.
//!
//! It is a worker with a WebAssembly of its own, which is loaded when it is first needed: a first visit is none the
//! slower for what it can do, and it may use libraries that the app is too small for.
//!
//! - `message`: how page and desk write to each other.
//! - `finding`: what is found, in groups, as the page shows it.
//! - `desk`: the desk itself; the program `main.rs` puts it into a worker.

mod desk;
mod finding;
mod message;

pub use desk::Desk;
pub use finding::{Found, FoundGroup, FoundHit, Kind, find};
pub use message::{Answer, Ask};
