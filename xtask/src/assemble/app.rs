//! The app's two files, the script and the WebAssembly that it loads, and the desk's two: made small, then named after
//! what is in them.
//!
//! Trunk names the app's after what it wrote, the desk's not at all. What is changed afterwards must be named anew: two releases that differ in
//! nothing else would share their names, and a browser that kept one file could load it with the other release's.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::assemble::desk::SCRIPT;
use crate::assemble::names;
use crate::tools::Tools;

/// How the names of the app's own files begin, before their hash.
const START: &str = "liner-notes-";

/// How those of the desk's begin.
const DESK: &str = "desk-";

/// What the script is called for a moment that stands in the page.
const EARLY: &str = "before_paint.js";

/// How the WebAssembly's name goes on after the script's.
const MODULE: &str = "_bg.wasm";

/// Makes the app's files in the folder `site` small, gives them their names, on the page too, and says whether there
/// was a minifier for the scripts.
pub(super) fn finish(tools: &Tools, site: &Path) -> Result<bool> {
    let script = script(site)?;
    let module = script.with_file_name(format!("{}{MODULE}", stem(&script)));
    names::shorten(&script, &module)?;
    let desk = site.join(SCRIPT);
    names::shorten(&desk, &desk.with_file_name(format!("{}{MODULE}", stem(&desk))))?;
    let mut scripts = vec![script.clone(), desk.clone()];
    scripts.extend(["boot.js", "keys.js", "keep.js", "share.js", "guard.js"].map(|name| site.join(name)));
    let page = site.join("index.html");
    let mut text = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    // What stands in the page is made small as a file.
    let early = site.join(EARLY);
    let inline = inline(&text).with_context(|| format!("{} holds no script", page.display()))?.to_owned();
    fs::write(&early, &inline).with_context(|| format!("writing {}", early.display()))?;
    scripts.push(early.clone());
    let is_minified = tools.minify(&scripts)?;
    let small = fs::read_to_string(&early).with_context(|| format!("reading {}", early.display()))?;
    fs::remove_file(&early).with_context(|| format!("removing {}", early.display()))?;
    text = text.replacen(&inline, small.trim_end(), 1);
    for (script, start) in [(script, START), (desk, DESK)] {
        let old = stem(&script);
        let module = script.with_file_name(format!("{old}{MODULE}"));
        let new = format!("{start}{}", hash(&[&script, &module])?);
        rename(&script, &site.join(format!("{new}.js")))?;
        rename(&module, &site.join(format!("{new}{MODULE}")))?;
        // Each stands in the page as a file of the site's root.
        for end in [".js", MODULE] {
            text = text.replace(&format!("/{old}{end}"), &format!("/{new}{end}"));
        }
        ensure!(text.contains(&format!("/{new}.js")), "{} does not name {old}.js", page.display());
    }
    fs::write(&page, text).with_context(|| format!("writing {}", page.display()))?;
    Ok(is_minified)
}

/// The text of the script that stands in a page.
fn inline(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("<script>")?;
    after.split_once("</script>").map(|(text, _)| text)
}

/// The name of a script without its ending.
fn stem(script: &Path) -> String {
    script.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The script that wasm-bindgen wrote.
fn script(site: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(site).with_context(|| format!("the folder {}", site.display()))?;
    let files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    let is_script = |file: &&PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(START) && name.ends_with(".js")
    };
    let mut scripts = files.iter().filter(is_script);
    let script = scripts.next().with_context(|| format!("{} holds no script of the app", site.display()))?;
    ensure!(scripts.next().is_none(), "{} holds more than one script of the app", site.display());
    Ok(script.clone())
}

/// Sixteen digits for what is in the files.
fn hash(files: &[&Path]) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(fs::read(file).with_context(|| format!("reading {}", file.display()))?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("renaming {} to {}", from.display(), to.display()))
}
