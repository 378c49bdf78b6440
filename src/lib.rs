//! Liner Notes: several reviews of one work, side by side.
//!
//! The record and the questions asked of it are the crate [`liner_notes_record`]; this one shows them. In reading
//! order:
//!
//! - [`collection`] holds the record that the build packed in.
//! - [`address`] says which places there are and how their addresses read.
//! - [`reader`] is what the person at the screen has chosen: where they are, their dial, their theme.
//! - `browser` is the only room that touches the browser's interfaces.
//! - `components` are the small pieces that pages share, `pages` the places themselves.
//! - `inquiry` asks the desk for [`sheets`], the pieces of pages that it draws off this thread; [`asking`] is how the
//!   two write to each other, [`sheet`] how what is drawn goes from one to the other, `svg` how it goes to other
//!   programs.
//! - `upkeep` does what follows from the reader's choices outside the pages.
//! - [`app`] puts them together.

pub mod address;
pub mod app;
pub mod asking;
mod browser;
pub mod collection;
mod components;
mod inquiry;
mod markup;
mod numerals;
mod pages;
pub mod reader;
pub mod sheet;
pub mod sheets;
#[cfg(feature = "desk")]
pub mod svg;
mod upkeep;

/// Starts the app in the page: lets the browser have its turn, reads the record, lets it have another, and draws.
pub fn start() {
    browser::page::soon(|| match collection::record() {
        Ok(record) => {
            browser::page::soon(move || app::open(record, browser::page::root())).forget();
        }
        Err(error) => browser::page::say_failure(&format!("The reviews in this page cannot be read: {error}.")),
    })
    .forget();
}
