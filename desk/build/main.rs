//! Packs what passages are found again by, for the collection that the app is built with: `assets/record`, or the folder
//! that `LINER_NOTES_COLLECTION` names. Makes the style sheet of the score as a picture.

mod still;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=LINER_NOTES_COLLECTION");
    // Relative to the workspace, as for the app.
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("..");
    match proofs(&root).and_then(|proofs| write("proofs.bin", &proofs)).and_then(|()| styles(&root)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            for line in report.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn proofs(root: &Path) -> Result<Vec<u8>, String> {
    let chosen = env::var_os("LINER_NOTES_COLLECTION").filter(|folder| !folder.is_empty());
    let collection = root.join(chosen.map_or_else(|| PathBuf::from("assets/record"), PathBuf::from));
    println!("cargo::rerun-if-changed={}", collection.display());
    let record = liner_notes_record::source::read(&collection).map_err(|problems| problems.to_string())?;
    Ok(liner_notes_record::proofs::pack(&record))
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
