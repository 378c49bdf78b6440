//! What the project promises in figures: the bytes, which every build can tell.
//!
//! What takes a browser to measure is in the program beside this library; `cargo xtask bench` runs it, and
//! `docs/bench.md` says how each figure is taken.

pub mod weights;
