//! Releases to publish one after the other, made from the built site: no compiler is needed to change a page.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};

use crate::collection::built;

/// The path that the project's own site is built for.
pub(crate) const BASE: &str = "/liner-notes/";

/// A release in a folder of its own, which goes away with it.
pub(crate) struct Release {
    folder: PathBuf,
}

impl Release {
    /// The built site, with the release's name on every page.
    pub(crate) fn named(name: &str) -> Result<Self> {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let number = MADE.fetch_add(1, Ordering::SeqCst);
        let release = Self { folder: env::temp_dir().join(format!("liner-notes-release-{}-{number}", process::id())) };
        copy(&built("own")?, &release.folder)?;
        let mark = format!("<meta name=\"release\" content=\"{name}\"></head>");
        release.rewrite_pages(|page| page.replace("</head>", &mark))?;
        release.finish()
    }

    /// The same with names of their own for the app and the styles, as they have when they were changed; those of
    /// other releases are gone.
    pub(crate) fn with_other_files(name: &str) -> Result<Self> {
        Self::renamed(name, |file| file.starts_with("liner-notes-") || file.ends_with(".css"))
    }

    /// The same where only the styles were changed.
    pub(crate) fn with_other_styles(name: &str) -> Result<Self> {
        Self::renamed(name, |file| file.ends_with(".css"))
    }

    fn renamed(name: &str, is_changed: impl Fn(&str) -> bool) -> Result<Self> {
        let release = Self::named(name)?;
        let mut changes = Vec::new();
        for file in release.files()? {
            let old = file_name(&file);
            if is_changed(&old) {
                let new = format!("{name}-{old}");
                fs::rename(&file, file.with_file_name(&new))?;
                changes.push((old, new));
            }
        }
        release.rewrite_pages(|page| changes.iter().fold(page, |page, (old, new)| page.replace(old, new)))?;
        release.finish()
    }

    /// The folder to publish.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// All files whose name ends so.
    pub(crate) fn ending(&self, end: &str) -> Result<Vec<PathBuf>> {
        Ok(self.files()?.into_iter().filter(|file| file_name(file).ends_with(end)).collect())
    }

    /// All files.
    pub(crate) fn files(&self) -> Result<Vec<PathBuf>> {
        files(&self.folder)
    }

    /// Changes a page and lists the files anew, as the build does.
    pub(crate) fn rewrite(&self, page: &str, change: impl Fn(String) -> String) -> Result<()> {
        let file = self.folder.join(page);
        fs::write(&file, change(fs::read_to_string(&file)?))?;
        liner_notes_offline::write(&self.folder)
    }

    fn rewrite_pages(&self, change: impl Fn(String) -> String) -> Result<()> {
        for page in self.ending(".html")? {
            fs::write(&page, change(fs::read_to_string(&page)?))?;
        }
        Ok(())
    }

    fn finish(self) -> Result<Self> {
        liner_notes_offline::write(&self.folder)?;
        Ok(self)
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// The name of a file without its folder.
pub(crate) fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copy = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copy.parent().unwrap_or(to))?;
        fs::copy(&file, &copy).with_context(|| format!("copying {}", file.display()))?;
    }
    Ok(())
}
