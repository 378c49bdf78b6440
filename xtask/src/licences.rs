//! The licences of everything that a built site is made of, as one text beside the page: `licences.txt`.
//!
//! The packages are those compiled into the app, with every text that their sources carry. The same packages make the
//! same text, wherever it is built.

mod allowed;
mod packages;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub(crate) use crate::licences::allowed::check;
use crate::licences::packages::{Package, packages};

/// What the file is called, beside the page.
pub(crate) const NAME: &str = "licences.txt";

/// How the names of files begin that hold licences and notices.
const TEXTS: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// What stands before the list of packages.
const HEAD: &str = "LICENCES\n\n\
    Liner Notes       MIT OR Apache-2.0\n\
    The record        as its edition says at the foot of every page\n\
    Fraunces          OFL-1.1\n\
    Instrument Sans   OFL-1.1\n\n\
    The app was compiled with the standard library of Rust (MIT OR Apache-2.0, © The Rust Project Contributors) \
    and with these packages. The texts follow, each once, with the names of those whose sources carry it; what is \
    under one licence or another is used here under either.\n\n";

const RULE: &str = "────────────────────────────────────────────────────────────────────────────────";

/// Writes the licences into the folder of a site, of the project in the folder `root`.
///
/// # Errors
/// When Cargo does not say what the app is made of, or a file cannot be read or written.
pub(crate) fn write(root: &Path, site: &Path) -> Result<()> {
    let file = site.join(NAME);
    fs::write(&file, text(root)?).with_context(|| format!("writing {}", file.display()))
}

/// The folders in which the sources of the app's packages lie on this machine.
///
/// # Errors
/// When Cargo does not say what the app is made of.
pub(crate) fn source_folders(root: &Path) -> Result<BTreeSet<PathBuf>> {
    let packages = packages(root)?;
    Ok(packages.iter().filter_map(|package| package.folder.parent()).map(Path::to_path_buf).collect())
}

/// A licence's text, with what it stands in the sources of.
struct Text {
    of: Vec<String>,
    words: String,
}

/// All of it.
fn text(root: &Path) -> Result<String> {
    let packages = packages(root)?;
    let mut text = HEAD.to_owned();
    for Package { name, version, licence, source, .. } in &packages {
        writeln!(text, "{name} {version}   {licence}   {source}")?;
    }
    for Text { of, words } in texts(root, &packages)? {
        write!(text, "\n{RULE}\n{}\n{RULE}\n\n{words}", of.join(", "))?;
    }
    Ok(text)
}

/// The texts: the project's own, the fonts', the packages'.
fn texts(root: &Path, packages: &[Package]) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    take_in(&mut texts, "Liner Notes", &root.join("LICENSE-MIT"))?;
    take_in(&mut texts, "Liner Notes", &root.join("LICENSE-APACHE"))?;
    take_in(&mut texts, "The record in this project", &root.join("assets/record/LICENSE"))?;
    take_in(&mut texts, "Fraunces", &root.join("assets/fonts/fraunces/OFL.txt"))?;
    take_in(&mut texts, "Instrument Sans", &root.join("assets/fonts/instrument-sans/OFL.txt"))?;
    for package in packages {
        for file in text_files(&package.folder)? {
            take_in(&mut texts, &format!("{} {}", package.name, package.version), &file)?;
        }
    }
    Ok(texts)
}

/// Adds the text in a file, or the name of what it is of where the same words are there already.
fn take_in(texts: &mut Vec<Text>, of: &str, file: &Path) -> Result<()> {
    let words = fs::read_to_string(file).with_context(|| format!("reading the licence {}", file.display()))?;
    let words = tidy(&words);
    let same = |text: &&mut Text| text.words.split_whitespace().eq(words.split_whitespace());
    match texts.iter_mut().find(same) {
        Some(text) if text.of.last().is_some_and(|last| last == of) => {}
        Some(text) => text.of.push(of.to_owned()),
        None => texts.push(Text { of: vec![of.to_owned()], words }),
    }
    Ok(())
}

/// The files in a package's folder that hold licences and notices, in the order of their names.
fn text_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && TEXTS.iter().any(|start| name.starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A text without what differs from system to system: the ends of its lines, blank ones at either end.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_matches('\n'))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;

    use super::{take_in, tidy};

    #[test]
    fn a_text_comes_once_however_it_is_laid_out() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("liner-notes-licences-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let mut texts = Vec::new();
        for (of, words) in [("one", "May be used.\n"), ("two", "\r\nMay  be\r\n used."), ("three", "May not.\n")] {
            let file = folder.join(of);
            fs::write(&file, words)?;
            take_in(&mut texts, of, &file)?;
        }
        fs::remove_dir_all(&folder)?;
        let of: Vec<String> = texts.iter().map(|text| text.of.join(", ")).collect();
        assert_eq!(of, ["one, two", "three"]);
        Ok(())
    }

    #[test]
    fn lines_end_alike_everywhere() {
        assert_eq!(tidy("\r\n  a \r\n\r\nb\r\n\r\n"), "  a\n\nb\n");
    }
}
