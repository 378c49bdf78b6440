//! Strings that break programs, as readers and those who write to them may bring them in: typed, in addresses, as texts and
//! names of files, pasted, and in what the browser keeps. None becomes more than a text, none stops the app, and nothing
//! that was kept is lost.
//!
//! `page.js` watches a page from within and hands it thousands of strings in one go; [`Watched`] is someone in front of
//! such a page.

mod watched;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Engine;
use liner_notes_hostile::Hostile;
use liner_notes_record::Dial;
use liner_notes_record::text::{Paragraph, Text};
use serde_json::{Value, json};

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;
use crate::texts::{KEPT, at_review, drop_texts};

use watched::Watched;

/// How many strings are put into one address: together not longer than hosts and browsers let addresses be.
const IN_ADDRESS: usize = 100;

/// A collection with the text of a review.
fn two() -> Result<(Collection, Vec<(String, PathBuf)>)> {
    let collection = Collection::invented("two")?;
    let texts = collection.texts()?;
    ensure!(texts.len() == 2, "two reviews have {} texts", texts.len());
    Ok((collection, texts))
}

/// Someone who has attached a text and turned the dial to the middle.
async fn with_something_to_lose() -> Result<(Reader, String)> {
    let (collection, texts) = two()?;
    let reader = Reader::of(&collection).await?;
    let path = format!("{REVIEWS}{}", texts[0].0);
    reader.open(&path).await?.sees(".attaching").await?;
    drop_texts(&reader, &texts[..1]).await?;
    reader.sees(".review-text").await?.turn_dial(Dial::Middle).await?;
    becomes(1, async || reader.wait_for(KEPT).await).await?;
    Ok((reader, path))
}

/// What they had is there when they come back.
async fn nothing_is_lost(reader: &Reader, path: &str) -> Result<()> {
    reader.open(path).await?.sees(".review-text").await?.has_dial_at(Dial::Middle).await?;
    becomes(1, async || reader.wait_for(KEPT).await).await.context("texts in the database")?;
    reader.is_answered().await?;
    Ok(())
}

/// Strings as many as fit into one address.
fn packed(strings: &[String]) -> Vec<Value> {
    strings.chunks(IN_ADDRESS).map(|some| json!(some)).collect()
}

/// The paths below which an address may name what there is not.
const PATHS: [&str; 3] = ["", "cast/", REVIEWS];

/// The path below which reviews are.
const REVIEWS: &str = "reviews/";

/// Where the engine stands among the three, which share what need not be done in each.
fn place_of_engine() -> Result<usize> {
    let engine = Engine::chosen()?;
    Engine::ALL.iter().position(|one| *one == engine).context("an engine that is none")
}

/// Strings with the path below which each is gone to: one after the other, and in each engine another one, so that each
/// string goes below each path in one of them.
fn below_paths<'s>(strings: impl IntoIterator<Item = &'s String>) -> Result<Vec<Value>> {
    let paths = PATHS.iter().cycle().skip(place_of_engine()?);
    Ok(paths.zip(strings).map(|(path, string)| json!({ "path": path, "string": string })).collect())
}

/// How many are dropped or pasted in one go: as many as are answered well within a second.
const IN_ONE_GO: usize = 40;

fn single(strings: &[String]) -> Vec<Value> {
    strings.iter().map(|string| json!(string)).collect()
}

#[tokio::test]
async fn whatever_is_typed_into_the_search_is_looked_up_and_nothing_else() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (reader, path) = with_something_to_lose().await?;
    reader.open("search").await?.has_focus_on(".search-field").await?;
    let watched = Watched::new(&reader);
    watched.each("type", &single(&strings)).await?;
    watched.tells("typed", strings.len()).await?;
    nothing_is_lost(&reader, &path).await
}

#[tokio::test]
async fn whatever_stands_in_a_path_or_a_query_leads_to_a_page_of_the_app() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (reader, path) = with_something_to_lose().await?;
    reader.open("about").await?;
    let watched = Watched::new(&reader);
    watched.each("go", &below_paths(&strings)?).await?;
    watched.each("be", &packed(&strings)).await?;
    watched.tells("address", 2 * strings.len()).await?;
    nothing_is_lost(&reader, &path).await
}

