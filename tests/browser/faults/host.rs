//! The host gives less than was published, or something else, or nothing any more.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::offline::reader_of;
use crate::offline::release::{Release, file_name};
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// What a hotel's network answers everything with.
const PORTAL: &[u8] = b"<!DOCTYPE html><title>Welcome</title><h1>Welcome to our network</h1>";

/// What becomes of a file on its way.
type Damage = fn(Vec<u8>) -> Vec<u8>;

/// The ways in which a file comes otherwise than it was published.
const DAMAGES: [(&str, Damage); 4] = [
    ("half of it", |bytes| bytes[..bytes.len() / 2].to_vec()),
    ("nothing", |_| Vec::new()),
    ("a portal's page", |_| PORTAL.to_vec()),
    ("noughts in its middle", |mut bytes| {
        let middle = bytes.len() / 2;
        bytes[middle..].iter_mut().take(64).for_each(|byte| *byte = 0);
        bytes
    }),
];

/// A release whose files with such a name come damaged, unknown to its own list.
fn damaged(is_meant: impl Fn(&str) -> bool, damage: Damage) -> Result<Release> {
    let release = Release::named("damaged")?;
    let files: Vec<_> = release.files()?.into_iter().filter(|file| is_meant(&file_name(file))).collect();
    ensure!(!files.is_empty(), "no file is meant");
    for file in files {
        fs::write(&file, damage(fs::read(&file)?))?;
    }
    Ok(release)
}

async fn newcomer_to(release: &Release) -> Result<Reader> {
    let reader = reader_of(release).await?;
    reader.page().before_each("delete Navigator.prototype.serviceWorker").await?;
    Ok(reader)
}

/// The page can be read, and its links lead on.
async fn can_be_read(reader: &Reader) -> Result<()> {
    reader.sees_heading("Who is who").await?;
    let is_seen = "return getComputedStyle(document.querySelector('main')).visibility === 'visible'";
    becomes(true, async || reader.ask(is_seen).await).await?;
    reader.sees(&reader.link_to("timeline/")).await?;
    Ok(())
}

async fn says_that_it_did_not_start(reader: &Reader) -> Result<()> {
    let says_so = |words: &Vec<String>| words.iter().any(|words| words.contains("did not start"));
    until("the sentence", says_so, async || reader.words("body > .toast").await).await.map(drop)
}

async fn a_damaged_file_leaves_the_page(end: &str) -> Result<()> {
    for (what, damage) in DAMAGES {
        let release = damaged(|name| name.starts_with("liner-notes-") && name.ends_with(end), damage)?;
        let reader = newcomer_to(&release).await?;
        reader.page().goto(reader.full_address("cast/")).await?;
        says_that_it_did_not_start(&reader).await.with_context(|| format!("{what} of the {end}"))?;
        can_be_read(&reader).await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_app_that_comes_damaged_leaves_the_page_and_says_so() -> Result<()> {
    a_damaged_file_leaves_the_page(".wasm").await
}

#[tokio::test]
async fn a_script_of_the_app_that_comes_damaged_leaves_the_page_and_says_so() -> Result<()> {
    a_damaged_file_leaves_the_page(".js").await
}

#[tokio::test]
async fn without_the_script_that_starts_it_the_page_can_be_read() -> Result<()> {
    for (what, damage) in DAMAGES {
        let release = damaged(|name| name == "boot.js", damage)?;
        let reader = newcomer_to(&release).await?;
        // An address with choices is held back for what would draw it, and not for ever.
        reader.page().goto(reader.full_address("cast/?form=all")).await?;
        can_be_read(&reader).await.with_context(|| format!("{what} of boot.js"))?;
    }
    Ok(())
}

#[tokio::test]
async fn what_comes_once_the_page_stands_may_be_missing() -> Result<()> {
    let release = damaged(|name| ["share.js", "keys.js", "guard.js", "keep.js"].contains(&name), |_| PORTAL.to_vec())?;
    let reader = newcomer_to(&release).await?;
    reader.open("cast/").await?.is_answered().await?.press_words("Timeline").await?.is_at("timeline").await?;
    Ok(())
}

#[tokio::test]
async fn without_its_faces_the_page_has_the_systems() -> Result<()> {
    let release = damaged(|name| name.ends_with(".woff2"), |_| PORTAL.to_vec())?;
    let reader = newcomer_to(&release).await?;
    reader.open("cast/").await?.page().fonts().await?;
    reader.is_answered().await?.sees_heading("Who is who").await?;
    Ok(())
}

#[tokio::test]
async fn a_desk_that_comes_damaged_is_said_where_it_is_needed() -> Result<()> {
    for end in [".wasm", ".js"] {
        for (what, damage) in DAMAGES {
            let release = damaged(|name| name.starts_with("desk-") && name.ends_with(end), damage)?;
            let reader = newcomer_to(&release).await?;
            reader.open("search?q=song").await?;
            becomes(vec!["This could not be loaded.".to_owned()], async || reader.words(".sheet-status").await)
                .await
                .with_context(|| format!("{what} of the desk's {end}"))?;
            reader.is_answered().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_worker_that_comes_damaged_changes_nothing() -> Result<()> {
    for (_, damage) in DAMAGES {
        let release = damaged(|name| name == "worker.js", damage)?;
        let reader = reader_of(&release).await?;
        reader.open("cast/").await?.is_answered().await?.press_words("Timeline").await?.is_at("timeline").await?;
    }
    Ok(())
}

/// More than a page asks for until it stands.
const ANSWERS: usize = 12;

#[tokio::test]
async fn at_whichever_file_the_network_goes_the_page_can_be_read() -> Result<()> {
    let release = Release::named("first")?;
    let mut started = 0;
    for answers in 1..=ANSWERS {
        let reader = newcomer_to(&release).await?;
        reader.site()?.break_down_after(answers);
        reader.page().goto(reader.full_address("cast/")).await?;
        can_be_read(&reader).await.with_context(|| format!("after {answers} answers"))?;
        // It starts, or says that it did not, or what would say so has not come.
        let state = "return 'ready' in document.documentElement.dataset ? 'ready' \
                     : document.querySelector('body > .toast:not(:empty)') ? 'said' \
                     : performance.getEntriesByType('resource').some(one => one.name.includes('boot.js') && one.encodedBodySize > 0) \
                     ? 'on its way' : 'never came'";
        let settled = |state: &String| state != "on its way";
        let state = until("an end of its start", settled, async || reader.ask::<String>(state).await).await?;
        started += usize::from(state == "ready");
    }
    ensure!(started > 0, "{ANSWERS} files are not enough for the app to start");
    Ok(())
}

#[tokio::test]
async fn a_page_whose_release_was_replaced_answers_and_says_what_it_can_no_longer_load() -> Result<()> {
    let (first, second) = (Release::with_other_files("first")?, Release::with_other_files("second")?);
    for file in second.files()?.into_iter().filter(|file| file_name(file).starts_with("desk-")) {
        fs::rename(&file, file.with_file_name(format!("second-{}", file_name(&file))))?;
    }
    let reader = newcomer_to(&first).await?;
    reader.open("cast/").await?;
    reader.site()?.publish(second.folder())?;
    reader.is_answered().await?.press(".search-link").await?.is_at("search").await?;
    becomes(vec!["This could not be loaded.".to_owned()], async || reader.words(".sheet-status").await).await?;
    reader.press_words("Timeline").await?.is_at("timeline").await?.is_answered().await?;
    Ok(())
}
