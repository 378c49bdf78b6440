//! `cargo xtask shots`: pictures of every view.

use std::path::PathBuf;

use anyhow::Result;
use lexopt::prelude::*;

use crate::dist::{self, Site};
use crate::program;
use crate::public_url::PublicUrl;
use crate::tools::{Need, Tools};
use crate::workspace::Workspace;

/// What the command line asks of `shots`.
pub(crate) struct Options {
    out: Option<PathBuf>,
    view: Option<String>,
}

impl Options {
    /// Reads what follows `shots`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { out: None, view: None };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("out") => options.out = Some(arguments.value()?.into()),
                Long("view") => options.view = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds the site and has the program `shots` photograph it.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut needs = dist::NEEDS.to_vec();
    needs.push(Need::Chromium);
    let tools = Tools::provide(workspace, &needs)?;
    let site = workspace.own_site();
    let of_own = Site { collection: None, out: site.clone(), public_url: PublicUrl::default(), texts: None };
    dist::build(workspace, &tools, &of_own)?;
    let out = options.out.clone().unwrap_or_else(|| workspace.target().join("shots"));
    let mut photograph = tools.cargo()?;
    photograph
        .args(["run", "--quiet", "--package", "liner-notes-browser", "--bin", "shots", "--"])
        .arg("--site")
        .arg(site)
        .arg("--out")
        .arg(out);
    if let Some(view) = &options.view {
        photograph.args(["--view", view]);
    }
    println!("Photographing every view; all of them take a few minutes.");
    program::run(&mut photograph, "What it printed last says which view failed and why.")
}
