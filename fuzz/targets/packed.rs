//! Tries the property of `packed` on whatever the fuzzer makes up.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| liner_notes_properties::packed::holds(bytes));
