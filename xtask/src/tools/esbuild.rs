//! `esbuild`, which makes the script that loads the app small. Trunk's own minifier fails on it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::program;
use crate::tools::{cache, npm, version_on_path};

/// The release that is set up.
const RELEASE: &str = "0.28.2";

/// Gives the folder to put on PATH, or none when nothing is to be put there.
pub(super) fn provide() -> Result<Option<PathBuf>> {
    if version_on_path("esbuild").is_some() {
        return Ok(None);
    }
    let root = cache::folder("esbuild", RELEASE)?;
    let folder = root.join("node_modules").join(".bin");
    if program::version(&mut Command::new(folder.join("esbuild"))).is_some() {
        return Ok(Some(folder));
    }
    match npm::fetch("esbuild", &format!("esbuild@{RELEASE}"), &root) {
        Ok(true) => return Ok(Some(folder)),
        Ok(false) => {}
        // A script that stays larger is no reason not to build.
        Err(error) => println!("{error:#}"),
    }
    println!("The script that loads the app stays as it is. Should it weigh too much, have esbuild on PATH.");
    Ok(None)
}

/// Makes a script small where it stands; `command` is esbuild's.
pub(super) fn minify(mut command: Command, script: &Path) -> Result<()> {
    let mut out = std::ffi::OsString::from("--outfile=");
    out.push(script);
    command.args(["--minify", "--log-level=warning", "--allow-overwrite"]).arg(out).arg(script);
    program::run(&mut command, "The site works with the script as it was: build again without esbuild on PATH.")
}
