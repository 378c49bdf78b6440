//! Tries the property of `collection` on whatever the fuzzer makes up.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| liner_notes_properties::collection::holds(bytes));
