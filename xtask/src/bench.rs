//! `cargo xtask bench`: every figure that the project promises, measured on a release build.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::prelude::*;

use crate::dist::{self, Site};
use crate::program;
use crate::public_url::PublicUrl;
use crate::size;
use crate::tools::{Need, Tools};
use crate::workspace::Workspace;

/// The package with the search in texts by itself.
const ENGINE: &str = "liner-notes-bench-search";

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
    needs.extend([Need::Chromium, Need::Lighthouse, Need::MiniSearch]);
    let tools = Tools::provide(workspace, &needs)?;
    // A site of its own: tests build theirs for another path.
    let out = workspace.target().join("bench");
    let site = out.join("site");
    let of_own = Site { collection: None, out: site.clone(), public_url: PublicUrl::default(), texts: None };
    dist::build(workspace, &tools, &of_own)?;
    let engine = engine(workspace, &tools, &out.join("engine"))?;
    let record = size::record(&workspace.own_collection())?;
    let mut measure = tools.cargo()?;
    measure
        .args(["run", "--quiet", "--package", "liner-notes-bench", "--"])
        .arg("--site")
        .arg(site)
        .arg("--out")
        .arg(out)
        .arg(format!("--record={}", record.compressed))
        .arg("--engine")
        .arg(engine)
        .arg("--collection")
        .arg(workspace.own_collection())
        .args(&options.handed_on);
    if let Some(lighthouse) = tools.lighthouse() {
        measure.arg("--lighthouse").arg(lighthouse);
    }
    if let Some(script) = tools.minisearch() {
        measure.arg("--minisearch").arg(script);
    }
    println!("Measuring; all of it takes an hour, and nothing else should be at work on this machine.");
    program::run(
        &mut measure,
        "The table above says which figure is not as it should be, and docs/bench.md what it is.",
    )
}

/// Compiles the search in texts by itself into the folder `out`, as the desk is compiled, and gives the folder.
fn engine(workspace: &Workspace, tools: &Tools, out: &Path) -> Result<PathBuf> {
    let target = "wasm32-unknown-unknown";
    let mut compile = tools.cargo()?;
    compile.current_dir(workspace.root()).args([
        "build",
        "--quiet",
        "--release",
        "--package",
        ENGINE,
        "--target",
        target,
    ]);
    program::run(&mut compile, "What the compiler printed says why.")?;
    let compiled =
        workspace.target().join(target).join("release").join(ENGINE.replace('-', "_")).with_extension("wasm");
    let mut bind = tools.command("wasm-bindgen")?;
    bind.args(["--target", "no-modules", "--no-typescript", "--out-name", "engine", "--out-dir"])
        .arg(out)
        .arg(compiled);
    program::run(&mut bind, "Is the wasm-bindgen on PATH of the version in Cargo.lock?")?;
    let (bound, small) = (out.join("engine_bg.wasm"), out.join("engine_small.wasm"));
    if program::version(&mut tools.command("wasm-opt")?).is_some() {
        let mut shorten = tools.command("wasm-opt")?;
        program::run(shorten.arg("-Oz").arg(&bound).arg("-o").arg(&small), "Is it the wasm-opt that Trunk uses?")?;
        fs::rename(&small, &bound).with_context(|| format!("putting it in place of {}", bound.display()))?;
    }
    Ok(out.to_path_buf())
}
