//! What the app and the desk weigh as a host serves them, beside the most that they may.

use std::path::Path;

use anyhow::{Error, Result, ensure};
use liner_notes_bench::weights::{self, APP, APP_WITH_RECORD, DESK, Part};
use liner_notes_record::{packed, source};

use crate::carried::Texts;
use crate::dist::Site;

/// A bound on what WebAssembly and JavaScript weigh together, compressed.
struct Bound {
    /// Of what it is one.
    name: &'static str,
    /// The most.
    most: usize,
}

/// The app without the record that is packed into it, which is the collection's own weight.
const LESS_RECORD: Bound = Bound { name: "the app less the record", most: APP };

/// The app as it is loaded.
const TOGETHER: Bound = Bound { name: "the app", most: APP_WITH_RECORD };

/// The desk, which is loaded when it is first asked something, without the texts that a build may carry in it.
const ASKED_FIRST: Bound = Bound { name: "the desk, when it is first asked", most: DESK };

/// Prints the sizes of the WebAssembly and JavaScript in the site, which was built from `collection`, and fails when
/// they are too big. What a build carries of texts is the reviews' own weight.
pub(crate) fn report(site: &Site, collection: &Path) -> Result<()> {
    let parts = weights::app(&site.out)?;
    let record = record(collection)?;
    let texts = site.texts.as_ref().map_or_else(Vec::new, Texts::packed);
    let desk = weights::desk(&site.out)?
        .iter()
        .fold((0, 0), |(raw, compressed), part| (raw + part.raw, compressed + part.compressed));
    let carried = if texts.is_empty() { 0 } else { weights::compressed(&texts)? };
    let desk = (desk.0.saturating_sub(texts.len()), desk.1.saturating_sub(carried));
    print!("{}", table(&parts, &record, desk));
    let total: usize = parts.iter().map(|part| part.compressed).sum();
    LESS_RECORD.holds(total.saturating_sub(record.compressed))?;
    TOGETHER.holds(total)?;
    ASKED_FIRST.holds(desk.1)
}

impl Bound {
    /// Fails when so many compressed bytes are more than there may be.
    fn holds(&self, bytes: usize) -> Result<()> {
        ensure!(
            bytes <= self.most,
            "{} weighs {} bytes compressed, {} over its limit of {}; every component and every part of a page adds to \
             it, and so do the packages in Cargo.toml",
            self.name,
            grouped(bytes),
            grouped(bytes - self.most),
            grouped(self.most)
        );
        Ok(())
    }
}

/// The record as the build packs it into the app, weighed by itself.
pub(crate) fn record(collection: &Path) -> Result<Part> {
    let record = source::read(collection)?;
    let bytes = packed::pack(&record).map_err(Error::msg)?;
    Ok(Part { name: "the record".to_owned(), raw: bytes.len(), compressed: weights::compressed(&bytes)? })
}

/// The sizes as lines of text.
fn table(parts: &[Part], record: &Part, desk: (usize, usize)) -> String {
    let width = parts.iter().map(|part| part.name.len()).max().unwrap_or_default().max(ASKED_FIRST.name.len());
    let mut text = format!("{:width$}  {:>10}  {:>10}  {:>10}\n", "", "raw", "gzip -9", "at most");
    for part in parts {
        text.push_str(&row(width, &part.name, part.raw, part.compressed));
        text.push('\n');
    }
    let raw: usize = parts.iter().map(|part| part.raw).sum();
    let compressed: usize = parts.iter().map(|part| part.compressed).sum();
    let less = (raw.saturating_sub(record.raw), compressed.saturating_sub(record.compressed));
    for (bound, (raw, compressed)) in [(TOGETHER, (raw, compressed)), (LESS_RECORD, less), (ASKED_FIRST, desk)] {
        text.push_str(&row(width, bound.name, raw, compressed));
        text.push_str(&format!("  {:>10}\n", grouped(bound.most)));
    }
    text
}

/// The start of a line of the table.
fn row(width: usize, name: &str, raw: usize, compressed: usize) -> String {
    format!("{name:width$}  {:>10}  {:>10}", grouped(raw), grouped(compressed))
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
    use super::{ASKED_FIRST, LESS_RECORD, Part, TOGETHER, grouped, table};

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
        let text = table(&parts, &part("the record", 30_000, 20_000), (9_000, 4_000));
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[3], ["the", "app", "122,000", "51,000", &grouped(TOGETHER.most)]);
        assert_eq!(lines[4], ["the", "app", "less", "the", "record", "92,000", "31,000", &grouped(LESS_RECORD.most)]);
        assert_eq!(lines[5][lines[5].len() - 3..], ["9,000", "4,000", &grouped(ASKED_FIRST.most)]);
    }

    #[test]
    fn a_byte_over_a_bound_is_refused() {
        for bound in [LESS_RECORD, TOGETHER, ASKED_FIRST] {
            assert!(bound.holds(bound.most).is_ok());
            assert!(bound.holds(bound.most + 1).is_err_and(|error| error.to_string().contains("1 over")));
        }
    }
}
