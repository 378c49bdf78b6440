//! A screen that nobody sees, for browsers that have no mode without a window.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// How wide and how high it is, in pixels.
pub(crate) const WIDTH: u32 = 2048;
pub(crate) const HEIGHT: u32 = 1536;

/// A running Xvfb, which ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts `program` at the first free number.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        let mut server = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", &format!("{WIDTH}x{HEIGHT}x24"), "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let mut number = String::new();
        let output = server.stdout.take().map(BufReader::new);
        let read = output.and_then(|mut output| output.read_line(&mut number).ok());
        // From here on whoever leaves ends it.
        let display = Self { server, name: format!(":{}", number.trim()) };
        read.filter(|_| !number.trim().is_empty())
            .with_context(|| format!("{} started without saying at which number", program.display()))?;
        Ok(display)
    }

    /// What the variable `DISPLAY` is to say.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if self.server.kill().and_then(|()| self.server.wait()).is_err() {
            eprintln!("the screen that nobody sees (process {}) could not be stopped", self.server.id());
        }
    }
}
