//! Closes a finished site: every page allows what it holds and nothing else, and everything that is loaded must be what
//! was published.
//!
//! A page has a [policy](Policy) as the first thing in its head, so that it binds all that follows. It names by their
//! hashes the scripts and styles that stand in the page. Of the script that starts the app and of the style sheet the
//! page says what they must be, by `integrity`; the script says it of what it loads in turn, in its first line, and what
//! it loads first once the page stands says it of the rest. So a page is the only thing that is taken as it comes.
//!
//! It is done after everything that writes into pages and scripts. Doing it twice changes nothing.

mod integrity;
pub mod markup;
mod policy;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use integrity::{mark, sha256};
use markup::rewrite;
pub use policy::Policy;

/// The script that starts the app.
const BOOT: &str = "boot.js";

/// The worker that keeps the site. It lists the hashes of all pages, so none of them can have its own.
const WORKER: &str = "worker.js";

/// What is loaded first once the page stands, and what is loaded after it. Their hashes are not part of a first look.
const GUARD: &str = "guard.js";
const LATER: [&str; 3] = ["keep.js", "keys.js", "share.js"];

/// How the first line begins in which the script says what it may load.
const LIST: &str = "globalThis.linerNotes={integrity:{";

/// How the first line begins in which the guard says what comes after it.
const LATER_LIST: &str = "export const integrity={";

/// Closes the site in the folder `site`, whose pages these are.
///
/// # Errors
/// When a file cannot be read or written, or a page names one that is missing.
pub fn close(site: &Path, pages: &[PathBuf]) -> Result<()> {
    list(site)?;
    for page in pages {
        let text = fs::read_to_string(page).with_context(|| format!("reading {}", page.display()))?;
        let closed = closed(site, &text).with_context(|| format!("closing {}", page.display()))?;
        if closed != text {
            fs::write(page, closed).with_context(|| format!("writing {}", page.display()))?;
        }
    }
    Ok(())
}

