//! The desk's script, made one that a worker can be started from.
//!
//! What wasm-bindgen writes defines what loads the WebAssembly, and leaves it to others to call it. Whoever starts the
//! worker says where that is in its first message: the address of the file, or the file itself where there is no host.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The script, as Trunk writes it and as the page names it.
pub(super) const SCRIPT: &str = "desk.js";

/// Loads the WebAssembly that the first message gives. What goes wrong there is thrown where whoever started the worker
/// hears of it.
const START: &str = "
onmessage = ({ data }) => {
  onmessage = null;
  wasm_bindgen({ module_or_path: data }).catch((error) => setTimeout(() => { throw error; }));
};
";

/// Adds to the script in the folder `site` what starts it.
pub(super) fn finish(site: &Path) -> Result<()> {
    let file = site.join(SCRIPT);
    let written = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    ensure!(written.contains("wasm_bindgen ="), "{} defines no `wasm_bindgen`", file.display());
    fs::write(&file, written + START).with_context(|| format!("writing {}", file.display()))
}
