//! Packs what passages are found again by, for the collection that the app is built with: `assets/record`, or the folder
//! that `LINER_NOTES_COLLECTION` names.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=LINER_NOTES_COLLECTION");
    // Relative to the workspace, as for the app.
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("..");
    let chosen = env::var_os("LINER_NOTES_COLLECTION").filter(|folder| !folder.is_empty());
    let collection = root.join(chosen.map_or_else(|| PathBuf::from("assets/record"), PathBuf::from));
    println!("cargo::rerun-if-changed={}", collection.display());
    let record = liner_notes_record::source::read(&collection).map_err(|problems| problems.to_string());
    let written = record.and_then(|record| {
        let folder = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
        let proofs = liner_notes_record::proofs::pack(&record);
        fs::write(PathBuf::from(folder).join("proofs.bin"), proofs).map_err(|error| format!("cannot write: {error}"))
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
