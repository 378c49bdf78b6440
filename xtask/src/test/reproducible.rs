//! Whether a build says anything of the folder that it was made in: the same files elsewhere are to give the same bytes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use anyhow::{Context, Result, bail, ensure};
use walkdir::WalkDir;

use crate::program;
use crate::test::compiled::take_along;
use crate::test::ground::Ground;
use crate::test::steps::BELOW;
use crate::test::tally::Tally;

/// Where the files go to be built once more. The name is longer than most, so that texts with it in them would be, too.
const ELSEWHERE: &str = "reproducible/the-same-files-in-a-folder-elsewhere";

/// What the build of the copy puts on the disk, in words.
const NEEDED: &str = "1.5 GB";

/// How much the disk must have left after a build that failed for it to have failed of something else.
const ENOUGH: u64 = 200_000_000;

/// A build of the copy.
pub(super) struct Build {
    process: Child,
    /// What was started, as one would type it.
    line: String,
    /// Where what it prints goes, unless it goes onto the screen.
    output: Option<PathBuf>,
}

/// Begins to build the copy beside other work, which needs one processor much of the time: a linker has no use for more.
/// The site must be built from the files themselves by then. What is printed waits for [`reproducible`].
pub(super) fn begin_beside(ground: &Ground) -> Result<Build> {
    begin(ground, true)
}

/// Builds the project's own site from a copy of its files, or waits for a build that was begun, and holds it against the one
/// that is built already. Nothing that comes into a site is compiled beforehand; what runs on this machine to make it, and
/// is none of the project's, is taken along. What would help to compile the copy once more is left out: it is not in a
/// site, and takes room.
pub(super) fn reproducible(ground: &Ground) -> Result<Tally> {
    let here = ground.workspace.own_site();
    let elsewhere = elsewhere(ground);
    let built = ground.copy.take().map_or_else(|| begin(ground, false), Ok).and_then(end);
    if !built.as_ref().is_ok_and(|tally| tally.all_passed())
        && let Some(left) = left_on_disk(&elsewhere).filter(|left| *left < ENOUGH)
    {
        // A full disk is to be no hindrance to whatever comes next.
        fs::remove_dir_all(&elsewhere).with_context(|| format!("clearing {}", elsewhere.display()))?;
        bail!("{}", short_of_room(&elsewhere, left));
    }
    let built = built?;
    ensure!(built.all_passed(), "the copy does not build");
    let site = site_in(&elsewhere);
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

fn elsewhere(ground: &Ground) -> PathBuf {
    ground.workspace.target().join(ELSEWHERE)
}

fn site_in(elsewhere: &Path) -> PathBuf {
    elsewhere.join("site")
}

/// Copies the project's files to a folder, and starts to build the site from them.
fn begin(ground: &Ground, is_beside: bool) -> Result<Build> {
    let here = ground.workspace.own_site();
    ensure!(
        here.join("index.html").is_file(),
        "no site is built at {}; `cargo xtask test --only sites` builds it",
        here.display()
    );
    let elsewhere = elsewhere(ground);
    if elsewhere.exists() {
        fs::remove_dir_all(&elsewhere).with_context(|| format!("clearing {}", elsewhere.display()))?;
    }
    copy(ground.workspace.root(), &elsewhere)?;
    for profile in ["debug", "release"] {
        take_along(&ground.workspace.target().join(profile), &elsewhere.join("target").join(profile))?;
    }
    let mut dist =
        ground.cargo(&["run", "--quiet", "--package", "xtask", "--", "dist", "--public-url", BELOW, "--out"])?;
    dist.arg(site_in(&elsewhere)).current_dir(&elsewhere).env_remove("CARGO_TARGET_DIR").env("CARGO_INCREMENTAL", "0");
    let line = program::line(&dist);
    let output = is_beside.then(|| elsewhere.join("output.txt"));
    if let Some(output) = &output {
        let file = File::create(output).with_context(|| format!("making {}", output.display()))?;
        dist.stderr(file.try_clone()?).stdout(file);
    } else {
        println!("$ {line}");
    }
    let process = dist.spawn().with_context(|| format!("`{line}` could not be started"))?;
    Ok(Build { process, line, output })
}

/// Waits for a build, and shows what it printed if nobody has seen it.
fn end(mut build: Build) -> Result<Tally> {
    let status = build.process.wait().with_context(|| format!("`{}` was lost", build.line))?;
    if let Some(output) = &build.output {
        let printed = fs::read(output).with_context(|| format!("reading {}", output.display()))?;
        println!("$ {}\n{}", build.line, String::from_utf8_lossy(&printed));
    }
    Ok(Tally::step(status.success()))
}

/// How many bytes the disk has left on which a folder is; nothing where nobody says.
fn left_on_disk(folder: &Path) -> Option<u64> {
    let output = Command::new("df").arg("-Pk").arg(folder).output().ok()?;
    left_in(&String::from_utf8_lossy(&output.stdout))
}

/// The bytes left in what `df -Pk` says of one folder: the fourth of the figures below the heads, in kilobytes.
fn left_in(said: &str) -> Option<u64> {
    said.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok()?.checked_mul(1024)
}

fn short_of_room(elsewhere: &Path, left: u64) -> String {
    format!(
        "the copy does not build, and the disk is full: {} MB were left where {} was, and the build takes some {NEEDED}; \
         the copy is deleted, so make room and run this step again",
        left / 1_000_000,
        elsewhere.display()
    )
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
    fn what_is_left_on_a_disk_is_read_from_what_df_says() {
        let said = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n/dev/a  100  90  10  90% /a b\n";
        assert_eq!(left_in(said), Some(10 * 1024));
        assert_eq!(left_in("df: /a: No such file or directory\n"), None);
        assert!(left_on_disk(Path::new(env!("CARGO_MANIFEST_DIR"))).is_none_or(|left| left > 0));
    }

    #[test]
    fn a_full_disk_is_said_with_what_is_needed() {
        let said = short_of_room(Path::new("/a/copy"), 12_345_678);
        assert!(said.contains("12 MB were left where /a/copy was") && said.contains(NEEDED), "{said}");
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let here = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(differing(&here, &here).is_empty());
        assert_eq!(differing(&here, &folder(&[("a", "1"), ("b", "4"), ("d", "3")])), ["b", "c", "d"]);
    }
}