#[tokio::test]
async fn whatever_stands_after_the_hash_of_the_one_file_leads_to_a_page_of_the_app() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let reader = watched::in_front_of_the_one_file(&Collection::invented("two")?).await?;
    reader.open("").await?.turn_dial(Dial::Middle).await?.open("about").await?;
    let watched = Watched::new(&reader);
    // Every one with many others; and by itself, as on the site in every engine, each in one of them.
    let by_themselves = below_paths(strings.iter().skip(place_of_engine()?).step_by(Engine::ALL.len()))?;
    watched.each("goInFile", &by_themselves).await?;
    watched.each("beInFile", &packed(&strings)).await?;
    watched.tells("fragment", by_themselves.len() + strings.len()).await?;
    reader.open("").await?.has_dial_at(Dial::Middle).await?.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn whatever_is_attached_under_whatever_name_or_pasted_is_taken_for_a_text_or_refused() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (reader, path) = with_something_to_lose().await?;
    let watched = Watched::new(&reader);
    // One after the other takes long, and is the same as many in one after the first few.
    let dropped: Vec<Value> = strings.chunks(IN_ONE_GO).map(|some| json!(some)).collect();
    watched.each("drop", &dropped).await?;
    let pasted: Vec<Value> = strings.chunks(IN_ONE_GO).map(|some| json!(some.join("\n"))).collect();
    watched.each("paste", &pasted).await?;
    watched.tells("attached", strings.len()).await?;
    nothing_is_lost(&reader, &path).await
}

/// Strings in lots, each so long that a text with it behind is still known: it may be twice as long as it was. Those that no
/// plain text may hold are left out, and those that are too long by themselves.
fn behind<'s>(text: &Text, strings: impl IntoIterator<Item = &'s String>) -> Vec<Vec<&'s String>> {
    let may_stand_there = |string: &&String| !string.chars().any(|c| c.is_control() && !c.is_whitespace());
    // The page adds a line, by which it sees that all of it has come.
    let room = text.paragraphs().iter().map(Paragraph::len).sum::<usize>().saturating_sub(100);
    let mut lots: Vec<Vec<&String>> = Vec::new();
    let mut left = 0;
    for string in strings.into_iter().filter(may_stand_there) {
        let length = string.chars().count();
        if length > room {
            continue;
        }
        if length > left || lots.is_empty() {
            lots.push(Vec::new());
            left = room;
        }
        left -= length;
        lots.last_mut().into_iter().for_each(|lot| lot.push(string));
    }
    lots
}

#[tokio::test]
async fn whatever_stands_in_a_text_that_is_known_is_drawn_as_words() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (collection, texts) = two()?;
    let (review, file) =
        texts.iter().max_by_key(|(_, file)| fs::metadata(file).map_or(0, |one| one.len())).context("a text")?;
    let text = fs::read_to_string(file)?;
    // Those that call the canary come last, since what is attached last is searched and led beside another as well.
    let mut some: Vec<&String> = strings.iter().collect();
    some.sort_by_key(|string| string.contains("canary()"));
    let lots = behind(&Text::new(&text), some);
    ensure!(lots.len() > 1, "there is one lot alone");
    let reader = at_review(&collection, review).await?;
    drop_texts(&reader, &texts).await?;
    reader.sees(".review-text").await?.turn_dial(Dial::All).await?;
    let watched = Watched::new(&reader);
    let given: Vec<Value> = lots.iter().map(|lot| json!({ "text": text, "strings": lot })).collect();
    watched.each("dropKnown", &given).await?;
    let is_on_the_page = async || -> Result<()> {
        let words = reader.words("main").await?.concat();
        ensure!(words.contains("canary()"), "what was attached is not on the page: {words}");
        Ok(())
    };
    is_on_the_page().await?;
    let sheets = [("about", "h1"), ("beside", "main a.passage"), ("search", ".search-field")];
    for (place, there) in sheets {
        watched.each("go", &[json!({ "path": "", "string": place })]).await?;
        reader.sees(there).await?;
        if place == "beside" {
            is_on_the_page().await?;
        }
    }
    watched.each("type", &[json!("canary")]).await?;
    reader.sees(".hit").await?;
    is_on_the_page().await?;
    watched.tells("known", lots.iter().map(Vec::len).sum()).await?;
    reader.open(&format!("{REVIEWS}{review}")).await?.sees(".review-text").await?.has_dial_at(Dial::All).await?;
    becomes(texts.len(), async || reader.wait_for(KEPT).await).await.context("texts in the database")?;
    reader.is_answered().await?;
    Ok(())
}

/// Puts texts under keys into the database of ours, each with what an array of three says: the key, the name, the words.
const PUT: &str = "
    const [entries, done] = arguments;
    indexedDB.databases().then((all) => {
        const { name } = all.find((one) => one.name.startsWith('liner-notes'));
        const open = indexedDB.open(name);
        open.onsuccess = () => {
            const put = open.result.transaction('texts', 'readwrite');
            for (const entry of entries) {
                put.objectStore('texts').put(entry, entry);
                put.objectStore('texts').put(`${entry}\\n${entry}`, `named ${entry}`);
            }
            put.oncomplete = () => (open.result.close(), done(entries.length));
        };
    });";

