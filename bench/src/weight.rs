//! The bytes of a site as figures. They are the same at every run, so one look will do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use liner_notes_bench::weights::{self, APP, APP_WITH_RECORD, COMPARE, PAGE, Page, SHARE};

use crate::figure::{Figure, Target, Unit};
use crate::measure::one_file::NAME;

/// The most that the one file may weigh for what it holds.
const ONE_FILE: f64 = 1.40;

/// Weighs the app, of which `record` bytes are the record, the pages, and the one file, which holds `held` bytes.
pub(crate) fn figures(site: &Path, record: usize, held: Option<usize>, pages: &[Page]) -> Result<Vec<Figure>> {
    let app = weights::app(site)?;
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
        one_file(site, held),
    ])
}

/// How heavy the one file is for what it holds.
fn one_file(site: &Path, held: Option<usize>) -> Figure {
    let size = fs::metadata(site.join(NAME)).map(|file| file.len()).ok();
    let ratio = size.zip(held).map(|(size, held)| size as f64 / held.max(1) as f64);
    let figure =
        Figure::new("size of the one file / gzip of what it holds", Unit::Ratio, Target::AtMost(ONE_FILE), ratio);
    figure.note(match size.zip(held) {
        Some((size, held)) => format!("{size} B / {held} B"),
        None => format!("the site has no {NAME}"),
    })
}
