//! Every file through the public face, read back by a program that did not write it and held against what the questions
//! answer for the screen.

// Tests may stop at once when something is not as it must be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod annotations;
mod citations;
mod comparison;
mod dial;
mod hostile;
mod linked;
mod markdown;
mod records;
mod reviews;
mod standards;
mod tables;
mod timeline;
mod words;
