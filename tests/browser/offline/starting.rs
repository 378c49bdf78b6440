//! Pages that do not start: those that the browser kept of an earlier release, and those that nothing helps.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::release::Release;
use super::{has_release, is_offered_another, keeps_the_site, reader_of, returning_reader_of};
use crate::patience::until;
use crate::reader::Reader;

const NO_STORAGE: &str = "Object.defineProperty(window, 'sessionStorage', \
                          { get() { throw new DOMException('closed', 'SecurityError') } })";

/// Someone who keeps nothing.
async fn newcomer_to(release: &Release) -> Result<Reader> {
    let reader = reader_of(release).await?;
    reader.page().before_each("delete Navigator.prototype.serviceWorker").await?;
    Ok(reader)
}

/// How often the host was asked for a page since this was asked last.
fn times_asked_for(reader: &Reader, page: &str) -> Result<usize> {
    let target = format!("/liner-notes/{page}");
    Ok(reader.site()?.asked().iter().filter(|asked| **asked == target).count())
}

/// The page says calmly that it does not start, can be read, and stays as it is.
async fn says_that_it_did_not_start(reader: &Reader) -> Result<()> {
    let says_so = |words: &Vec<String>| words.iter().any(|words| words.contains("did not start"));
    until("the sentence", says_so, async || reader.words("body > .toast").await).await?;
    ensure!(reader.count("html[data-held]").await? == 0, "the page is held back");
    ensure!(reader.words("main h1").await? != [""], "the page has nothing to read");
    reader.press_words("Close").await?.sees_no("body > .toast:not(:empty)").await?;
    Ok(())
}

/// Has the browser keep the page of one release and none of its files, then publishes another.
async fn has_an_old_page(reader: &Reader, page: &str, newer: &Release) -> Result<()> {
    reader.page().goto(reader.full_address("fonts/fraunces/OFL.txt")).await?;
    let fetch = format!("fetch('/liner-notes/{page}').then(answer => answer.text()).then(() => done(null))");
    reader.wait_for::<()>(&fetch).await?;
    reader.site()?.publish(newer.folder())?;
    reader.site()?.asked();
    Ok(())
}

#[tokio::test]
async fn an_old_page_whose_files_are_gone_starts_after_one_look() -> Result<()> {
    let (first, second) = (Release::with_other_files("first")?, Release::with_other_files("second")?);
    let reader = newcomer_to(&first).await?;
    has_an_old_page(&reader, "compare/", &second).await?;
    reader.page().goto(reader.full_address("compare/")).await?;
    has_release(&reader, "second").await?;
    reader.sees("table.comparison").await?;
    let asked = times_asked_for(&reader, "compare/")?;
    ensure!((1..=2).contains(&asked), "the page was asked for {asked} times");
    Ok(())
}

#[tokio::test]
async fn an_old_page_whose_styles_alone_are_gone_gets_them() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::with_other_styles("second")?);
    let reader = newcomer_to(&first).await?;
    has_an_old_page(&reader, "cast/", &second).await?;
    reader.page().goto(reader.full_address("cast/")).await?;
    has_release(&reader, "second").await
}

#[tokio::test]
async fn a_page_that_nothing_helps_is_loaded_anew_once_and_can_be_read() -> Result<()> {
    for end in [".wasm", ".js", ".css"] {
        let broken = Release::with_other_files("broken")?;
        for file in broken.ending(end)?.into_iter().filter(|file| file.to_string_lossy().contains("broken-")) {
            fs::remove_file(file)?;
        }
        for storage in ["", NO_STORAGE] {
            let reader = newcomer_to(&broken).await?;
            reader.page().before_each(storage).await?;
            reader.page().goto(reader.full_address("compare/")).await?;
            says_that_it_did_not_start(&reader).await.with_context(|| format!("without {end}, storage “{storage}”"))?;
            let asked = times_asked_for(&reader, "compare/")?;
            ensure!((2..=3).contains(&asked), "without {end}, the page was asked for {asked} times");
        }
    }
    Ok(())
}

#[tokio::test]
async fn without_a_network_a_page_that_does_not_start_stays() -> Result<()> {
    let release = Release::named("first")?;
    let reader = newcomer_to(&release).await?;
    has_an_old_page(&reader, "compare/", &release).await?;
    let script = "
        fetch('/liner-notes/compare/').then(answer => answer.text())
            .then(page => fetch(/src=\"([^\"]*boot[^\"]*)/.exec(page)[1])).then(answer => answer.text()).then(() => done(null))";
    reader.wait_for::<()>(script).await?;
    reader.site()?.break_down_after(0);
    reader.page().goto(reader.full_address("compare/")).await?;
    says_that_it_did_not_start(&reader).await
}

#[tokio::test]
async fn without_a_network_a_page_without_even_the_script_that_starts_it_stays() -> Result<()> {
    let release = Release::named("first")?;
    let reader = newcomer_to(&release).await?;
    has_an_old_page(&reader, "compare/", &release).await?;
    reader.site()?.break_down_after(0);
    reader.page().goto(reader.full_address("compare/")).await?;
    reader.sees("body > p.no-script").await?.sees_no("html[data-held]").await?;
    ensure!(reader.words("main h1").await? != [""], "the page has nothing to read");
    Ok(())
}

#[tokio::test]
async fn an_app_that_breaks_while_it_starts_leaves_its_page() -> Result<()> {
    let broken = Release::with_other_files("broken")?;
    breaks_while_it_starts(&broken)?;
    let reader = newcomer_to(&broken).await?;
    reader.page().goto(reader.full_address("")).await?;
    says_that_it_did_not_start(&reader).await
}

#[tokio::test]
async fn a_kept_release_that_does_not_start_is_given_up_for_the_next() -> Result<()> {
    let (first, broken) = (Release::named("first")?, Release::with_other_files("broken")?);
    breaks_while_it_starts(&broken)?;
    let reader = returning_reader_of(&first).await?;
    reader.site()?.publish(broken.folder())?;
    reader.open("").await?;
    is_offered_another(&reader).await?;
    reader.press_words("Reload").await?;
    says_that_it_did_not_start(&reader).await?;
    let third = Release::with_other_files("third")?;
    reader.site()?.publish(third.folder())?;
    reader.page().goto(reader.full_address("cast/")).await?;
    has_release(&reader, "third").await?;
    keeps_the_site(&reader).await
}

/// Has the app of a release end with an error after it was loaded.
fn breaks_while_it_starts(release: &Release) -> Result<()> {
    let glue = release.ending(".js")?.into_iter().find(|file| file.to_string_lossy().contains("broken-"));
    let trap = "export default async () => { \
                    setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable') }) }";
    fs::write(glue.context("the app's script")?, trap)?;
    liner_notes_offline::write(release.folder())
}
