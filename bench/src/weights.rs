//! What a built site weighs, compressed as `gzip -9` does: the app, and each of its pages.

use std::cmp::Reverse;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The most that the app may weigh without its record: its WebAssembly and the scripts that start it.
///
/// On a slow phone connection of 1.6 Mbit/s, 150,000 bytes take three quarters of a second, as long again as the
/// connection takes to be made; a page that takes longer than that feels slow however fast it is afterwards.
pub const APP: usize = 150_000;

/// The most that it may weigh with its record.
pub const APP_WITH_RECORD: usize = 190_000;

/// The most that a page may weigh: what a host sends before it waits for the first answer, ten packets of 1,460 bytes
/// (RFC 6928).
pub const PAGE: usize = 14_600;

/// How many pages of a hundred must keep to that.
pub const SHARE: usize = 95;

/// The most that Compare may weigh, the page with everything on it.
pub const COMPARE: usize = 30_000;

/// Where Compare is in a site.
pub const COMPARE_ROUTE: &str = "compare";

/// The most that the desk may weigh. Nobody waits for it but whoever asks it something: it is loaded once the page stands.
pub const DESK: usize = 230_000;

/// How the names of the desk's files begin.
const DESK_FILES: &str = "desk-";

/// Scripts that are not the app's: browsers ask for them once the page stands and has nothing to do.
const LATER: [&str; 5] = ["worker.js", "keep.js", "keys.js", "share.js", "guard.js"];

/// One file of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub raw: usize,
    /// Those that `gzip -9` leaves of it.
    pub compressed: usize,
}

/// One page of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path below the site, without a slash at its ends; empty for the first page.
    pub route: String,
    /// What it weighs with the style rules that stand in it.
    pub bytes: usize,
}

/// What `gzip -9` leaves of `bytes`.
///
/// # Errors
///
/// Never, as long as there is memory.
pub fn compressed(bytes: &[u8]) -> Result<usize> {
    Ok(gzip(bytes)?.len())
}

/// What `gzip -9` makes of `bytes`.
///
/// # Errors
///
/// Never, as long as there is memory.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The files of the app in the folder `site`, the heaviest first: its WebAssembly, which holds the record, and its
/// scripts, each compressed by itself. Without the desk's, which no visit begins with.
///
/// # Errors
///
/// When the folder holds no built app or cannot be read.
pub fn app(site: &Path) -> Result<Vec<Part>> {
    let parts = code(site, |name| !name.starts_with(DESK_FILES))?;
    ensure!(!parts.is_empty(), "{} holds no .wasm and no .js file, so it is no built app", site.display());
    Ok(parts)
}

/// The files of the desk in the folder `site`, the heaviest first, each compressed by itself.
///
/// # Errors
///
/// When the folder holds none or cannot be read.
pub fn desk(site: &Path) -> Result<Vec<Part>> {
    let parts = code(site, |name| name.starts_with(DESK_FILES))?;
    ensure!(!parts.is_empty(), "{} holds no desk", site.display());
    Ok(parts)
}

