//! What the app weighs as a host serves it, and how much it may.

use std::cmp::Reverse;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Error, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use liner_notes_record::{packed, source};

/// A bound on what the app weighs: its WebAssembly and JavaScript together, compressed.
struct Bound {
    /// Of what it is one.
    name: &'static str,
    /// What the finished app may weigh.
    goal: usize,
    /// The most that it may weigh now, where that is still over the goal: what it weighs, and a little for another
    /// compiler. It only ever goes down; lower it with every gain, until it is the goal.
    limit: usize,
}

/// The app without the record that is packed into it, which is the collection's own weight.
///
/// On a slow phone connection of 1.6 Mbit/s, 150,000 bytes take three quarters of a second, as long again as the
/// connection takes to be made; a page that takes longer than that feels slow however fast it is afterwards.
const LESS_RECORD: Bound = Bound { name: "less the record", goal: 150_000, limit: 142_500 };

/// The app as it is loaded.
const TOGETHER: Bound = Bound { name: "together", goal: 190_000, limit: 168_500 };

/// A script that is not the app's: browsers ask for it once the page stands and has nothing to do.
const WORKER: &str = "worker.js";

/// One file of the app, or the record in it.
pub(crate) struct Part {
    name: String,
    raw: usize,
    /// What `gzip -9` leaves of it.
    pub(crate) compressed: usize,
}

/// Prints the sizes of the WebAssembly and JavaScript in `site`, which was built from `collection`, and fails when they
/// are too big.
pub(crate) fn report(site: &Path, collection: &Path) -> Result<()> {
    let mut parts = Vec::new();
    weigh(site, site, &mut parts)?;
    ensure!(!parts.is_empty(), "{} holds no .wasm and no .js file, so it is no built app", site.display());
    parts.sort_by_key(|part| Reverse(part.compressed));
    let record = record(collection)?;
    print!("{}", table(&parts, &record));
    let total: usize = parts.iter().map(|part| part.compressed).sum();
    LESS_RECORD.holds(total.saturating_sub(record.compressed))?;
    TOGETHER.holds(total)
}

impl Bound {
    /// Fails when so many compressed bytes are more than there may be.
    fn holds(&self, bytes: usize) -> Result<()> {
        ensure!(
            bytes <= self.limit,
            "the app weighs {} bytes compressed ({}), {} over its limit of {}; every component and every part of a \
             page adds to it, and so do the packages in Cargo.toml",
            grouped(bytes),
            self.name,
            grouped(bytes - self.limit),
            grouped(self.limit)
        );
        Ok(())
    }
}

/// The record as the build packs it into the app, weighed by itself.
pub(crate) fn record(collection: &Path) -> Result<Part> {
    let record = source::read(collection)?;
    let bytes = packed::pack(&record).map_err(Error::msg)?;
    Ok(Part { name: "the record".to_owned(), raw: bytes.len(), compressed: compressed(&bytes)? })
}

/// Adds the app's files in `folder`, named from `site` on, to `parts`.
fn weigh(site: &Path, folder: &Path, parts: &mut Vec<Part>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("the folder {}", folder.display()))?.path();
        if path.is_dir() {
            weigh(site, &path, parts)?;
        } else if path.extension().is_some_and(|end| end == "wasm" || end == "js") && path != site.join(WORKER) {
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
fn table(parts: &[Part], record: &Part) -> String {
    let width = parts.iter().map(|part| part.name.len()).max().unwrap_or_default().max(LESS_RECORD.name.len());
    let mut text = format!("{:width$}  {:>10}  {:>10}\n", "", "raw", "gzip -9");
    for part in parts {
        text.push_str(&row(width, &part.name, part.raw, part.compressed));
    }
    let raw: usize = parts.iter().map(|part| part.raw).sum();
    let compressed: usize = parts.iter().map(|part| part.compressed).sum();
    let less = (raw.saturating_sub(record.raw), compressed.saturating_sub(record.compressed));
    for (bound, (raw, compressed)) in [(TOGETHER, (raw, compressed)), (LESS_RECORD, less)] {
        text.push_str(&row(width, bound.name, raw, compressed));
        text.push_str(&format!("{:width$}  {:>10}  {:>10}\n", "  at most", "", grouped(bound.limit)));
        text.push_str(&format!("{:width$}  {:>10}  {:>10}\n", "  the goal", "", grouped(bound.goal)));
    }
    text
}

/// One line of the table.
fn row(width: usize, name: &str, raw: usize, compressed: usize) -> String {
    format!("{name:width$}  {:>10}  {:>10}\n", grouped(raw), grouped(compressed))
}

/// A number with its thousands set apart.
pub(crate) fn grouped(number: usize) -> String {
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
    use super::{LESS_RECORD, Part, TOGETHER, grouped, table};

    #[test]
    fn sets_thousands_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn the_table_tells_both_weights_with_their_bounds() {
        let part = |name: &str, raw, compressed| Part { name: name.into(), raw, compressed };
        let parts = [part("app.wasm", 120_000, 50_000), part("app.js", 2_000, 1_000)];
        let text = table(&parts, &part("the record", 30_000, 20_000));
        let ends: Vec<&str> =
            text.lines().skip(3).map(|line| line.split("  ").last().unwrap_or_default().trim()).collect();
        let bounds = |bound: super::Bound| [grouped(bound.limit), grouped(bound.goal)];
        assert_eq!(ends[0], "51,000");
        assert_eq!(ends[1..3], bounds(TOGETHER));
        assert_eq!(ends[3], "31,000");
        assert_eq!(ends[4..], bounds(LESS_RECORD));
    }

    #[test]
    fn a_byte_over_a_limit_is_refused() {
        for bound in [LESS_RECORD, TOGETHER] {
            assert!(bound.holds(bound.limit).is_ok());
            assert!(bound.holds(bound.limit + 1).is_err_and(|error| error.to_string().contains("1 over")));
            assert!(bound.goal <= bound.limit);
        }
    }
}
