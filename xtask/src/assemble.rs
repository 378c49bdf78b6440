//! `assemble`: makes a publishable folder of what Trunk built. Trunk runs it after every build, `serve`'s too.
//!
//! Every build gets the record as data. One for publishing also gets the licences, the whole of it as one file, a page
//! for every address, drawn beforehand, and the worker that keeps all of it on the device. The order matters: what
//! comes later reads what is there by then.

mod app;
pub(crate) mod desk;
mod names;

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use liner_notes_record::source;

use crate::data;
use crate::licences;
use crate::one_file;
use crate::program;
use crate::public_url::{PUBLISHED, PublicUrl, published};
use crate::tools::Tools;
use crate::workspace::{COLLECTION, Workspace};

/// What Trunk tells its hooks.
pub(crate) struct Build {
    /// The folder that will take the place of the old site.
    site: PathBuf,
    /// Whether it is meant for publishing.
    is_release: bool,
    public_url: PublicUrl,
    published: String,
    collection: PathBuf,
}

impl Build {
    /// Reads what Trunk says of the build under way.
    pub(crate) fn read(workspace: &Workspace, mut arguments: lexopt::Parser) -> Result<Self> {
        if let Some(argument) = arguments.next()? {
            return Err(argument.unexpected().into());
        }
        let Some(site) = env::var_os("TRUNK_STAGING_DIR") else {
            bail!("`assemble` is run by Trunk, as part of a build; `cargo xtask dist` builds");
        };
        let chosen = env::var_os(COLLECTION).filter(|folder| !folder.is_empty());
        let public_url = env::var("TRUNK_PUBLIC_URL").context("Trunk named no public URL")?;
        let public_url = PublicUrl::read(&public_url)?;
        let told = env::var(PUBLISHED).ok().or_else(|| public_url.published().map(str::to_owned));
        Ok(Self {
            site: site.into(),
            is_release: env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release"),
            published: published(told),
            public_url,
            collection: chosen.map_or_else(|| workspace.own_collection(), PathBuf::from),
        })
    }
}

/// Makes what is missing.
pub(crate) fn run(workspace: &Workspace, build: &Build) -> Result<()> {
    let record = source::read(&build.collection)?;
    data::write(&record, &build.site.join("data"))?;
    desk::finish(&build.site)?;
    if build.is_release {
        let tools = Tools::provide(workspace, &[])?;
        let is_minified = app::finish(&tools, &build.site)?;
        licences::write(workspace.root(), &build.site)?;
        let page = build.site.join("index.html");
        let page = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
        let one_file = one_file::write(&build.site, &page)?;
        println!("{}", one_file.words());
        // Where there is no minifier, the script weighs what it weighs.
        if is_minified {
            one_file.holds()?;
        }
        prerender(workspace, &tools, build)?;
        liner_notes_offline::write(&build.site)?;
    }
    Ok(())
}

/// Draws every page by the app's own components. The program that does so holds the app, and with it the collection;
/// `xtask` must run even where that is broken, so it is a program of its own.
fn prerender(workspace: &Workspace, tools: &Tools, build: &Build) -> Result<()> {
    let mut prerender = tools.cargo()?;
    prerender
        .current_dir(workspace.root())
        .args(["run", "--quiet", "--package", "liner-notes-prerender", "--", "--site"])
        .arg(&build.site)
        .args(["--base", build.public_url.base(), "--published", &build.published]);
    program::run(&mut prerender, "What it printed last says why.")
}
