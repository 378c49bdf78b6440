//! The record through its public face: what values mean, what the questions answer, what the checks refuse.

// Tests may stop at once when something is not as it must be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod account;
mod attached;
mod audits;
mod beside;
mod carried;
mod collection;
mod dial;
mod documents;
mod folds;
mod locators;
mod packed;
mod proofs;
mod reading;
mod recognition;
mod refusals;
mod search;
mod search_texts;
mod statuses;
mod values;
