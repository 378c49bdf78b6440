//! Which state of the record this is, so that a reader can cite it and a copy can be told from a later one.

use serde::{Deserialize, Serialize};

use crate::value::Date;

/// One published state of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its number, as given by the editors: `1.0`, `1.1`, …
    pub version: String,
    /// The day it was made.
    pub date: Date,
    /// SHA-256 of everything in it, in hexadecimal, so that two records under one number can be told apart. The
    /// feature `source` says how it is taken.
    pub hash: String,
    /// The licence of the record as an SPDX expression, such as `CC-BY-4.0`.
    pub licence: String,
}

impl Edition {
    /// The first eight digits of the hash: enough to tell editions apart by eye.
    #[must_use]
    pub fn short_hash(&self) -> &str {
        self.hash.get(..8).unwrap_or(&self.hash)
    }
}
