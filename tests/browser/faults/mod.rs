//! Faults that nobody planned, done to the app by real means wherever there are any, and what the reader sees of them.
//! A page stays readable, says what is the matter and what can be done, and nothing that a person made is lost.
//!
//! `faults.toml` lists all of them with what the reader sees and the test of each; those of attached texts, of releases
//! and of addresses are in modules of their own.

pub(crate) mod app;
mod host;
mod list;
mod long_use;
mod others;
mod storage;
