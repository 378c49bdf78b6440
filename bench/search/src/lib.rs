//! The search in texts by itself, compiled for the browser, so that `bench` can hold it against another.
//!
//! It is the very `search::texts` that the desk has, with the desk's allocator; on any other machine there is nothing.

#[cfg(target_arch = "wasm32")]
mod engine;
