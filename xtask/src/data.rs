//! `data`: writes the record as files for others. Every build does it too, so that the site carries them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::prelude::*;
use liner_notes_record::document::{Document, SCHEMA_FILE, csv, schema};
use liner_notes_record::{Record, source};

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
        let mut out = None;
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => collection = arguments.value()?.into(),
                Long("out") => out = Some(PathBuf::from(arguments.value()?)),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self { collection, out: out.context("`data` needs --out, the folder to write to")? })
    }
}

/// Writes the data of the collection that the command line names.
pub(crate) fn run(options: &Options) -> Result<()> {
    write(&source::read(&options.collection)?, &options.out)
}

/// Writes a record as JSON, its schema, and its claims as CSV into the folder `out`.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write(record: &Record, out: &Path) -> Result<()> {
    let document = Document::of(record);
    let id = &document.work.id;
    fs::create_dir_all(out).with_context(|| format!("making the folder {}", out.display()))?;
    write_file(&out.join(format!("{id}.json")), &document.json()?)?;
    write_file(&out.join(format!("{id}.csv")), &csv(record)?)?;
    write_file(&out.join(SCHEMA_FILE), &schema()?)
}

fn write_file(file: &Path, content: &str) -> Result<()> {
    fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}
