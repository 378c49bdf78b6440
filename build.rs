//! Checks the collection and packs it for the app: `assets/record`, or the folder that `LINER_NOTES_COLLECTION` names.
//!
//! Whatever is wrong in its files stops the build here, with file, line and remedy.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=LINER_NOTES_COLLECTION");
    let chosen = env::var_os("LINER_NOTES_COLLECTION").filter(|folder| !folder.is_empty());
    let collection = chosen.map_or_else(|| PathBuf::from("assets/record"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", collection.display());
    let packed = liner_notes_record::source::read(&collection)
        .map_err(|problems| problems.to_string())
        .and_then(|record| liner_notes_record::packed::pack(&record));
    let written = packed.and_then(|bytes| {
        let folder = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
        fs::write(PathBuf::from(folder).join("record.bin"), bytes).map_err(|error| format!("cannot write: {error}"))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            for line in report.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}
