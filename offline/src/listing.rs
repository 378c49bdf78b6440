//! Which files of a site are kept on the device, and their hashes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::WORKER;

/// The whole site as one file, for those who take it along by other means.
const ONE_FILE: &str = "liner-notes.html";

/// The files of a site, by their paths from its root.
pub(crate) struct Listing {
    /// What is kept, each with its SHA-256 in base64.
    pub(crate) kept: BTreeMap<String, String>,
    /// What has to be asked of the host.
    pub(crate) left_out: BTreeSet<String>,
}

impl Listing {
    /// The files of the site in a folder.
    pub(crate) fn of(site: &Path) -> Result<Self> {
        let mut listing = Self { kept: BTreeMap::new(), left_out: BTreeSet::new() };
        for path in paths(site)? {
            if is_kept(&path) {
                let file = site.join(&path);
                let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
                listing.kept.insert(path, STANDARD.encode(sha256(&content)));
            } else if path != WORKER {
                listing.left_out.insert(path);
            }
        }
        listing.left_out.insert(WORKER.to_owned());
        Ok(listing)
    }
}

/// The pages that are kept.
pub(crate) fn pages(site: &Path) -> Result<Vec<PathBuf>> {
    let pages: Vec<PathBuf> = paths(site)?
        .iter()
        .filter(|path| path.ends_with(".html") && is_kept(path))
        .map(|path| site.join(path))
        .collect();
    ensure!(pages.contains(&site.join("404.html")), "{} holds no page for unknown paths", site.display());
    Ok(pages)
}

/// The SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Whether some page may need a file to be shown and to work. Pictures are of the app's sign only: others are for
/// those who link here. The record as data is for whoever is online to take it along; the app has its own copy.
fn is_kept(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("html") => path != ONE_FILE,
        Some("js") => path != WORKER,
        Some("css" | "svg" | "wasm" | "webmanifest" | "woff2") => true,
        Some("ico" | "png") => name.contains("icon"),
        _ => false,
    }
}

/// The paths of all files in a folder and the folders in it, from it on, with slashes.
fn paths(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))? {
        let entry = entry.with_context(|| format!("the folder {}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
        ensure!(
            name.chars().all(is_plain),
            "`{}` has a name with more than letters, digits, dots and dashes; its address would not be its name",
            entry.path().display()
        );
        if entry.path().is_dir() {
            paths.extend(self::paths(&entry.path())?.into_iter().map(|path| format!("{name}/{path}")));
        } else {
            paths.push(name);
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::is_kept;

    #[test]
    fn what_pages_need_is_kept_and_nothing_else() {
        for path in [
            "index.html",
            "404.html",
            "reviews/nme/index.html",
            "boot.js",
            "liner-notes-0123456789abcdef_bg.wasm",
            "styles/base-0123456789abcdef.css",
            "fonts/fraunces/fraunces.woff2",
            "favicon-0123456789abcdef.svg",
            "icons/icon-192.png",
            "apple-touch-icon.png",
            "site.webmanifest",
        ] {
            assert!(is_kept(path), "{path} is not kept");
        }
        for path in [
            "worker.js",
            "liner-notes.html",
            "preview.png",
            "data/soundtrack-1.json",
            "data/soundtrack-1.csv",
            "fonts/fraunces/OFL.txt",
            "fonts/subset.py",
            "sitemap.xml",
            "CNAME",
        ] {
            assert!(!is_kept(path), "{path} is kept");
        }
    }
}
