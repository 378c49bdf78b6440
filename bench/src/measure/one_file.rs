//! The one-file edition: how soon it is ready from disk, beside the served build. Neither network nor processor is
//! slowed down, since a disk's reading cannot be.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::figure::{Figure, Target, Unit};
use crate::measure::Ground;
use crate::measure::conditions::{Conditions, desk};
use crate::measure::visit::{fresh, visit};
use crate::statistics::median;

/// How late it may be ready for the served build.
const READY: f64 = 1.3;

/// Its name in a site.
pub(crate) const NAME: &str = "liner-notes.html";

/// What was seen of both.
#[derive(Default)]
pub(crate) struct OneFile {
    served: Vec<f64>,
    one_file: Vec<f64>,
}

impl OneFile {
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        let file = ground.dist.join(NAME);
        ensure!(file.is_file(), "the site has no {NAME}");
        let mut ready = [0.0; 2];
        for (address, ready) in [ground.site.address(""), from_disk(&file)?].iter().zip(&mut ready) {
            let page = fresh(&ground.browser, &desk(), Conditions::FAST).await?;
            *ready = visit(&page, address).await?.ready;
            page.close().await?;
        }
        let [served, one_file] = ready;
        self.served.push(served);
        self.one_file.push(one_file);
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let ratios: Vec<f64> = self.one_file.iter().zip(&self.served).map(|(one, served)| one / served).collect();
        let (one, served) = (median(&self.one_file), median(&self.served));
        vec![Figure::new("ready, one file / served build", Unit::Ratio, Target::AtMost(READY), median(&ratios)).note(
            format!(
                "the first page, median of {}: {:.0} ms / {:.0} ms",
                self.served.len(),
                one.unwrap_or_default(),
                served.unwrap_or_default()
            ),
        )]
    }
}

/// The address of a file on disk.
fn from_disk(file: &Path) -> Result<String> {
    let file = file.canonicalize().with_context(|| format!("the file {}", file.display()))?;
    Ok(format!("file://{}", file.display()))
}
