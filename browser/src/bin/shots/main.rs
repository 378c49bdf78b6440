//! Photographs every view of a built site, at every width, theme and dial stop, and lays the
//! pictures out on a contact sheet.
//!
//! `cargo xtask shots` builds the site and runs this.

mod camera;
mod sheet;
mod view;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use liner_notes_browser::{Browser, Site};
use tokio::task::JoinSet;

use crate::view::VIEWS;

/// What the command line asks for.
struct Options {
    site: PathBuf,
    out: PathBuf,
    view: Option<String>,
}

impl Options {
    fn read() -> Result<Self> {
        let (mut site, mut out, mut view) = (None, None, None);
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("site") => site = Some(PathBuf::from(arguments.value()?)),
                Long("out") => out = Some(PathBuf::from(arguments.value()?)),
                Long("view") => view = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self {
            site: site.context("--site says which built site to photograph; it is missing")?,
            out: out.context("--out says where the pictures go; it is missing")?,
            view,
        })
    }
}

fn main() -> ExitCode {
    match shoot() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Takes the pictures that the command line asks for.
fn shoot() -> Result<()> {
    let options = Options::read()?;
    let names: Vec<&str> = VIEWS.iter().map(|view| view.name).collect();
    if let Some(name) = &options.view
        && !names.contains(&name.as_str())
    {
        bail!("there is no view `{name}`; the views are {}", names.join(", "));
    }
    fs::create_dir_all(&options.out).with_context(|| format!("the folder {} cannot be made", options.out.display()))?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("starting to wait for Chromium")?
        .block_on(photograph(&options))
}

/// Photographs the views, one Chromium for each width, and then the contact sheet.
async fn photograph(options: &Options) -> Result<()> {
    let site = Arc::new(Site::serve(&options.site, "/")?);
    let browser = Browser::chromium();
    let chosen = |name: &str| options.view.as_ref().is_none_or(|only| only == name);
    let views = view::addressed(&browser, &site, chosen).await?;
    let mut cameras = JoinSet::new();
    for screen in view::SCREENS {
        let page = browser.page(&screen.still()).await?;
        let (site, views, out) = (Arc::clone(&site), views.clone(), options.out.clone());
        cameras.spawn(async move {
            let taken = camera::photograph(&page, &site, &views, screen, &out).await;
            page.close().await?;
            taken
        });
    }
    let mut failures = 0;
    while let Some(taken) = cameras.join_next().await {
        failures += taken??;
    }
    let sheet = sheet::lay_out(&browser, &views, &options.out).await?;
    println!("\nThe contact sheet is {}", sheet.display());
    if failures > 0 {
        bail!("{failures} pictures could not be taken; the lines above say which and why");
    }
    Ok(())
}
