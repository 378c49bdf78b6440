//! `data`: writes the record as files for others. Trunk runs it after every build, so that the site carries them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::prelude::*;
use liner_notes_record::document::{Document, SCHEMA_FILE, csv, schema};
use liner_notes_record::source;

use crate::workspace::{COLLECTION, Workspace};

/// What to write where.
pub(crate) struct Options {
    collection: PathBuf,
    out: PathBuf,
}

impl Options {
    /// Reads what follows `data`. Like the app's own build, it takes the collection from `LINER_NOTES_COLLECTION`
    /// unless the command line names one.
    pub(crate) fn read(workspace: &Workspace, mut arguments: lexopt::Parser) -> Result<Self> {
        let chosen = std::env::var_os(COLLECTION).filter(|folder: &OsString| !folder.is_empty());
        let mut collection = chosen.map_or_else(|| workspace.own_collection(), PathBuf::from);
        // Trunk says where the site under construction is.
        let mut out = std::env::var_os("TRUNK_STAGING_DIR").map(|site| PathBuf::from(site).join("data"));
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => collection = arguments.value()?.into(),
                Long("out") => out = Some(arguments.value()?.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self { collection, out: out.context("`data` needs --out, the folder to write to")? })
    }
}

/// Writes the record as JSON, its schema, and its claims as CSV.
///
/// # Errors
/// When the record is refused or a file cannot be written.
pub(crate) fn run(options: &Options) -> Result<()> {
    let record = source::read(&options.collection)?;
    let document = Document::of(&record);
    let id = &document.work.id;
    fs::create_dir_all(&options.out).with_context(|| format!("making the folder {}", options.out.display()))?;
    write(&options.out.join(format!("{id}.json")), &document.json()?)?;
    write(&options.out.join(format!("{id}.csv")), &csv(&record)?)?;
    write(&options.out.join(SCHEMA_FILE), &schema()?)
}

fn write(file: &Path, content: &str) -> Result<()> {
    fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}
