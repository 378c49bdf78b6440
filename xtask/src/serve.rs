//! `cargo xtask serve`: the site on this machine, rebuilt when a file changes.

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::carried::{self, Texts};
use crate::program;
use crate::tools::{Need, Tools};
use crate::workspace::{COLLECTION, Workspace};

/// The port tried first when none is asked for, and how many above it are tried.
const FIRST_PORT: u16 = 8080;
const PORTS: u16 = 20;

/// What the command line asks of `serve`.
pub(crate) struct Options {
    port: Option<u16>,
    open: bool,
    texts: Option<PathBuf>,
}

impl Options {
    /// Reads what follows `serve`.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { port: None, open: false, texts: None };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("port") => options.port = Some(arguments.value()?.parse()?),
                Long("open") => options.open = true,
                Long("texts") => options.texts = Some(arguments.value()?.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Builds and serves until it is stopped.
///
/// The build is one for development: it needs no optimiser, and after a change it is ready again
/// within seconds. The first one takes about as long as one for publishing.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let port = port(options.port)?;
    let chosen = env::var_os(COLLECTION).filter(|folder| !folder.is_empty());
    let collection = chosen.map_or_else(|| workspace.own_collection(), |folder| workspace.root().join(folder));
    let texts = options.texts.as_ref().map(|folder| Texts::of(folder, &collection)).transpose()?;
    let tools = Tools::provide(workspace, &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen])?;
    let mut trunk = tools.trunk()?;
    trunk
        .current_dir(workspace.root())
        .args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"])
        .arg(workspace.target().join("serve"));
    carried::tell(&mut trunk, texts.as_ref());
    if options.open {
        trunk.arg("--open");
    }
    println!("{}", carried::words(texts.as_ref()));
    println!(
        "Building the site; the first time this takes about a minute.\n\
         Then it is at\n\n    http://127.0.0.1:{port}/\n\nuntil Ctrl-C stops it.\n"
    );
    stay(&mut trunk)
}

/// The port to serve at: the one asked for, else the first free one.
fn port(asked: Option<u16>) -> Result<u16> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match asked {
        Some(port) if free(&port) => Ok(port),
        Some(port) => bail!(
            "port {port} is taken by another program; stop that one, or ask for another port \
             with --port"
        ),
        None => (FIRST_PORT..FIRST_PORT + PORTS).find(free).map_or_else(
            || bail!("ports {FIRST_PORT} to {} are all taken; ask for a free one with --port", FIRST_PORT + PORTS - 1),
            Ok,
        ),
    }
}

/// Becomes `trunk`, so that whatever stops this process stops the server.
#[cfg(unix)]
fn stay(trunk: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    println!("$ {}", program::line(trunk));
    Err(anyhow::Error::new(trunk.exec()).context("`trunk serve` could not be started"))
}

/// Runs `trunk` until it is stopped.
#[cfg(not(unix))]
fn stay(trunk: &mut Command) -> Result<()> {
    program::run(trunk, "What it printed last says why.")
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::port;

    #[test]
    fn a_taken_port_is_refused_with_a_remedy() -> std::io::Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let answer = port(Some(taken.local_addr()?.port()));
        assert!(answer.is_err_and(|error| format!("{error}").contains("--port")));
        Ok(())
    }
}
