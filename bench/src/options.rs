//! What the command line asks for.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::measure::search::Engines;

/// How often everything is measured, unless told otherwise; fewer is for trying things out.
pub(crate) const REPETITIONS: usize = 15;

/// The families of figures that can be asked for alone.
pub(crate) const FAMILIES: [&str; 9] =
    ["weight", "paint", "shift", "hydration", "clicks", "offline", "one-file", "search", "lighthouse"];

/// What the command line asks for.
pub(crate) struct Options {
    /// The folder with the built site.
    pub(crate) site: PathBuf,
    /// The folder for the figures and everything on the way to them.
    pub(crate) out: PathBuf,
    /// What the record in the app weighs.
    pub(crate) record: usize,
    /// Lighthouse, where it is.
    pub(crate) lighthouse: Option<PathBuf>,
    /// What is searched with, where that was built.
    pub(crate) engines: Option<Engines>,
    pub(crate) repetitions: usize,
    only: Option<String>,
}

impl Options {
    /// Reads the command line.
    pub(crate) fn read() -> Result<Self> {
        let (mut site, mut out, mut record) = (None, None, None);
        let (mut lighthouse, mut only, mut repetitions) = (None, None, REPETITIONS);
        let (mut ours, mut minisearch, mut collection) = (None, None, None);
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("site") => site = Some(PathBuf::from(arguments.value()?)),
                Long("out") => out = Some(PathBuf::from(arguments.value()?)),
                Long("record") => record = Some(arguments.value()?.parse()?),
                Long("lighthouse") => lighthouse = Some(PathBuf::from(arguments.value()?)),
                Long("engine") => ours = Some(PathBuf::from(arguments.value()?)),
                Long("minisearch") => minisearch = Some(PathBuf::from(arguments.value()?)),
                Long("collection") => collection = Some(PathBuf::from(arguments.value()?)),
                Long("repetitions") => repetitions = arguments.value()?.parse()?,
                Long("only") => only = Some(arguments.value()?.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        if let Some(name) = &only
            && !FAMILIES.contains(&name.as_str())
        {
            bail!("there are no figures `{name}`; there are {}", FAMILIES.join(", "));
        }
        Ok(Self {
            site: site.context("--site says which built site to measure; it is missing")?,
            out: out.context("--out says where the figures go; it is missing")?,
            record: record.context("--record says what the record weighs after `gzip -9`; it is missing")?,
            lighthouse,
            engines: ours.zip(collection).map(|(ours, collection)| Engines { ours, minisearch, collection }),
            repetitions,
            only,
        })
    }

    /// Whether a family of figures is asked for.
    pub(crate) fn wants(&self, family: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only == family)
    }

    /// Whether this is a run that counts: all of it, often enough.
    pub(crate) fn counts(&self) -> bool {
        self.only.is_none() && self.repetitions >= REPETITIONS
    }
}
