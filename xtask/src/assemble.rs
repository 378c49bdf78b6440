//! `assemble`: makes a publishable folder of what Trunk built. Trunk runs it after every build, `serve`'s too.
//!
//! Every build gets the record as data. One for publishing also gets the licences, the whole of it as one file, a page
//! for every address, drawn beforehand, and the worker that keeps all of it on the device. The order matters: what
//! comes later reads what is there by then.

mod names;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

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
    if build.is_release {
        let tools = Tools::provide(workspace, &[])?;
        let loaders = loaders(&build.site)?;
        for script in &loaders {
            names::shorten(script, &module_of(script))?;
        }
        let is_minified = tools.minify(&loaders)?;
        tools.minify(&[build.site.join("boot.js")])?;
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

/// The script that loads the app. The others stay as they are: the page names the hash of each, and a browser refuses
/// one that has changed.
fn loaders(site: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(site).with_context(|| format!("the folder {}", site.display()))?;
    let files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    let is_loader = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("liner-notes-") && name.ends_with(".js")
    };
    Ok(files.into_iter().filter(is_loader).collect())
}

/// The WebAssembly that a script loads.
fn module_of(script: &Path) -> PathBuf {
    let name = script.file_stem().unwrap_or_default().to_string_lossy();
    script.with_file_name(format!("{name}_bg.wasm"))
}
