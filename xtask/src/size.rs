//! What a built site weighs, and how much it may: the app as a host serves it, and the whole of it as one file.

use std::cmp::Reverse;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::one_file::{self, Weight};

/// What the finished app may weigh: its WebAssembly and JavaScript together, compressed.
///
/// On a slow phone connection of 1.6 Mbit/s, 150,000 bytes take three quarters of a second, as
/// long again as the connection takes to be made; a page that takes longer than that feels slow
/// however fast it is afterwards.
const GOAL: usize = 150_000;

/// The most that it may weigh now, which is still over the goal: what it weighs, and a little for
/// another compiler. It only ever goes down; lower it with every gain, until it is the goal.
const LIMIT: usize = 207_000;

/// The most that the one file may weigh for each hundred bytes that it holds, compressed file by file. Written in
/// base64 these alone come to 133.
const ONE_FILE_LIMIT: usize = 140;

/// One file of the app.
struct Part {
    name: String,
    raw: usize,
    compressed: usize,
}

/// Prints the sizes of the WebAssembly and JavaScript in `site` and that of the one file, and fails when they are too
/// big.
pub(crate) fn report(site: &Path) -> Result<()> {
    let mut parts = Vec::new();
    weigh(site, site, &mut parts)?;
    ensure!(!parts.is_empty(), "{} holds no .wasm and no .js file, so it is no built app", site.display());
    parts.sort_by_key(|part| Reverse(part.compressed));
    let total = parts.iter().map(|part| part.compressed).sum();
    print!("{}", table(&parts));
    let index = site.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let one_file = one_file::weigh(site, &page)?;
    println!("{}", line_for(&one_file));
    within_limit(total)?;
    one_file_within_limit(&one_file)
}

/// The one file's size, and what that comes to.
fn line_for(one_file: &Weight) -> String {
    format!(
        "\n{} weighs {} bytes, {} for each hundred of the {} that are the files in it after `gzip -9`; at most {}",
        one_file::NAME,
        grouped(one_file.file),
        one_file.percent(),
        grouped(one_file.held),
        ONE_FILE_LIMIT
    )
}

/// Fails when the one file is much more than what it holds.
fn one_file_within_limit(one_file: &Weight) -> Result<()> {
    ensure!(
        one_file.percent() <= ONE_FILE_LIMIT,
        "{} weighs {} bytes for each hundred that it holds, and may weigh {}; what stands in it as it is, and not in a \
         compressed block, weighs most: have esbuild on PATH, which makes the script small",
        one_file::NAME,
        one_file.percent(),
        ONE_FILE_LIMIT
    );
    Ok(())
}

/// Fails when `total` compressed bytes are more than the app may weigh.
fn within_limit(total: usize) -> Result<()> {
    ensure!(
        total <= LIMIT,
        "the app weighs {} bytes compressed, {} over its limit of {}; every component and every \
         element that a page writes out adds to it, and so do the packages in Cargo.toml",
        grouped(total),
        grouped(total - LIMIT),
        grouped(LIMIT)
    );
    Ok(())
}

/// Adds the app's files in `folder`, named from `site` on, to `parts`.
fn weigh(site: &Path, folder: &Path, parts: &mut Vec<Part>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("the folder {}", folder.display()))?.path();
        if path.is_dir() {
            weigh(site, &path, parts)?;
        } else if path.extension().is_some_and(|end| end == "wasm" || end == "js") {
            let bytes = fs::read(&path).with_context(|| format!("the file {}", path.display()))?;
            parts.push(Part {
                name: path.strip_prefix(site).unwrap_or(&path).display().to_string(),
                raw: bytes.len(),
                compressed: compressed(&bytes)?,
            });
        }
    }
    Ok(())
}

/// How many bytes `gzip -9` leaves of `bytes`.
pub(crate) fn compressed(bytes: &[u8]) -> Result<usize> {
    Ok(gzip(bytes)?.len())
}

/// What `gzip -9` makes of `bytes`.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The sizes as lines of text.
fn table(parts: &[Part]) -> String {
    let width = parts.iter().map(|part| part.name.len()).max().unwrap_or_default().max(8);
    let mut text = format!("{:width$}  {:>10}  {:>10}\n", "", "raw", "gzip -9");
    for part in parts {
        text.push_str(&row(width, &part.name, part.raw, part.compressed));
    }
    let raw = parts.iter().map(|part| part.raw).sum();
    let compressed = parts.iter().map(|part| part.compressed).sum();
    text.push_str(&row(width, "together", raw, compressed));
    text.push_str(&format!("{:width$}  {:>10}  {:>10}\n", "at most", "", grouped(LIMIT)));
    text.push_str(&format!("{:width$}  {:>10}  {:>10}\n", "the goal", "", grouped(GOAL)));
    text
}

/// One line of the table.
fn row(width: usize, name: &str, raw: usize, compressed: usize) -> String {
    format!("{name:width$}  {:>10}  {:>10}\n", grouped(raw), grouped(compressed))
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, ONE_FILE_LIMIT, Part, grouped, line_for, one_file_within_limit, table, within_limit};
    use crate::one_file::Weight;

    #[test]
    fn sets_thousands_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn the_table_ends_with_the_total_the_limit_and_the_goal() {
        let part = |name: &str, raw, compressed| Part { name: name.into(), raw, compressed };
        let text = table(&[part("app.wasm", 120_000, 50_000), part("app.js", 2_000, 1_000)]);
        let ends: Vec<&str> = text.lines().rev().take(3).collect();
        assert_eq!(ends[0].split_whitespace().last(), Some("150,000"));
        assert!(ends[1].starts_with("at most"));
        assert!(ends[2].starts_with("together"));
        assert!(ends[2].ends_with("51,000"));
    }

    #[test]
    fn a_byte_over_the_limit_is_refused() {
        assert!(within_limit(LIMIT).is_ok());
        assert!(within_limit(LIMIT + 1).is_err_and(|error| error.to_string().contains("1 over")));
    }

    #[test]
    fn the_one_file_is_held_against_what_is_in_it() {
        let heavy = |file| Weight { file, held: 1_000 };
        assert!(one_file_within_limit(&heavy(ONE_FILE_LIMIT * 10)).is_ok());
        assert!(one_file_within_limit(&heavy(ONE_FILE_LIMIT * 10 + 1)).is_err());
        assert!(line_for(&heavy(1_234)).contains(" weighs 1,234 bytes, 124 for each hundred of the 1,000 "));
    }
}
