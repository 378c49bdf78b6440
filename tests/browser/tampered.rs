//! Files that are not what was published: none of them runs, the page can be read, and it says what does not work.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::{Screen, Site};

use crate::offline::release::{BASE, Release, file_name};
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// Someone in front of a release in which the files whose names fit have one byte that is not as published. It changes
/// nothing that they do: they would run if they were not held against anything.
async fn reader_of_tampered(is_tampered: impl Fn(&str) -> bool) -> Result<(Release, Reader)> {
    let release = Release::named("tampered")?;
    tamper(&release, is_tampered)?;
    let reader = reader_of(&release).await?;
    Ok((release, reader))
}

async fn reader_of(release: &Release) -> Result<Reader> {
    Reader::at(Site::serve(release.folder(), BASE)?, &Screen::new(1280, 900).light()).await
}

fn tamper(release: &Release, is_tampered: impl Fn(&str) -> bool) -> Result<()> {
    let files: Vec<PathBuf> = release.files()?.into_iter().filter(|file| is_tampered(&file_name(file))).collect();
    ensure!(!files.is_empty(), "nothing was tampered with");
    for file in files {
        let mut bytes = fs::read(&file)?;
        // The end of a line in a script; in WebAssembly the last byte of its data, or of its last note.
        let last = bytes.last_mut().with_context(|| format!("{} is empty", file.display()))?;
        *last = match *last {
            b'\n' => b' ',
            // Rules end with their sheet.
            b'}' if file.extension().is_some_and(|end| end == "css") => b' ',
            other => other ^ 1,
        };
        fs::write(&file, bytes)?;
    }
    Ok(())
}

/// The page shows what it was drawn with, whole and in sight.
async fn can_be_read(reader: &Reader) -> Result<()> {
    let headings = reader.words("main h1").await?;
    ensure!(headings.len() == 1 && !headings[0].is_empty(), "the page's headings are {headings:?}");
    becomes(0, async || reader.count("html[data-held]").await).await
}

/// The page says so, in the place for words about itself.
async fn says(reader: &Reader, words: &str) -> Result<()> {
    let says_so = |said: &Vec<String>| said.iter().any(|said| said.contains(words));
    until(words, says_so, async || reader.words("body > .toast").await).await.map(drop)
}

/// Opens a page that cannot start.
async fn opens(reader: &Reader) -> Result<()> {
    // With a query, it is held back until the app runs.
    reader.page().goto(reader.full_address("compare/?status=agree")).await?;
    Ok(())
}

#[tokio::test]
async fn a_tampered_script_that_starts_the_app_is_refused_and_the_page_says_so_itself() -> Result<()> {
    let (_release, reader) = reader_of_tampered(|file| file == "boot.js").await?;
    opens(&reader).await?;
    let says_so = |said: &Vec<String>| said.iter().any(|said| said.starts_with("The scripts of this page do not run."));
    until("the sentence", says_so, async || reader.words("body > p.no-script").await).await?;
    can_be_read(&reader).await?;
    ensure!(!reader.ask::<bool>("return 'linerNotes' in window").await?, "the script has run");
    Ok(())
}

#[tokio::test]
async fn a_tampered_app_is_refused_and_the_page_says_so() -> Result<()> {
    for end in [".js", ".wasm", ".css"] {
        let is_apps = |file: &str| (file.starts_with("liner-notes-") || end == ".css") && file.ends_with(end);
        let (_release, reader) = reader_of_tampered(is_apps).await?;
        opens(&reader).await?;
        says(&reader, "The app did not start.").await.with_context(|| format!("tampered: {end}"))?;
        can_be_read(&reader).await.with_context(|| format!("tampered: {end}"))?;
        ensure!(reader.count("html[data-ready]").await? == 0, "the app has started with another {end}");
    }
    Ok(())
}

#[tokio::test]
async fn a_tampered_script_that_comes_later_is_refused_and_the_page_says_so() -> Result<()> {
    for script in ["guard.js", "share.js", "keys.js", "keep.js"] {
        let (_release, reader) = reader_of_tampered(|file| file == script).await?;
        reader.open("cast").await?;
        says(&reader, "A part of this page did not load").await.with_context(|| format!("tampered: {script}"))?;
        let runs = match script {
            // The guard says what the others must be: without it none of them is loaded.
            "guard.js" | "share.js" => reader.count("html[data-copies]").await? > 0,
            "keys.js" => reader.press("[data-keys]").await?.count("dialog.keys").await? > 0,
            _ => reader.ask("return Boolean(navigator.serviceWorker?.controller)").await?,
        };
        ensure!(!runs, "{script} has run");
        reader.is_answered().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_tampered_desk_is_refused_and_the_search_says_so() -> Result<()> {
    for end in [".js", ".wasm"] {
        let (_release, reader) = reader_of_tampered(|file| file.starts_with("desk-") && file.ends_with(end)).await?;
        reader.open("search?q=the").await?;
        let cannot = |said: &Vec<String>| said.iter().any(|said| said == "Try again");
        until("a way to try again", cannot, async || reader.words("main a.button").await)
            .await
            .with_context(|| format!("tampered: {end}"))?;
        ensure!(reader.count(".hit").await? == 0, "the desk has answered");
        reader.is_answered().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_same_files_run_where_they_are_what_was_published() -> Result<()> {
    let release = Release::named("published")?;
    let is_one = |file: &str| file.ends_with(".css") || file.ends_with(".wasm") || file.ends_with(".js");
    tamper(&release, |file| is_one(file) && file != "worker.js")?;
    liner_notes_offline::write(release.folder())?;
    let reader = reader_of(&release).await?;
    reader.open("search?q=the").await?.sees(".hit").await?.sees("html[data-copies]").await?;
    ensure!(reader.words("body > .toast").await?.concat().is_empty(), "it says that something is wrong");
    Ok(())
}
