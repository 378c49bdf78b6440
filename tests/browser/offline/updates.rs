//! Another release: offered, taken when asked for, never mixed with the one before.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::release::{Release, file_name};
use super::{
    asked_for_files, caches, has_release, is_offered_another, is_whole, looks_for_another, reader_of,
    returning_reader_of,
};
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// The names of the files that the page has, without those of other pages.
async fn files_of_the_page(reader: &Reader) -> Result<Vec<String>> {
    reader.ask("return performance.getEntriesByType('resource').map(one => one.name.split('/').pop())").await
}

/// Waits until there is one cache of ours.
async fn has_one_release(reader: &Reader) -> Result<()> {
    let ours = |names: &Vec<String>| names.iter().filter(|name| name.starts_with("liner-notes /liner-notes/ ")).count();
    until("one cache of ours", |names| ours(names) == 1, async || caches(reader).await).await.map(drop)
}

/// Someone with the release `first`, who opens a page and is offered the release `second`, which has other files. The folders
/// of both are there as long as they are held.
async fn offered_another_at(path: &str) -> Result<(Reader, [Release; 2])> {
    let (first, second) = (Release::named("first")?, Release::with_other_files("second")?);
    let reader = returning_reader_of(&first).await?;
    reader.site()?.publish(second.folder())?;
    reader.open(path).await?;
    is_offered_another(&reader).await?;
    Ok((reader, [first, second]))
}

#[tokio::test]
async fn a_new_release_is_offered_and_taken_when_the_reader_says_so() -> Result<()> {
    let (reader, _releases) = offered_another_at("compare?status=agree").await?;
    has_release(&reader, "first").await?;
    ensure!(
        files_of_the_page(&reader).await?.iter().all(|file| !file.starts_with("second-")),
        "the releases are mixed"
    );

    reader.press_words("Reload").await?;
    has_release(&reader, "second").await?;
    reader.is_at("compare?status=agree").await?.sees(".pill[aria-pressed=true][data-status=agree]").await?;
    let files = files_of_the_page(&reader).await?;
    let is_of_another = |file: &&String| file.starts_with("liner-notes-") || file.ends_with(".css");
    ensure!(!files.iter().any(|file| is_of_another(&file) && !file.starts_with("second-")), "mixed: {files:?}");
    ensure!(files.iter().any(|file| file.starts_with("second-liner-notes-")), "no app among {files:?}");
    has_one_release(&reader).await?;
    is_whole(&reader, "second").await
}

#[tokio::test]
async fn a_new_release_is_not_taken_however_often_the_page_is_loaded() -> Result<()> {
    let (reader, _releases) = offered_another_at("compare").await?;
    for _ in 0..2 {
        reader.reload().await?;
        has_release(&reader, "first").await?;
        is_offered_another(&reader).await?;
    }
    let files = files_of_the_page(&reader).await?;
    ensure!(files.iter().all(|file| !file.starts_with("second-")), "the releases are mixed: {files:?}");
    Ok(())
}

#[tokio::test]
async fn later_puts_the_offer_away_until_the_next_page() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::named("second")?);
    let reader = returning_reader_of(&first).await?;
    reader.site()?.publish(second.folder())?;
    reader.open("").await?;
    is_offered_another(&reader).await?;
    reader.press_words("Later").await?.sees_no("body > .toast:not(:empty)").await?;
    reader.open("cast").await?;
    is_offered_another(&reader).await?;
    has_release(&reader, "first").await
}

#[tokio::test]
async fn an_update_costs_what_has_changed() -> Result<()> {
    let release = Release::named("first")?;
    let reader = returning_reader_of(&release).await?;
    release.rewrite("about/index.html", |page| page.replace("content=\"first\"", "content=\"second\""))?;
    // What the browser itself has kept for a while would hide what is asked for.
    reader.page().forget_cache().await?;
    assert_eq!(looks_for_another(&reader).await?, "installed");
    is_offered_another(&reader).await?;
    let mut asked = asked_for_files(&reader)?;
    // What the browser had from the network before is tried first; it is not what the release has.
    asked.dedup();
    assert_eq!(asked, ["/liner-notes/about/index.html"]);
    Ok(())
}

#[tokio::test]
async fn every_tab_follows_the_one_that_took_the_new_release() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::with_other_files("second")?);
    let reader = returning_reader_of(&first).await?;
    reader.open("timeline").await?;
    let one = reader.page().window().await?;
    reader.page().new_tab().await?;
    let windows = reader.page().windows().await?;
    let other = windows.into_iter().find(|window| *window != one).context("another tab")?;
    reader.page().switch_to_window(other).await?;
    reader.open("reviews").await?;
    reader.site()?.publish(second.folder())?;
    assert_eq!(looks_for_another(&reader).await?, "installed");
    is_offered_another(&reader).await?;
    reader.press_words("Reload").await?;
    has_release(&reader, "second").await?;
    reader.page().switch_to_window(one).await?;
    has_release(&reader, "second").await?;
    reader.is_at("timeline").await?;
    let files = files_of_the_page(&reader).await?;
    ensure!(files.iter().all(|file| !file.starts_with("liner-notes-")), "mixed: {files:?}");
    has_one_release(&reader).await
}

/// Counts in `looks` how often a page looks for another release.
const COUNT_LOOKS: &str = "
    window.looks = 0;
    const { update } = ServiceWorkerRegistration.prototype;
    ServiceWorkerRegistration.prototype.update = function () { looks += 1; return update.call(this); };";

