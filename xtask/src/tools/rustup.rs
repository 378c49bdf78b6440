//! The parts of the Rust toolchain that do not come with every installation.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::program;

/// What the app is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can compile for the browser.
pub(super) fn wasm_target() -> Result<()> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .context("`rustc` could not be started; install Rust with rustup")?;
    let sysroot = String::from_utf8_lossy(&output.stdout);
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET);
    if library.is_dir() {
        return Ok(());
    }
    println!("Rust's standard library for {TARGET} is missing; rustup fetches it (20 MB).");
    program::run(
        Command::new("rustup").args(["target", "add", TARGET]),
        "If rustup is missing, install Rust with it, or take the package of your system that \
         holds the standard library for this target; if nothing could be fetched, check the \
         network.",
    )
}

/// Makes sure that there is a nightly compiler. It is a toolchain of its own: what the project is compiled with stays as
/// it is.
pub(super) fn nightly() -> Result<()> {
    if program::version(Command::new("rustup").args(["run", "nightly", "cargo"])).is_some() {
        return Ok(());
    }
    println!("A nightly Rust is missing; rustup fetches it (some 200 MB).");
    program::run(
        Command::new("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]),
        "If rustup is missing, install Rust with it; if nothing could be fetched, check the network.",
    )
}

/// Makes sure that the component behind `cargo <subcommand>` is there.
pub(super) fn component(name: &str, subcommand: &str) -> Result<()> {
    if program::version(Command::new("cargo").arg(subcommand)).is_some() {
        return Ok(());
    }
    println!("`cargo {subcommand}` is missing; rustup fetches it.");
    program::run(
        Command::new("rustup").args(["component", "add", name]),
        "If rustup is missing, install Rust with it, or take the package of your system that \
         holds this component; if nothing could be fetched, check the network.",
    )
}