/// How many of the strings are put into the database: each stands on the page that lists what is kept.
const IN_DATABASE: usize = 400;

#[tokio::test]
async fn whatever_stands_in_the_database_is_passed_over_or_listed_and_the_text_stays() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (reader, path) = with_something_to_lose().await?;
    let step = strings.len().div_ceil(IN_DATABASE);
    let some: Vec<&String> = strings.iter().step_by(step).collect();
    let put = reader.page().execute_async(PUT, vec![json!(some)]).await?;
    assert_eq!(put.json().as_u64(), Some(some.len() as u64));
    let kept: usize = reader.wait_for(KEPT).await?;
    reader.reload().await?.sees(".review-text").await?.has_dial_at(Dial::Middle).await?;
    reader.open("about").await?;
    let watched = Watched::new(&reader);
    let slug = path.strip_prefix(REVIEWS).context("a path of a review")?;
    watched.each("go", &[json!({ "path": REVIEWS, "string": slug })]).await?;
    watched.tells("database", some.len()).await?;
    assert_eq!(reader.wait_for::<usize>(KEPT).await?, kept, "texts in the database");
    reader.is_answered().await?;
    Ok(())
}

/// How many are put where the browser keeps the reader's choices: the page must be opened anew for each.
const IN_STORAGE: usize = 24;

#[tokio::test]
async fn whatever_stands_where_choices_are_kept_counts_as_none() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (reader, path) = with_something_to_lose().await?;
    let step = strings.len().div_ceil(IN_STORAGE);
    let set = "['dial', 'agreed', 'theme', 'keys'].forEach((key, place) => \
                   localStorage.setItem(`liner-notes.${key}`, arguments[0][place])); return true";
    let some: Vec<&String> = strings.iter().step_by(step).collect();
    for four in some.chunks_exact(4) {
        reader.ask_with::<bool>(set, vec![json!(four)]).await?;
        reader.reload().await?.has_dial_at(Dial::None).await?;
        let watched = Watched::new(&reader);
        watched.tells("storage", four.len()).await.with_context(|| format!("with {four:?} kept"))?;
        let strange = "html[data-theme], main script, main iframe, main img, main [onerror]";
        ensure!(reader.count(strange).await? == 0, "{four:?} put something on the page");
    }
    reader.turn_dial(Dial::Middle).await?;
    nothing_is_lost(&reader, &path).await
}

#[tokio::test]
async fn the_canary_sees_scripts_that_run_and_markup_that_is_none_of_ours() -> Result<()> {
    let strings = Hostile::gather()?.strings;
    let (collection, _) = two()?;
    let reader = Reader::of(&collection).await?;
    reader.page().goto("about:blank").await?;
    let watched = Watched::new(&reader);
    // Those that call it, and as whoever let them would put them on a page.
    let calling: Vec<&String> =
        strings.iter().filter(|string| string.contains("canary()") && string.contains('<')).collect();
    ensure!(calling.len() >= 15, "{} call the canary", calling.len());
    for string in calling {
        watched.by_mistake(string).await?;
    }
    let seen = watched.waits_for_a_run().await?;
    ensure!(seen.runs.iter().any(|run| run.starts_with("canary")), "{seen:?}");
    for strange in ["<script", "<iframe", "<img", "onerror on", "onload on", "href=javascript:", "<object"] {
        ensure!(seen.strange.iter().any(|one| one.contains(strange)), "no {strange} among {:?}", seen.strange);
    }
    ensure!(watched.is_unharmed().await.is_err());
    Ok(())
}

/// The text of a file stays with whoever attached it, and so does its name.
#[tokio::test]
async fn a_text_under_a_hostile_name_is_read_and_kept_under_it() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = Reader::of(&collection).await?;
    reader.open(&format!("reviews/{}", texts[0].0)).await?.sees(".attaching").await?;
    let name = "<img src=x onerror=canary()>\u{202e}.txt";
    crate::texts::drop(&reader, &[(name, &fs::read(&texts[0].1)?)]).await?;
    reader.sees(".review-text").await?.reload().await?.sees(".review-text").await?;
    let listed: String = reader.ask("return document.querySelector('.attached').textContent").await?;
    ensure!(listed.contains(name), "{listed}");
    Watched::new(&reader).is_unharmed().await
}
