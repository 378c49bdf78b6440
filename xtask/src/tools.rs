//! The programs the commands need besides Cargo, set up when they are missing.
//!
//! A tool that is on PATH in a fitting version is used from there. A missing one goes into the
//! project's own folder in the user's cache, never into the project or the system; only browsers
//! are left to the system's package manager.

mod axe;
mod cache;
mod cargo_install;
mod chromium;
mod esbuild;
mod firefox;
mod lighthouse;
mod lockfile;
mod minisearch;
mod npm;
mod packages;
mod rustup;
mod wasm_opt;
mod webkit;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use liner_notes_browser::programs::Programs;

use crate::program;
use crate::tools::cargo_install::Installable;
use crate::workspace::Workspace;

/// Something a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
    /// Rust's standard library for the browser.
    WasmTarget,
    /// A nightly compiler, which the fuzzer wants.
    Nightly,
    /// The fuzzer.
    CargoFuzz,
    /// The bundler, Trunk.
    Trunk,
    /// The program that joins the compiled app to JavaScript, and the one that runs its tests.
    WasmBindgen,
    /// The optimiser of release builds.
    WasmOpt,
    /// The minifier of release builds' scripts.
    Esbuild,
    /// Chromium and the program that drives it.
    Chromium,
    /// Firefox and the program that drives it.
    Firefox,
    /// WebKitGTK, the program that drives it and a screen for it, where the system can have them.
    WebKit,
    /// The judge of finished pages.
    Lighthouse,
    /// The search that ours is held against.
    MiniSearch,
    /// The judge of what keeps people from using a page.
    Axe,
}

/// The tools that were found or set up.
#[derive(Default)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    chromium: Option<Programs>,
    lighthouse: Option<PathBuf>,
    minisearch: Option<PathBuf>,
    axe: Option<PathBuf>,
}

impl Tools {
    /// Finds or sets up everything in `needs`.
    pub(crate) fn provide(workspace: &Workspace, needs: &[Need]) -> Result<Self> {
        let mut tools = Self::default();
        for need in needs {
            let folder = match need {
                Need::Rustfmt => rustup::component("rustfmt", "fmt").map(|()| None),
                Need::Clippy => rustup::component("clippy", "clippy").map(|()| None),
                Need::WasmTarget => rustup::wasm_target().map(|()| None),
                Need::Nightly => rustup::nightly().map(|()| None),
                Need::CargoFuzz => Installable::cargo_fuzz().provide(),
                Need::Trunk => Installable::trunk().provide(),
                Need::WasmBindgen => lockfile::version(workspace, "wasm-bindgen")
                    .and_then(|version| Installable::wasm_bindgen(version).provide()),
                Need::WasmOpt => wasm_opt::provide(),
                Need::Esbuild => esbuild::provide(),
                Need::Chromium => chromium::provide().map(|programs| {
                    tools.chromium = Some(programs);
                    None
                }),
                Need::Firefox => firefox::provide(),
                Need::WebKit => webkit::provide().map(|()| None),
                Need::Lighthouse => lighthouse::provide().map(|program| {
                    tools.lighthouse = program;
                    None
                }),
                Need::MiniSearch => minisearch::provide().map(|script| {
                    tools.minisearch = script;
                    None
                }),
                Need::Axe => axe::provide().map(|script| {
                    tools.axe = Some(script);
                    None
                }),
            };
            tools.folders.extend(folder?);
        }
        Ok(tools)
    }

    /// A command that finds the tools before anything else on PATH.
    pub(crate) fn command(&self, name: &str) -> Result<Command> {
        let rest = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&rest)))
            .context("PATH, with the tools in front of it, is no list of folders")?;
        let mut command = Command::new(name);
        command.env("PATH", path);
        if let Some(programs) = &self.chromium {
            command.env("CHROME", &programs.chromium).env("CHROMEDRIVER", &programs.driver);
        }
        Ok(command)
    }

    /// Trunk, kept from looking for newer versions of itself on the network.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = self.command("trunk")?;
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk 0.21 takes this variable for a boolean and stops at the usual `1`.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }

    /// Makes scripts small where they stand, and says so; leaves them as they are where there is no minifier.
    pub(crate) fn minify(&self, scripts: &[PathBuf]) -> Result<bool> {
        let is_there = program::version(&mut self.command("esbuild")?).is_some();
        if is_there {
            for script in scripts {
                esbuild::minify(self.command("esbuild")?, script)?;
            }
        }
        Ok(is_there)
    }

    /// The Cargo that runs this program.
    pub(crate) fn cargo(&self) -> Result<Command> {
        self.command(&env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
    }

    /// Chromium and its driver, where [`Need::Chromium`] was asked for.
    pub(crate) fn chromium(&self) -> Result<&Programs> {
        self.chromium.as_ref().context("this command uses Chromium without having asked for it first")
    }

    /// Lighthouse, where [`Need::Lighthouse`] was asked for and could be had.
    pub(crate) fn lighthouse(&self) -> Option<&Path> {
        self.lighthouse.as_deref()
    }

    /// MiniSearch's script, where [`Need::MiniSearch`] was asked for and could be had.
    pub(crate) fn minisearch(&self) -> Option<&Path> {
        self.minisearch.as_deref()
    }

    /// axe-core's script, where [`Need::Axe`] was asked for.
    pub(crate) fn axe(&self) -> Option<&Path> {
        self.axe.as_deref()
    }
}

/// What `name --version` prints when `name` is on PATH.
fn version_on_path(name: &str) -> Option<String> {
    program::version(&mut Command::new(name))
}
