//! Whether a build says anything of the folder that it was made in: the same files elsewhere are to give the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use walkdir::WalkDir;

use crate::program;
use crate::test::ground::{Ground, check};
use crate::test::steps::BELOW;
use crate::test::tally::Tally;

/// Where the files go to be built once more. The name is longer than most, so that texts with it in them would be, too.
const ELSEWHERE: &str = "reproducible/the-same-files-in-a-folder-elsewhere";

/// Builds the project's own site from a copy of its files, with nothing compiled beforehand, and holds it against the
/// one that is built already.
pub(super) fn reproducible(ground: &Ground) -> Result<Tally> {
    let here = ground.workspace.own_site();
    ensure!(
        here.join("index.html").is_file(),
        "no site is built at {}; `cargo xtask test --only sites` builds it",
        here.display()
    );
    let elsewhere = ground.workspace.target().join(ELSEWHERE);
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere).with_context(|| format!("clearing {}", elsewhere.display()))?;
    }
    copy(ground.workspace.root(), &elsewhere)?;
    let site = elsewhere.join("site");
    let mut dist =
        ground.cargo(&["run", "--quiet", "--package", "xtask", "--", "dist", "--public-url", BELOW, "--out"])?;
    dist.arg(&site).current_dir(&elsewhere).env_remove("CARGO_TARGET_DIR");
    let built = check(&mut dist)?;
    ensure!(built.all_passed(), "the copy does not build");
    let differing = differing(&files(&here)?, &files(&site)?);
    ensure!(
        differing.is_empty(),
        "{} and {} are built from the same files and differ in {}",
        here.display(),
        site.display(),
        differing.join(", ")
    );
    fs::remove_dir_all(&elsewhere).with_context(|| format!("clearing {}", elsewhere.display()))?;
    Ok(built)
}

/// Copies what git keeps or would keep.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(from);
    let line = program::line(&list);
    let output = list.output().with_context(|| format!("`{line}` could not be started; install git"))?;
    if !output.status.success() {
        bail!("`{line}` says: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let names = String::from_utf8(output.stdout).with_context(|| format!("what `{line}` says"))?;
    // What was removed and is not yet committed is named as well.
    for name in names.split_terminator('\0').filter(|name| from.join(name).is_file()) {
        let (from, to) = (from.join(name), to.join(name));
        let folder = to.parent().with_context(|| format!("{} stands in no folder", to.display()))?;
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        fs::copy(&from, &to).with_context(|| format!("copying {}", from.display()))?;
    }
    Ok(())
}

/// Every file below a folder, by its path there.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("the folder {}", folder.display()))?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).context("a path below its folder")?.to_path_buf();
            files.insert(path, fs::read(entry.path()).with_context(|| format!("reading {}", entry.path().display()))?);
        }
    }
    Ok(files)
}

/// The names of the files that are not the same in both, or not in both at all.
fn differing(here: &BTreeMap<PathBuf, Vec<u8>>, there: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let all = here.keys().chain(there.keys().filter(|path| !here.contains_key(*path)));
    all.filter(|path| here.get(*path) != there.get(*path)).map(|path| path.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
        files.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let here = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(differing(&here, &here).is_empty());
        assert_eq!(differing(&here, &folder(&[("a", "1"), ("b", "4"), ("d", "3")])), ["b", "c", "d"]);
    }
}