/// The scripts and the WebAssembly in the folder `site` of such names.
fn code(site: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<Part>> {
    let entries = fs::read_dir(site).with_context(|| format!("the folder {}", site.display()))?;
    let mut parts = Vec::new();
    for entry in entries {
        let file = entry.with_context(|| format!("the folder {}", site.display()))?.path();
        let is_code = file.extension().is_some_and(|end| end == "wasm" || end == "js");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if is_code && !LATER.contains(&name.as_str()) && is_wanted(&name) {
            let bytes = read(&file)?;
            parts.push(Part { name, raw: bytes.len(), compressed: compressed(&bytes)? });
        }
    }
    parts.sort_by_key(|part| Reverse(part.compressed));
    Ok(parts)
}

/// Every page of the site in the folder `site`, in the order of their routes.
///
/// # Errors
///
/// When a file cannot be read.
pub fn pages(site: &Path) -> Result<Vec<Page>> {
    let mut found = Vec::new();
    gather(site, String::new(), &mut found)?;
    found.sort();
    found.into_iter().map(|(route, file)| Ok(Page { route, bytes: compressed(&read(&file)?)? })).collect()
}

/// How many of a hundred `pages` weigh no more than [`PAGE`].
#[must_use]
pub fn light_share(pages: &[Page]) -> f64 {
    let light = pages.iter().filter(|page| page.bytes <= PAGE).count();
    100.0 * light as f64 / pages.len().max(1) as f64
}

/// What Compare weighs, where the site has it.
#[must_use]
pub fn compare(pages: &[Page]) -> Option<usize> {
    pages.iter().find(|page| page.route == COMPARE_ROUTE).map(|page| page.bytes)
}

/// Fails when the pages of the site in the folder `site` are too heavy.
///
/// # Errors
///
/// The same, with what is too heavy; or when a file cannot be read.
pub fn check_pages(site: &Path) -> Result<()> {
    let pages = pages(site)?;
    let heavy: Vec<String> = pages
        .iter()
        .filter(|page| page.bytes > PAGE)
        .map(|page| format!("/{} ({} bytes)", page.route, page.bytes))
        .collect();
    ensure!(
        light_share(&pages) >= SHARE as f64,
        "{SHARE} of 100 pages may weigh {PAGE} bytes after `gzip -9`, and these weigh more: {}",
        heavy.join(", ")
    );
    let compare = compare(&pages).context("the site has no Compare")?;
    ensure!(compare <= COMPARE, "Compare weighs {compare} bytes after `gzip -9`, and may weigh {COMPARE}");
    Ok(())
}

/// Adds the pages at and below `folder`, whose path in the site is `route`.
fn gather(folder: &Path, route: String, found: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("the folder {}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            let below = if route.is_empty() { name } else { format!("{route}/{name}") };
            gather(&path, below, found)?;
        } else if name == "index.html" {
            found.push((route.clone(), path));
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{Page, Part, app, check_pages, compare, compressed, light_share, pages};

    /// A small site in a folder that goes away with it.
    struct Example(PathBuf);

    impl Example {
        fn new(name: &str) -> std::io::Result<Self> {
            let site = std::env::temp_dir().join(format!("liner-notes-weights-{name}-{}", std::process::id()));
            for file in ["index.html", "404.html", "compare/index.html", "cast/ada/index.html", "a.js", "worker.js"] {
                fs::create_dir_all(site.join(file).parent().unwrap_or(&site))?;
                fs::write(site.join(file), file)?;
            }
            Ok(Self(site))
        }
    }

    impl Drop for Example {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn every_folder_with_a_page_is_a_route() -> anyhow::Result<()> {
        let example = Example::new("routes")?;
        let pages = pages(&example.0)?;
        let routes: Vec<&str> = pages.iter().map(|page| page.route.as_str()).collect();
        assert_eq!(routes, ["", "cast/ada", "compare"]);
        assert_eq!(compare(&pages), Some(compressed(b"compare/index.html")?));
        check_pages(&example.0)
    }

    #[test]
    fn the_worker_is_no_part_of_the_app() -> anyhow::Result<()> {
        let example = Example::new("app")?;
        let part = Part { name: "a.js".to_owned(), raw: 4, compressed: compressed(b"a.js")? };
        assert_eq!(app(&example.0)?, [part]);
        assert!(app(&example.0.join("cast")).is_err());
        Ok(())
    }

    #[test]
    fn one_heavy_page_in_twenty_will_do() {
        let page = |bytes| Page { route: String::new(), bytes };
        let mut pages = vec![page(10); 19];
        pages.push(page(20_000));
        assert!((light_share(&pages) - 95.0).abs() < f64::EPSILON);
        assert!(compare(&pages).is_none());
    }
}
