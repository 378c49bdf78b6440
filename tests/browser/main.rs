//! The whole site as a reader meets it: the built pages of every collection, and the app as one file, in the engine that
//! `LINER_NOTES_ENGINE` names, Chromium where it names none.
//!
//! `cargo xtask test` builds the sites and runs this with their folder in `LINER_NOTES_SITES`; by itself it is
//! `LINER_NOTES_SITES=target/site cargo test --test browser`. What the record holds is asked of the record; what the
//! screen shows is asked of the screen alone.
//!
//! - [`collection`] is a collection, its built site and the addresses in it; [`reader`] is someone in front of it, or of
//!   a [`kept_file`].
//! - [`engines`] holds `engines.toml`, the list of what an engine cannot do, to the tests that there are.
//! - [`axe`], [`colour`], [`keyboard`], [`large`], [`preferences`], [`read_out`] and [`targets`] are about who uses a page, and
//!   how.
//! - [`tour`] goes to every address once; [`every_page`] says what must hold on all of them.
//! - The other modules are one view or one concern each.

#![cfg(not(target_arch = "wasm32"))]

mod collection;
mod kept_file;
mod patience;
mod reader;
mod tour;

mod about;
mod axe;
mod beside;
mod carried;
mod cast;
mod colour;
mod compare;
mod compare_filters;
mod compare_folds;
mod data;
mod dial;
mod engines;
mod every_page;
mod faults;
mod hostile;
mod keyboard;
mod keys;
mod large;
mod links;
mod offline;
mod one_file;
mod policy;
mod preferences;
mod prerendered;
mod print;
mod read_out;
mod reviews;
mod search;
mod sentinels;
mod strange_addresses;
mod take;
mod tampered;
mod targets;
mod text_faults;
mod texts;
mod theme;
mod timeline;
