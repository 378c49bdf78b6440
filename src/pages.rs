//! The places, one file each.

pub(crate) mod cast;
pub(crate) mod compare;
pub(crate) mod not_found;
pub(crate) mod overview;
pub(crate) mod reviews;
pub(crate) mod timeline;