#[tokio::test]
async fn a_page_looks_again_when_it_is_back_in_sight_after_an_hour() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::named("second")?);
    let reader = returning_reader_of(&first).await?;
    reader.page().before_each(COUNT_LOOKS).await?;
    let has_looked = async |times: usize| becomes(times, async || reader.ask("return looks").await).await;
    reader.open("").await?;
    has_looked(1).await?;
    reader.site()?.publish(second.folder())?;
    let come_back = "document.dispatchEvent(new Event('visibilitychange'))";
    reader.page().execute(come_back, []).await?;
    has_looked(1).await?;
    let hour = "const { now } = window.Date; window.Date.now = () => now() + 3600001;";
    reader.page().execute(format!("{hour} {come_back}"), []).await?;
    has_looked(2).await?;
    is_offered_another(&reader).await
}

#[tokio::test]
async fn a_host_that_breaks_down_in_the_middle_leaves_the_release_in_use_whole() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::with_other_files("second")?);
    let reader = returning_reader_of(&first).await?;
    reader.site()?.publish(second.folder())?;
    reader.site()?.break_down_after(4);
    assert_eq!(looks_for_another(&reader).await?, "redundant");
    ensure!(reader.site()?.asked().len() > 4, "the host did not break down in the middle");
    has_one_release(&reader).await?;
    is_whole(&reader, "first").await?;
    // The next try completes.
    reader.open("cast").await?;
    is_offered_another(&reader).await?;
    reader.press_words("Reload").await?;
    has_release(&reader, "second").await?;
    is_whole(&reader, "second").await
}

#[tokio::test]
async fn a_file_that_was_tampered_with_keeps_a_release_out() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::with_other_files("second")?);
    let reader = returning_reader_of(&first).await?;
    let styles = second.ending(".css")?;
    let style = styles.first().context("a style sheet")?;
    fs::write(style, format!("{}\n/**/", fs::read_to_string(style)?))?;
    reader.site()?.publish(second.folder())?;
    assert_eq!(looks_for_another(&reader).await?, "redundant");
    let asked = reader.site()?.asked();
    ensure!(asked.iter().any(|target| target.ends_with(&file_name(style))), "the file was not asked for: {asked:?}");
    has_one_release(&reader).await?;
    is_whole(&reader, "first").await
}

#[tokio::test]
async fn what_a_portal_answers_everything_with_is_never_kept() -> Result<()> {
    let portal = Release::named("portal")?;
    for file in portal.files()?.iter().filter(|file| file_name(file) != "worker.js") {
        fs::write(file, "<!DOCTYPE html><title>Welcome</title><h1>Sign in to go online</h1>")?;
    }
    let first = Release::named("first")?;
    let reader = returning_reader_of(&first).await?;
    reader.site()?.publish(portal.folder())?;
    assert_eq!(looks_for_another(&reader).await?, "redundant");
    has_one_release(&reader).await?;
    is_whole(&reader, "first").await
}

#[tokio::test]
async fn a_first_release_that_is_not_as_published_is_not_kept_at_all() -> Result<()> {
    let first = Release::named("first")?;
    let fonts = first.ending(".woff2")?;
    fs::write(fonts.last().context("a font")?, "no font")?;
    let reader = reader_of(&first).await?;
    reader.open("").await?;
    let gone = "navigator.serviceWorker.getRegistration().then(registration => done(registration === undefined))";
    until(
        "the worker asked for",
        |asked: &Vec<String>| asked.iter().any(|one| one.ends_with("worker.js")),
        async || Ok(reader.site()?.asked()),
    )
    .await?;
    becomes(true, async || reader.wait_for(gone).await).await?;
    becomes(Vec::<String>::new(), async || caches(&reader).await).await
}

#[tokio::test]
async fn a_release_that_was_withdrawn_comes_back_unharmed() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::named("second")?);
    let reader = returning_reader_of(&first).await?;
    reader.open("").await?;
    reader.site()?.publish(second.folder())?;
    assert_eq!(looks_for_another(&reader).await?, "installed");
    is_offered_another(&reader).await?;
    // The worker's own file comes, and nothing else is needed of a release that is here.
    reader.site()?.publish(first.folder())?;
    reader.site()?.break_down_after(1);
    assert_eq!(looks_for_another(&reader).await?, "installed");
    reader.site()?.recover();
    reader.press_words("Reload").await?;
    has_one_release(&reader).await?;
    is_whole(&reader, "first").await
}

#[tokio::test]
async fn the_caches_of_other_projects_are_left_alone() -> Result<()> {
    let (first, second) = (Release::named("first")?, Release::named("second")?);
    let reader = returning_reader_of(&first).await?;
    let theirs = ["other", "liner-notes /liner-notes/beta/ 1", "liner-notes / 1"];
    for name in theirs {
        reader.wait_for::<()>(&format!("caches.open('{name}').then(() => done(null))")).await?;
    }
    reader.site()?.publish(second.folder())?;
    reader.open("").await?;
    is_offered_another(&reader).await?;
    reader.press_words("Reload").await?;
    has_release(&reader, "second").await?;
    has_one_release(&reader).await?;
    let left = caches(&reader).await?;
    ensure!(theirs.iter().all(|name| left.iter().any(|one| one == name)), "only {left:?} are left");
    Ok(())
}
