//! Packs what passages are found again by, for the collection that the app is built with: `assets/record`, or the folder
//! that `LINER_NOTES_COLLECTION` names; and the reviews' texts in the folder that `LINER_NOTES_TEXTS` names. Without that folder
//! the desk carries no text. Makes the style sheet of the score as a picture.

mod still;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use liner_notes_record::{Record, carried, proofs, source};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=LINER_NOTES_COLLECTION");
    // Relative to the workspace, as for the app.
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("..");
    match texts(&root).and_then(|()| styles(&root)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            for line in report.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

/// What passages are found again by, and the texts to carry.
fn texts(root: &Path) -> Result<(), String> {
    let chosen = env::var_os("LINER_NOTES_COLLECTION").filter(|folder| !folder.is_empty());
    let collection = root.join(chosen.map_or_else(|| PathBuf::from("assets/record"), PathBuf::from));
    println!("cargo::rerun-if-changed={}", collection.display());
    let record = source::read(&collection).map_err(|problems| problems.to_string())?;
    write("proofs.bin", &proofs::pack(&record))?;
    write("carried.bin", &carried(&record, root)?)
}

/// The texts to carry, packed.
fn carried(record: &Record, root: &Path) -> Result<Vec<u8>, String> {
    println!("cargo::rerun-if-env-changed={}", carried::FOLDER);
    let Some(folder) = env::var_os(carried::FOLDER).filter(|folder| !folder.is_empty()) else {
        return Ok(Vec::new());
    };
    let folder = root.join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let found = carried::read(record, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    if found.carried.is_empty() {
        return Err(format!("no file in {} is the text of a review of this collection", folder.display()));
    }
    Ok(carried::pack(found.carried.iter().map(|(_, text)| text)))
}

fn styles(root: &Path) -> Result<(), String> {
    let read = |name: &str| {
        let file = root.join("assets/styles").join(name);
        println!("cargo::rerun-if-changed={}", file.display());
        fs::read_to_string(&file).map_err(|error| format!("{}: cannot be read: {error}", file.display()))
    };
    let tokens = still::Tokens::read(&read("tokens.css")?);
    let mut rules = Vec::new();
    for name in ["score.css", "picture.css"] {
        rules.extend(still::sheet(&read(name)?, &tokens).map_err(|why| format!("assets/styles/{name}: {why}"))?);
    }
    // Those last that weigh most, so that whoever applies them need not weigh them.
    rules.sort_by_key(|(weight, _)| *weight);
    let rules: String = rules.into_iter().map(|(_, rule)| rule).collect();
    write("picture.css", (tokens.reviews()? + &rules).as_bytes())
}

fn write(name: &str, content: &[u8]) -> Result<(), String> {
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    fs::write(PathBuf::from(folder).join(name), content).map_err(|error| format!("cannot write {name}: {error}"))
}