/// Writes into the script that starts the app, and into the guard, what the files must be that they have loaded.
fn list(site: &Path) -> Result<()> {
    if !site.join(BOOT).is_file() {
        return Ok(());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(site).with_context(|| format!("the folder {}", site.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".wasm") || name.ends_with(".js") && ![BOOT, WORKER].contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    let (later, first): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| LATER.contains(&name.as_str()));
    if site.join(GUARD).is_file() {
        begin(site, GUARD, LATER_LIST, &later, "};\n")?;
    }
    // The guard's own hash is that of the guard with its list.
    begin(site, BOOT, LIST, &first, "}};\n")
}

/// Has a script begin with a line that lists the hashes of files, in place of an earlier one.
fn begin(site: &Path, script: &str, start: &str, files: &[String], end: &str) -> Result<()> {
    let mut line = String::from(start);
    for name in files {
        write!(line, "\"{name}\":\"{}\",", sha256(&read(&site.join(name))?))?;
    }
    let file = site.join(script);
    let written = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let own = match written.split_once('\n') {
        Some((first, own)) if first.starts_with(start) => own,
        _ => &written,
    };
    fs::write(&file, format!("{line}{end}{own}")).with_context(|| format!("writing {}", file.display()))
}

/// A page with its policy, and with the hashes of what it loads.
fn closed(site: &Path, page: &str) -> Result<String> {
    let mut policy = Policy::of_site();
    let page = rewrite(page, &["meta", "link", "script", "style"], |element| {
        let is_policy = element.value("http-equiv") == Some(policy::NAME);
        Ok(match (element.name, element.value("src")) {
            ("meta", _) if is_policy => None,
            ("link", _) if element.value("rel") == Some("stylesheet") => {
                let integrity = sha256(&read(&file(site, element.required("href")?)?)?);
                Some(element.with("integrity", &integrity))
            }
            ("script", Some(address)) => {
                let integrity = sha256(&read(&file(site, address)?)?);
                // Its name is the same in every release. A page must not get the one that a browser keeps of another.
                let asked = format!("{}?{}", without_query(address), mark(&integrity));
                let source = element.with("integrity", &integrity);
                Some(source.replacen(&format!("\"{address}\""), &format!("\"{asked}\""), 1))
            }
            ("script", None) => {
                policy.allow_script(element.content);
                Some(element.source.to_owned())
            }
            ("style", _) => {
                policy.allow_style(element.content);
                Some(element.source.to_owned())
            }
            _ => Some(element.source.to_owned()),
        })
    })?;
    ensure!(page.contains("<head>"), "it has no head");
    Ok(page.replacen("<head>", &format!("<head>{}", policy.meta()), 1))
}

/// The file at an address that is named from the root of a host, below which the site may stand at any path.
fn file(site: &Path, address: &str) -> Result<PathBuf> {
    let mut path = without_query(address).trim_start_matches('/');
    loop {
        let file = site.join(path);
        if file.is_file() {
            return Ok(file);
        }
        path = path.split_once('/').with_context(|| format!("there is no file at the address {address}"))?.1;
    }
}

fn without_query(address: &str) -> &str {
    address.split('?').next().unwrap_or(address)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use anyhow::Result;

    use super::{LIST, close};

    const PAGE: &str = "<!doctype html>\n<html><head>\n<meta charset=\"utf-8\">\n<script>early();</script>\n\
                        <script defer src=\"/notes/boot.js\" data-glue=\"/notes/app.js\"></script>\n\
                        <style>a{color:red}</style></head><body><link rel=\"stylesheet\" href=\"/notes/all.css\"></body>";

    /// A small site in a folder that goes away with it.
    struct Example(PathBuf);

    impl Example {
        fn new(name: &str) -> Result<Self> {
            let site = std::env::temp_dir().join(format!("liner-notes-seal-{name}-{}", std::process::id()));
            fs::create_dir_all(&site)?;
            for file in ["boot.js", "app.js", "app_bg.wasm", "guard.js", "keys.js", "worker.js", "all.css"] {
                fs::write(site.join(file), file)?;
            }
            fs::write(site.join("index.html"), PAGE)?;
            Ok(Self(site))
        }

        /// The page and the script that starts the app, closed.
        fn closed(&self) -> Result<[String; 2]> {
            close(&self.0, &[self.0.join("index.html")])?;
            Ok([fs::read_to_string(self.0.join("index.html"))?, fs::read_to_string(self.0.join("boot.js"))?])
        }
    }

    impl Drop for Example {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn a_page_begins_with_its_policy_and_says_what_it_loads() -> Result<()> {
        let [page, boot] = Example::new("page")?.closed()?;
        let (_, head) = page.split_once("<head>").unwrap_or_default();
        assert!(
            head.starts_with("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"),
            "{page}"
        );
        assert!(page.find("charset").is_some_and(|place| place < 1024), "{page}");
        for hash in
            ["script-src 'self' 'sha256-", "style-src 'self' 'sha256-", "href=\"/notes/all.css\" integrity=\"sha256-"]
        {
            assert!(page.contains(hash), "{hash} in {page}");
        }
        assert!(page.contains("data-glue=\"/notes/app.js\" integrity=\"sha256-"), "{page}");
        assert!(page.contains("src=\"/notes/boot.js?"), "{page}");
        assert!(boot.starts_with(LIST) && boot.ends_with("}};\nboot.js"), "{boot}");
        assert!(boot.contains("\"app.js\":\"sha256-") && boot.contains("\"app_bg.wasm\":\"sha256-"), "{boot}");
        assert!(!boot.contains("worker.js") && !boot.contains("keys.js"), "{boot}");
        Ok(())
    }

    #[test]
    fn what_comes_later_is_listed_in_what_comes_first_of_it() -> Result<()> {
        let example = Example::new("later")?;
        let [_, boot] = example.closed()?;
        let guard = fs::read(example.0.join("guard.js"))?;
        let text = String::from_utf8_lossy(&guard);
        assert!(
            text.starts_with("export const integrity={\"keys.js\":\"sha256-") && text.ends_with("};\nguard.js"),
            "{text}"
        );
        assert!(boot.contains(&format!("\"guard.js\":\"{}\"", super::sha256(&guard))), "{boot}");
        Ok(())
    }

    #[test]
    fn closing_twice_changes_nothing_and_another_file_changes_what_names_it() -> Result<()> {
        let example = Example::new("twice")?;
        let first = example.closed()?;
        assert_eq!(example.closed()?, first);
        fs::write(example.0.join("app_bg.wasm"), "changed")?;
        let [page, boot] = example.closed()?;
        assert!(page != first[0] && boot != first[1], "{page}");
        assert_eq!(page.matches("integrity=").count(), 2, "{page}");
        assert_eq!(page.matches("http-equiv").count(), 1, "{page}");
        Ok(())
    }

    #[test]
    fn a_page_that_names_what_is_not_there_is_refused() -> Result<()> {
        let example = Example::new("refused")?;
        fs::remove_file(example.0.join("all.css"))?;
        assert!(example.closed().is_err_and(|error| format!("{error:#}").contains("all.css")));
        Ok(())
    }
}
