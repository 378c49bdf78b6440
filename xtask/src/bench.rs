//! `cargo xtask bench`: every figure that the project promises, measured on a release build.

use std::ffi::OsString;

use anyhow::Result;
use lexopt::prelude::*;

use crate::dist::{self, Site};
use crate::program;
use crate::public_url::PublicUrl;
use crate::size;
use crate::tools::{Need, Tools};
use crate::workspace::Workspace;

/// What the command line asks of `bench`; the program that measures reads it.
pub(crate) struct Options {
    handed_on: Vec<OsString>,
}

impl Options {
    /// Reads what follows `bench`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut handed_on = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("only") => handed_on.extend(["--only".into(), arguments.value()?]),
                Long("repetitions") => handed_on.extend(["--repetitions".into(), arguments.value()?]),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self { handed_on })
    }
}

/// Builds the site and has the program `liner-notes-bench` measure it.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut needs = dist::NEEDS.to_vec();
    needs.extend([Need::Chromium, Need::Lighthouse]);
    let tools = Tools::provide(workspace, &needs)?;
    // A site of its own: tests build theirs for another path.
    let out = workspace.target().join("bench");
    let site = out.join("site");
    dist::build(workspace, &tools, &Site { collection: None, out: site.clone(), public_url: PublicUrl::default() })?;
    let record = size::record(&workspace.own_collection())?;
    let mut measure = tools.cargo()?;
    measure
        .args(["run", "--quiet", "--package", "liner-notes-bench", "--"])
        .arg("--site")
        .arg(site)
        .arg("--out")
        .arg(out)
        .arg(format!("--record={}", record.compressed))
        .args(&options.handed_on);
    if let Some(lighthouse) = tools.lighthouse() {
        measure.arg("--lighthouse").arg(lighthouse);
    }
    println!("Measuring; all of it takes an hour, and nothing else should be at work on this machine.");
    program::run(
        &mut measure,
        "The table above says which figure is not as it should be, and docs/bench.md what it is.",
    )
}
