//! What Cargo has compiled for this machine of the packages from elsewhere, taken along to another folder with the same
//! project in it, which does not compile it again then.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// How Cargo calls the folders of what it has compiled, as it knows it again, and what belongs to it.
const COMPILED: [&str; 3] = [".fingerprint", "build", "deps"];

/// How files end that compiled packages are read from.
const PARTS: [&str; 5] = ["rlib", "rmeta", "so", "dylib", "dll"];

/// Takes along what was compiled in one folder, that of a profile, to another. Were it to lie otherwise, or not to be known
/// again, Cargo would compile it again. Nothing of the project's own is taken.
pub(super) fn take_along(from: &Path, to: &Path) -> Result<()> {
    for folder in COMPILED {
        for entry in WalkDir::new(from.join(folder)).into_iter().filter_entry(|entry| !is_ours(entry.path())) {
            // What is not there cannot be taken along.
            let Ok(entry) = entry else { continue };
            let path = entry.path().strip_prefix(from).context("a path below its folder")?;
            let ending = path.extension().and_then(OsStr::to_str).unwrap_or("");
            // What was linked to be run is no part of anything else.
            let is_part = folder != "deps" || PARTS.contains(&ending) || ending == "d";
            if !entry.file_type().is_file() || !is_part {
                continue;
            }
            let to = to.join(path);
            fs::create_dir_all(to.parent().context("a file in no folder")?)?;
            // What is large is in both places at once, which neither Cargo nor the compiler writes into again.
            if PARTS.contains(&ending) && fs::hard_link(entry.path(), &to).is_ok() {
                continue;
            }
            copy(entry.path(), &to).with_context(|| format!("taking {} along", entry.path().display()))?;
        }
    }
    Ok(())
}

/// Whether something that was compiled is the project's own, by its name.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_prefix("lib").unwrap_or(&name).replace('_', "-");
    ["liner-notes", "xtask"].iter().any(|ours| name.starts_with(ours))
}

/// Copies a file with its time, which tells Cargo whether it is older than what it was made from.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut source = File::open(from)?;
    let known = source.metadata()?;
    let mut copy = File::create(to)?;
    io::copy(&mut source, &mut copy)?;
    copy.set_modified(known.modified()?)?;
    Ok(fs::set_permissions(to, known.permissions())?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::{is_ours, take_along};

    #[test]
    fn what_is_ours_is_known_by_its_name() {
        for ours in ["liner-notes-record-1a2b", "libliner_notes-1a2b.rlib", "xtask-1a2b.d"] {
            assert!(is_ours(Path::new(ours)), "{ours}");
        }
        assert!(!is_ours(Path::new("libyew-1a2b.rlib")) && !is_ours(Path::new("deps")));
    }

    #[test]
    fn every_package_of_the_project_is_known_as_ours() -> anyhow::Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
        let workspace: toml_edit::DocumentMut = fs::read_to_string(root.join("Cargo.toml"))?.parse()?;
        let members = workspace["workspace"]["members"].as_array().into_iter().flatten().filter_map(|one| one.as_str());
        let mut names = Vec::new();
        for member in members.chain([""]) {
            let package: toml_edit::DocumentMut = fs::read_to_string(root.join(member).join("Cargo.toml"))?.parse()?;
            names.extend(package["package"]["name"].as_str().map(str::to_owned));
        }
        assert!(names.len() > 10, "{names:?}");
        assert!(names.iter().all(|name| is_ours(Path::new(name))), "{names:?}");
        Ok(())
    }

    #[test]
    fn packages_from_elsewhere_are_taken_along_at_their_time_and_nothing_else_is() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("liner-notes-compiled-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        let long_ago = SystemTime::now() - Duration::from_secs(86_400);
        for file in
            ["deps/libyew-1.rlib", "deps/yew-1.d", "deps/browser-1", "deps/libliner_notes-1.rlib", "build/yew-1/out/x"]
        {
            let path = from.join(file);
            fs::create_dir_all(path.parent().unwrap_or(&from))?;
            fs::write(&path, "")?;
            fs::File::options().write(true).open(path)?.set_modified(long_ago)?;
        }
        take_along(&from, &to)?;
        for (file, is_taken) in [
            ("deps/libyew-1.rlib", true),
            ("deps/yew-1.d", true),
            ("build/yew-1/out/x", true),
            ("deps/browser-1", false),
            ("deps/libliner_notes-1.rlib", false),
        ] {
            assert_eq!(to.join(file).is_file(), is_taken, "{file}");
            if is_taken {
                assert_eq!(
                    fs::metadata(to.join(file))?.modified()?,
                    fs::metadata(from.join(file))?.modified()?,
                    "{file}"
                );
            }
        }
        Ok(fs::remove_dir_all(folder)?)
    }
}
