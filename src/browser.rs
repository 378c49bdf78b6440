//! The only room that touches the browser's interfaces. Everything in it is called from effects and handlers, never
//! while rendering, and gives plain values: where an interface is missing or refuses, there is an answer all the same.

pub(crate) mod desk;
pub(crate) mod device;
pub(crate) mod location;
pub(crate) mod page;
pub(crate) mod press;
