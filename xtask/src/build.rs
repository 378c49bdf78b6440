//! `cargo xtask build`: the files to publish.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::licences;
use crate::one_file;
use crate::pages;
use crate::program;
use crate::size;
use crate::tools::{Need, Tools};
use crate::workspace::{COLLECTION, Workspace};

/// What a release build needs.
pub(crate) const NEEDS: [Need; 5] = [Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::WasmOpt, Need::Esbuild];

/// What the command line asks of `build`.
pub(crate) struct Options {
    collection: Option<PathBuf>,
    out: Option<PathBuf>,
    public_url: Option<String>,
}

impl Options {
    /// Reads what follows `build`. Without `--collection` the variable that the app's build
    /// script reads decides, as it does for `serve`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { collection: env::var_os(COLLECTION).map(PathBuf::from), out: None, public_url: None };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => options.collection = Some(arguments.value()?.into()),
                Long("out") => options.out = Some(arguments.value()?.into()),
                Long("public-url") => options.public_url = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// One site to build.
pub(crate) struct Site {
    /// The folder with the reviews and what they are about; the project's own without one.
    pub(crate) collection: Option<PathBuf>,
    /// The folder that holds the built files in the end, and nothing else.
    pub(crate) out: PathBuf,
    /// The path below which the site will be published.
    pub(crate) public_url: String,
}

/// Builds what the command line asks for.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let site = Site {
        collection: options.collection.clone(),
        out: options.out.clone().unwrap_or_else(|| workspace.own_site()),
        public_url: options.public_url.clone().unwrap_or_else(|| "/".to_owned()),
    };
    let tools = Tools::provide(workspace, &NEEDS)?;
    build(workspace, &tools, &site)?;
    size::report(&site.out)
}

/// Builds `site`, whatever it weighs.
pub(crate) fn build(workspace: &Workspace, tools: &Tools, site: &Site) -> Result<()> {
    let out = std::path::absolute(&site.out)
        .with_context(|| format!("`{}` is no folder to build into", site.out.display()))?;
    ensure_replaceable(&out)?;
    let mut trunk = tools.trunk()?;
    trunk
        .current_dir(workspace.root())
        .args(["build", "--release", "--public-url", &site.public_url, "--dist"])
        .arg(&out)
        .env_remove(COLLECTION);
    let mut collection = workspace.own_collection();
    if let Some(folder) = &site.collection {
        collection = folder
            .canonicalize()
            .with_context(|| format!("there is no collection at `{}`; name a folder with one", folder.display()))?;
        println!("Building the collection {}.", collection.display());
        trunk.env(COLLECTION, &collection);
    }
    program::run(
        &mut trunk,
        "If the compiler or the collection is at fault, it said so above. If it was wasm-bindgen \
         or wasm-opt that could not be downloaded, install npm, or put them on PATH.",
    )?;
    tools.minify(&loaders(&out)?)?;
    let page = out.join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    licences::write(workspace.root(), &out)?;
    one_file::write(&out, &page)?;
    pages::lay_out(&out, &collection)?;
    println!("\nBuilt {}", out.display());
    Ok(())
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

/// Refuses to build over a folder that holds something else than a site: Trunk empties it.
fn ensure_replaceable(out: &Path) -> Result<()> {
    if !out.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(out).with_context(|| format!("{} is in the way: it is no folder", out.display()))?;
    if entries.next().is_some() && !out.join("index.html").is_file() {
        bail!(
            "{} holds something that is no site, and a build would delete it; name an empty or \
             new folder with --out",
            out.display()
        );
    }
    Ok(())
}
