//! A build that carries texts, for an owner of the rights to them: read at once, nobody's to remove; and a build that was
//! told of none, in none of whose files is a line of a text.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;
use serde_json::Value;

use crate::collection::{Collection, built};
use crate::patience::becomes;
use crate::reader::Reader;
use crate::texts::{KEPT, at_review, drop};

/// Which of the blocks in the one file have some of the lines in what they hold.
const BLOCKS: &str = "
    const [address, lines, done] = arguments;
    const holds = async ([, name, text]) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const file = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
        const words = await new Response(file).text();
        return lines.some((line) => words.includes(line)) ? [name] : [];
    };
    fetch(address).then((answer) => answer.text()).then(async (page) => {
        const blocks = [...page.matchAll(/data-packed=\"([^\"]*)\"[^>]*>([^<]*)</g)];
        done([blocks.length, (await Promise.all(blocks.map(holds))).flat()]);
    });";

/// The invented collection that is built with its texts and without.
fn two() -> Result<Collection> {
    Collection::invented("two")
}

/// The lines of its texts that nothing else would have in it; a review's title is in the record as well.
fn lines() -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let two = two()?;
    let whole = two.at(Dial::All);
    let is_title = |line: &str| {
        whole.reviews().iter().any(|review| review.title.as_deref().is_some_and(|title| title.contains(line)))
    };
    for (_, file) in two.texts()? {
        let text = fs::read_to_string(file)?;
        lines.extend(text.lines().filter(|line| line.len() > 60 && !is_title(line)).map(str::to_owned));
    }
    ensure!(lines.len() > 3, "the texts have only the lines {lines:?}");
    Ok(lines)
}

/// Every file below a folder.
fn files(folder: &Path, to: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("the folder {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, to)?;
        } else {
            to.push(path);
        }
    }
    Ok(())
}

/// The files of a site in which some of the lines stand, as they lie there.
fn with_lines(site: &Path, lines: &[String]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    files(site, &mut all)?;
    let mut found = Vec::new();
    for file in all {
        let bytes = fs::read(&file)?;
        let holds = |line: &String| bytes.windows(line.len()).any(|window| window == line.as_bytes());
        if lines.iter().any(holds) {
            found.push(file.strip_prefix(site)?.display().to_string());
        }
    }
    Ok(found)
}

/// How many blocks the one file of a site has, and the names of those in which some of the lines stand.
async fn blocks(collection: &Collection, lines: &[String]) -> Result<(usize, Vec<String>)> {
    let reader = Reader::of(collection).await?;
    reader.open("about").await?;
    let lines: Vec<Value> = lines.iter().map(|line| line.as_str().into()).collect();
    let given = vec![reader.full_address("liner-notes.html").into(), lines.into()];
    let answer = reader.page().execute_async(BLOCKS, given).await?;
    Ok(serde_json::from_value(answer.json().clone())?)
}

#[tokio::test]
async fn a_text_in_the_build_is_read_at_once_and_cannot_be_removed() -> Result<()> {
    let collection = Collection::with_texts_in_the_build()?;
    for (review, file) in two()?.texts()? {
        let reader = at_review(&collection, &review).await?;
        reader.sees(".review-text").await?.turn_dial(Dial::All).await?;
        let paragraphs = fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()).count();
        becomes(paragraphs, async || reader.count(".text-paragraph").await).await?;
        becomes(2, async || reader.count(".attached-carried").await).await?;
        reader.sees_no("[data-remove]").await?;
        assert_eq!(reader.wait_for::<usize>(KEPT).await?, 0, "what the build carries is not kept a second time");
        reader.hears_nothing().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_readers_own_text_goes_before_the_one_in_the_build() -> Result<()> {
    let collection = Collection::with_texts_in_the_build()?;
    let texts = two()?.texts()?;
    let (review, file) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    reader.sees(".review-text").await?.turn_dial(Dial::All).await?;
    let text = format!("A line of my own.\n\n{}", fs::read_to_string(file)?);
    drop(&reader, &[("mine.txt", text.as_bytes())]).await?;
    let first = async || Ok(reader.words(".text-words").await?.first().cloned().unwrap_or_default());
    becomes("A line of my own.".to_owned(), first).await?;
    reader.press(".attached [data-remove]").await?.sees_no("[data-remove]").await?.sees(".review-text").await?;
    ensure!(first().await? != "A line of my own.");
    becomes(0, async || reader.wait_for::<usize>(KEPT).await).await?;
    Ok(())
}

#[tokio::test]
async fn only_the_desk_carries_the_texts_of_a_build_with_texts() -> Result<()> {
    let (collection, lines) = (Collection::with_texts_in_the_build()?, lines()?);
    let found = with_lines(&built(&collection.name)?, &lines)?;
    ensure!(
        matches!(found.as_slice(), [desk] if desk.starts_with("desk-") && desk.ends_with(".wasm")),
        "a line of a text stands in {found:?}"
    );
    // The one file's own page is among those files; what it has packed is the desk's again.
    let (count, holding) = blocks(&collection, &lines).await?;
    ensure!(count > 3 && holding == ["desk.wasm"], "of {count} blocks, {holding:?} have a line of a text");
    Ok(())
}

#[tokio::test]
async fn a_build_that_was_told_of_no_texts_has_no_line_of_one() -> Result<()> {
    let (collection, lines) = (two()?, lines()?);
    let found = with_lines(&built(&collection.name)?, &lines)?;
    ensure!(found.is_empty(), "a line of a text stands in {found:?}");
    let (count, holding) = blocks(&collection, &lines).await?;
    ensure!(count > 3 && holding.is_empty(), "of {count} blocks, {holding:?} have a line of a text");
    Ok(())
}
