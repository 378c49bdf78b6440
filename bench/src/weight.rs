//! The bytes of a site as figures. They are the same at every run, so one look will do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use liner_notes_bench::weights::{self, APP, APP_WITH_RECORD, COMPARE, PAGE, Page, SHARE};

use crate::figure::{Figure, Target, Unit};
use crate::measure::one_file::NAME;

/// How a block of the one file begins, which holds a file compressed and in base64.
const PACKED: &str = "<script type=\"application/gzip\"";

/// The most that the one file may weigh for what it holds.
const ONE_FILE: f64 = 1.40;

/// Weighs the app, of which `record` bytes are the record, the pages, and the one file.
pub(crate) fn figures(site: &Path, record: usize, pages: &[Page]) -> Result<Vec<Figure>> {
    let app = weights::app(site)?.iter().map(|part| part.compressed).sum::<usize>();
    let bytes = |name: &str, most: usize, value: usize| {
        Figure::new(name, Unit::Bytes, Target::AtMost(most as f64), Some(value as f64))
    };
    let heaviest = pages.iter().max_by_key(|page| page.bytes).context("the site has no page")?;
    let share = Figure::new(
        format!("pages of at most {PAGE} bytes, of 100"),
        Unit::Count,
        Target::AtLeast(SHARE as f64),
        Some(weights::light_share(pages)),
    );
    let compare = weights::compare(pages).context("the site has no Compare")?;
    Ok(vec![
        bytes("WebAssembly and scripts without the record", APP, app.saturating_sub(record)),
        bytes("the same with the record", APP_WITH_RECORD, app).note(format!("of which the record is {record} B")),
        share.note(format!("of {}, the heaviest is /{} with {} B", pages.len(), heaviest.route, heaviest.bytes)),
        bytes("Compare with the style rules in it", COMPARE, compare),
        one_file(site)?,
    ])
}

/// How heavy the one file is for what it holds.
fn one_file(site: &Path) -> Result<Figure> {
    let file = site.join(NAME);
    let name = "size of the one file / gzip of what it holds";
    let figure = |ratio| Figure::new(name, Unit::Ratio, Target::AtMost(ONE_FILE), ratio);
    if !file.is_file() {
        return Ok(figure(None).note(format!("the site has no {NAME}")));
    }
    let document = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let held = held(&document)?;
    Ok(figure(Some(document.len() as f64 / held as f64)).note(format!("{} B / {held} B", document.len())))
}

/// What the files in the one file weigh, compressed: those in its blocks are so already, and the rest of the document is
/// taken as one.
fn held(document: &str) -> Result<usize> {
    let (mut rest, mut packed) = (String::new(), 0);
    for (place, part) in document.split(PACKED).enumerate() {
        let block = part.split_once('>').and_then(|(_, after)| after.split_once("</script>"));
        match block {
            Some((base64, after)) if place > 0 => {
                // Four letters are three bytes, but for the signs at the end that only fill up.
                packed += base64.len() / 4 * 3 - base64.bytes().rev().take_while(|sign| *sign == b'=').count();
                rest.push_str(after);
            }
            _ => rest.push_str(part),
        }
    }
    Ok(packed + weights::compressed(rest.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use liner_notes_bench::weights::compressed;

    use super::held;

    #[test]
    fn blocks_count_as_the_bytes_that_they_are_and_the_rest_compressed() -> anyhow::Result<()> {
        // `abcde` and `abc` in base64.
        let blocks = "<script type=\"application/gzip\" a=\"b\">YWJjZGU=</script><script type=\"application/gzip\">YWJj</script>";
        assert_eq!(held(&format!("<p>{blocks}</p>"))?, 8 + compressed(b"<p></p>")?);
        assert_eq!(held("<p></p>")?, compressed(b"<p></p>")?);
        Ok(())
    }
}
