//! `cargo xtask dist`: the folder to publish.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::carried::{self, Texts};
use crate::licences;
use crate::program;
use crate::public_url::{PUBLISHED, PublicUrl};
use crate::size;
use crate::tools::{Need, Tools};
use crate::workspace::{COLLECTION, Workspace};

/// What a release build needs.
pub(crate) const NEEDS: [Need; 5] = [Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::WasmOpt, Need::Esbuild];

/// The folder in which Trunk builds, in the one that it builds to.
const STAGE: &str = ".stage";

/// The variable with what Cargo tells the compiler when it compiles for the browser.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What the command line asks of `dist`.
pub(crate) struct Options {
    collection: Option<PathBuf>,
    out: Option<PathBuf>,
    public_url: PublicUrl,
    texts: Option<PathBuf>,
}

impl Options {
    /// Reads what follows `dist`. Without `--collection` the variable that the app's build
    /// script reads decides, as it does for `serve`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self {
            collection: env::var_os(COLLECTION).map(PathBuf::from),
            out: None,
            public_url: PublicUrl::default(),
            texts: None,
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => options.collection = Some(arguments.value()?.into()),
                Long("out") => options.out = Some(arguments.value()?.into()),
                Long("public-url") => options.public_url = arguments.value()?.parse_with(PublicUrl::read)?,
                Long("texts") => options.texts = Some(arguments.value()?.into()),
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
    /// Where the site will be published.
    pub(crate) public_url: PublicUrl,
    /// The texts that it carries; none without.
    pub(crate) texts: Option<Texts>,
}

impl Site {
    /// The folder with what it is built from.
    pub(crate) fn collection_in(&self, workspace: &Workspace) -> PathBuf {
        self.collection.clone().unwrap_or_else(|| workspace.own_collection())
    }
}

/// Builds what the command line asks for.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut site = Site {
        collection: options.collection.clone(),
        out: options.out.clone().unwrap_or_else(|| workspace.own_site()),
        public_url: options.public_url.clone(),
        texts: None,
    };
    let collection = site.collection_in(workspace);
    site.texts = options.texts.as_ref().map(|folder| Texts::of(folder, &collection)).transpose()?;
    let tools = Tools::provide(workspace, &NEEDS)?;
    build(workspace, &tools, &site)?;
    size::report(&site, &collection)
}

/// Builds `site`, whatever it weighs. Trunk's hook [assembles](crate::assemble) what Trunk itself does not make.
pub(crate) fn build(workspace: &Workspace, tools: &Tools, site: &Site) -> Result<()> {
    let out = std::path::absolute(&site.out)
        .with_context(|| format!("`{}` is no folder to build into", site.out.display()))?;
    ensure_replaceable(&out)?;
    let mut trunk = tools.trunk()?;
    trunk
        .current_dir(workspace.root())
        .args(["build", "--release", "--public-url", site.public_url.base(), "--dist"])
        .arg(&out)
        .env(FLAGS, nameless(licences::source_folders(workspace.root())?))
        .env_remove(COLLECTION);
    carried::tell(&mut trunk, site.texts.as_ref());
    if let Some(published) = site.public_url.published() {
        trunk.env(PUBLISHED, published);
    }
    if let Some(folder) = &site.collection {
        let collection = folder
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
    println!("\nBuilt {}\n{}", out.display(), carried::words(site.texts.as_ref()));
    Ok(())
}

/// Has the compiler name source files without the folder in which a package lies on this machine. Panics name files, so
/// the same commit would come out otherwise from another home. A folder with a space in its name cannot be said here.
fn nameless(folders: impl IntoIterator<Item = PathBuf>) -> String {
    let folders = folders.into_iter().map(|folder| folder.display().to_string());
    let flags = folders.filter(|folder| !folder.contains(' ')).map(|folder| format!("--remap-path-prefix={folder}="));
    flags.collect::<Vec<_>>().join(" ")
}

/// Refuses to build over a folder that holds something else than a site: Trunk empties it.
fn ensure_replaceable(out: &Path) -> Result<()> {
    if !out.exists() {
        return Ok(());
    }
    let entries = fs::read_dir(out).with_context(|| format!("{} is in the way: it is no folder", out.display()))?;
    // What a build leaves that failed is nobody's.
    let mut others = entries.filter(|entry| entry.as_ref().map_or(true, |entry| entry.file_name() != STAGE));
    if others.next().is_some() && !out.join("index.html").is_file() {
        bail!(
            "{} holds something that is no site, and a build would delete it; name an empty or \
             new folder with --out",
            out.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{STAGE, ensure_replaceable, nameless};

    #[test]
    fn a_build_goes_over_a_site_and_what_a_failed_build_left_and_nothing_else() -> anyhow::Result<()> {
        let out = std::env::temp_dir().join(format!("liner-notes-dist-{}", std::process::id()));
        assert!(ensure_replaceable(&out).is_ok());
        fs::create_dir_all(out.join(STAGE))?;
        assert!(ensure_replaceable(&out).is_ok());
        fs::write(out.join("letter.txt"), "Dear all")?;
        assert!(ensure_replaceable(&out).is_err_and(|error| error.to_string().contains("--out")));
        fs::write(out.join("index.html"), "")?;
        assert!(ensure_replaceable(&out).is_ok());
        Ok(fs::remove_dir_all(out)?)
    }

    #[test]
    fn folders_of_this_machine_are_left_out_of_names() {
        assert_eq!(nameless(["/a/src".into(), "/b c".into()]), "--remap-path-prefix=/a/src=");
    }
}
