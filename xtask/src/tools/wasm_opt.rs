//! `wasm-opt`, which makes release builds small.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::program;
use crate::tools::{cache, npm, version_on_path};

/// The release of Binaryen, the package that `wasm-opt` is part of, that is set up.
const BINARYEN: &str = "132.0.0";

/// The oldest `wasm-opt` to use from PATH: the one that Trunk 0.21 would download. Much older
/// ones refuse the features that today's Rust compiler uses.
const OLDEST: u32 = 123;

/// Gives the folder to put on PATH, or none when nothing is to be put there.
pub(super) fn provide() -> Result<Option<PathBuf>> {
    if release(version_on_path("wasm-opt").as_deref()).is_some_and(|release| release >= OLDEST) {
        return Ok(None);
    }
    let root = cache::folder("binaryen", BINARYEN)?;
    let folder = root.join("node_modules").join(".bin");
    if release(program::version(&mut Command::new(folder.join("wasm-opt"))).as_deref()).is_some() {
        return Ok(Some(folder));
    }
    let fetched = npm::fetch("wasm-opt", &format!("binaryen@{BINARYEN}"), &root)?;
    if !fetched {
        println!(
            "Trunk will download its own. Should that fail, install Binaryen {OLDEST} or newer and have wasm-opt on PATH."
        );
        return Ok(None);
    }
    Ok(Some(folder))
}

/// The number in an answer such as `wasm-opt version 132 (version_132)`.
fn release(answer: Option<&str>) -> Option<u32> {
    answer?.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::release;

    #[test]
    fn reads_the_release_from_what_wasm_opt_says() {
        assert_eq!(release(Some("wasm-opt version 132 (version_132)")), Some(132));
        assert_eq!(release(Some("wasm-opt version 108")), Some(108));
        assert_eq!(release(Some("wasm-opt")), None);
        assert_eq!(release(None), None);
    }
}
