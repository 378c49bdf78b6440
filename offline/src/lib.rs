//! The last step of a release: the worker that keeps it on the reader's device, whole.
//!
//! [`write`](fn@write) lists the files of a finished site with their hashes and puts the list in front of `assets/worker.js`.
//! The build does it, and so does every test that publishes a release of its own making.

mod listing;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use listing::{Listing, sha256};

/// The worker's file, at the root of the site: a worker controls what is below the folder that it is in.
const WORKER: &str = "worker.js";

/// The worker without its list.
const SOURCE: &str = include_str!("../../assets/worker.js");

/// What the script that starts the app carries on every page, and what it carries where there is a worker to register.
const STARTS: &str = "data-glue=";
const REGISTERS: &str = "data-worker data-glue=";

/// Has the pages of the finished site in the folder `site` register a worker, [closes](liner_notes_seal) them, and writes
/// the worker. Nothing in the folder may change afterwards: a page loads no file that is not as it says, and one that is
/// not as listed keeps the release from being installed.
///
/// Doing it twice changes nothing; doing it again after a file was changed makes another release.
///
/// # Errors
///
/// When the folder holds no site, a file cannot be read or written, or has a name that no address may have.
pub fn write(site: &Path) -> Result<()> {
    let pages = listing::pages(site)?;
    for page in &pages {
        mark(page)?;
    }
    liner_notes_seal::close(site, &pages)?;
    let script = script(&Listing::of(site)?)?;
    let file = site.join(WORKER);
    fs::write(&file, script).with_context(|| format!("writing {}", file.display()))
}

/// Has a page register the worker. A page without the mark, like one of a site under construction, does not.
fn mark(page: &Path) -> Result<()> {
    let text = fs::read_to_string(page).with_context(|| format!("reading {}", page.display()))?;
    if text.contains(REGISTERS) {
        return Ok(());
    }
    ensure!(text.contains(STARTS), "{} has no script with `{STARTS}`, so nothing starts there", page.display());
    fs::write(page, text.replacen(STARTS, REGISTERS, 1)).with_context(|| format!("writing {}", page.display()))
}

/// The worker with its list. The release is named after both, so that no two that differ share a name.
fn script(listing: &Listing) -> Result<String> {
    let mut list = String::from("const FILES = {\n");
    for (path, hash) in &listing.kept {
        writeln!(list, "  \"{path}\": \"{hash}\",")?;
    }
    list.push_str("};\nconst LEFT_OUT = [\n");
    for path in &listing.left_out {
        writeln!(list, "  \"{path}\",")?;
    }
    list.push_str("];\n");
    // Comments are for whoever reads the source; every visit asks for this file.
    for line in SOURCE.lines().filter(|line| !line.trim_start().starts_with("//") && !line.is_empty()) {
        writeln!(list, "{line}")?;
    }
    let release = sha256(list.as_bytes()).iter().take(8).try_fold(String::new(), |mut name, byte| {
        write!(name, "{byte:02x}")?;
        anyhow::Ok(name)
    })?;
    Ok(format!("const RELEASE = \"{release}\";\n{list}"))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use anyhow::Result;

    use super::write;

    const PAGE: &str = "<head></head><script defer src=\"/boot.js\" data-glue=\"/a.js\"></script>";

    /// A small site in a folder that goes away with it.
    struct Example(PathBuf);

    impl Example {
        fn new(name: &str) -> Result<Self> {
            let site = std::env::temp_dir().join(format!("liner-notes-offline-{name}-{}", std::process::id()));
            for file in ["index.html", "404.html", "cast/index.html"] {
                fs::create_dir_all(site.join(file).parent().unwrap_or(&site))?;
                fs::write(site.join(file), PAGE)?;
            }
            for file in ["boot.js", "a.js", "a.wasm", "liner-notes.html", "preview.png", "robots.txt"] {
                fs::write(site.join(file), file)?;
            }
            Ok(Self(site))
        }

        fn written(&self) -> Result<String> {
            write(&self.0)?;
            Ok(fs::read_to_string(self.0.join("worker.js"))?)
        }
    }

    impl Drop for Example {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn lists_what_pages_need_with_its_hash_and_names_the_rest() -> Result<()> {
        let script = Example::new("list")?.written()?;
        let (kept, left_out) = script.split_once("const LEFT_OUT").unwrap_or_default();
        // `printf a.wasm | sha256sum`, in base64.
        assert!(kept.contains("  \"a.wasm\": \"Sqo8rDcdRzkXfVdnZ1bXC4AkMTOOrncmvB3fNVNhiLY=\",\n"), "{kept}");
        assert!(kept.contains("\"404.html\"") && kept.contains("\"cast/index.html\""));
        for file in ["liner-notes.html", "preview.png", "robots.txt"] {
            assert!(!kept.contains(file) && left_out.contains(&format!("  \"{file}\",\n")), "{file}");
        }
        assert!(!script.contains("//"), "comments are left out");
        Ok(())
    }

    #[test]
    fn the_same_files_make_the_same_release_and_others_another() -> Result<()> {
        let example = Example::new("release")?;
        let first = example.written()?;
        assert_eq!(example.written()?, first);
        fs::write(example.0.join("a.wasm"), "changed")?;
        let release = |script: &str| script.lines().next().map(str::to_owned);
        assert_ne!(release(&example.written()?), release(&first));
        Ok(())
    }

    #[test]
    fn pages_register_the_worker_and_the_one_file_does_not() -> Result<()> {
        let example = Example::new("pages")?;
        fs::write(example.0.join("liner-notes.html"), PAGE)?;
        write(&example.0)?;
        let page = fs::read_to_string(example.0.join("cast/index.html"))?;
        assert!(page.contains(" data-worker data-glue=\"/a.js\"") && page.contains(" integrity="), "{page}");
        assert_eq!(fs::read_to_string(example.0.join("liner-notes.html"))?, PAGE);
        Ok(())
    }

    #[test]
    fn a_page_that_starts_nothing_and_a_name_that_no_address_has_are_refused() -> Result<()> {
        let example = Example::new("refused")?;
        fs::write(example.0.join("cast/index.html"), "<p>still</p>")?;
        assert!(write(&example.0).is_err_and(|error| error.to_string().contains("nothing starts there")));
        fs::write(example.0.join("a b.js"), "")?;
        assert!(write(&example.0).is_err_and(|error| error.to_string().contains("a b.js")));
        Ok(())
    }
}
