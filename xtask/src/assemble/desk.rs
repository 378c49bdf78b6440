//! The desk's script, made one that a worker can be started from, and that the page can load to start it.
//!
//! What wasm-bindgen writes defines what loads the WebAssembly, and leaves it to others to call it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The script, as Trunk writes it and as the page names it.
pub(super) const SCRIPT: &str = "desk.js";

/// The page's side of it.
pub(crate) const PAGE: &str = include_str!("../../../assets/desk.js");

/// On a page, where `serveDesk` is above, opens the worker when it is asked. A browser holds a worker against no hash, so
/// the page fetches what it is made of, which it does hold, and starts it from that; so it stands under the page's policy
/// as well. In the worker, loads the WebAssembly that the first message gives. What goes wrong there is thrown where
/// whoever opened the worker hears of it.
const START: &str = r#"
if (globalThis.document) {
  const { desk } = document.querySelector("[data-desk]").dataset;
  const { integrity } = linerNotes;
  const fetched = async (address) => {
    const answer = await fetch(address, { integrity: integrity[address.split("/").pop()] ?? "" });
    if (!answer.ok) throw new Error(`${address}: the host answers ${answer.status}`);
    return answer;
  };
  let made;
  // One policy for as long as the page stands: there can be no second of its name.
  const policy = globalThis.trustedTypes?.createPolicy("liner-notes-desk", {
    createScriptURL(asked) {
      if (asked !== made) throw new TypeError(`${asked} is not the desk`);
      return asked;
    },
  });
  serveDesk(async () => {
    const [script, app] = await Promise.all([
      fetched(desk).then((answer) => answer.blob()),
      fetched(desk.replace(/\.js$/, "_bg.wasm")).then((answer) => answer.arrayBuffer()),
    ]);
    URL.revokeObjectURL(made);
    made = URL.createObjectURL(script);
    const worker = new Worker(policy ? policy.createScriptURL(made) : made);
    worker.postMessage(app, [app]);
    return worker;
  });
} else {
  onmessage = ({ data }) => {
    onmessage = null;
    wasm_bindgen({ module_or_path: data }).catch((error) => setTimeout(() => { throw error; }));
  };
}
"#;

/// Adds to the script in the folder `site` what starts it.
pub(super) fn finish(site: &Path) -> Result<()> {
    let file = site.join(SCRIPT);
    let written = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    ensure!(written.contains("wasm_bindgen ="), "{} defines no `wasm_bindgen`", file.display());
    fs::write(&file, format!("{written}{PAGE}{START}")).with_context(|| format!("writing {}", file.display()))
}
