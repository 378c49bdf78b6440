//! The files of a finished site, found by the addresses in its page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::one_file::pack::data_address;
use liner_notes_bench::weights::compressed;

/// The licences, beside the page.
const LICENCES: &str = "licences.txt";

/// The folder with the record's files.
const DATA: &str = "data";

/// The files of a site.
pub(super) struct Files<'a> {
    folder: &'a Path,
}

/// Styles with everything they name written into them.
pub(super) struct Sheet {
    /// The styles.
    pub(super) text: String,
    /// What they and what they name weigh as files, each compressed by itself.
    pub(super) weight: usize,
}

impl<'a> Files<'a> {
    /// The files in that folder.
    pub(super) fn of(folder: &'a Path) -> Self {
        Self { folder }
    }

    /// The file at an address.
    pub(super) fn bytes(&self, address: &str) -> Result<Vec<u8>> {
        let file = self.find(self.folder, address)?;
        fs::read(&file).with_context(|| format!("reading {}", file.display()))
    }

    /// The file at an address as text, its lines ended as browsers end them before they look at a hash.
    pub(super) fn text(&self, address: &str) -> Result<String> {
        let text = String::from_utf8(self.bytes(address)?).with_context(|| format!("{address} is no text"))?;
        Ok(text.replace("\r\n", "\n"))
    }

    /// The styles at an address.
    pub(super) fn sheet(&self, address: &str) -> Result<Sheet> {
        let file = self.find(self.folder, address)?;
        let beside = file.parent().unwrap_or(self.folder);
        // Here the faces never come too late: a reader waits for them as for the rest of the file.
        let source = self.text(address)?.replace("font-display: optional", "font-display: block");
        let mut sheet = Sheet { text: String::new(), weight: compressed(source.as_bytes())? };
        let mut parts = source.split("url(");
        sheet.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (named, rest) = part.split_once(')').with_context(|| format!("an address in {address} has no end"))?;
            let named = named.trim().trim_matches(['"', '\'']);
            sheet.text.push_str("url(");
            if named.starts_with("data:") {
                sheet.text.push_str(&format!("\"{named}\""));
            } else {
                let file = self.find(beside, named)?;
                let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
                sheet.weight += compressed(&bytes)?;
                sheet.text.push_str(&data_address(content_type(named), &bytes));
            }
            sheet.text.push(')');
            sheet.text.push_str(rest);
        }
        sheet.text.push('\n');
        Ok(sheet)
    }

    /// The files that the page about the record links to, by their paths, in order: the record's and the licences.
    pub(super) fn to_hand_out(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let data = self.folder.join(DATA);
        let mut paths = vec![LICENCES.to_owned()];
        for entry in fs::read_dir(&data).with_context(|| format!("the folder {}", data.display()))? {
            paths.push(format!("{DATA}/{}", entry?.file_name().to_string_lossy()));
        }
        paths.sort();
        paths.into_iter().map(|path| Ok((path.clone(), self.bytes(&path)?))).collect()
    }

    /// Where the file at an address is, named from the folder `beside` or from the root of a host, below which the site
    /// may stand at any path.
    fn find(&self, beside: &Path, address: &str) -> Result<PathBuf> {
        let Some(mut path) = address.strip_prefix('/') else {
            let file = beside.join(address);
            if file.is_file() && !address.contains(':') {
                return Ok(file);
            }
            bail!("there is no file at the address {address}");
        };
        loop {
            let file = self.folder.join(path);
            if file.is_file() {
                return Ok(file);
            }
            match path.split_once('/') {
                Some((_, below)) => path = below,
                None => bail!("there is no file at the address {address}"),
            }
        }
    }
}

/// The type of a file, by the end of its name.
pub(super) fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
