//! Light and dark.

use anyhow::{Result, ensure};
use liner_notes_browser::Screen;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// How light the ground is, from 0 to 255, and how light the text on it.
async fn lightness(reader: &Reader) -> Result<(f64, f64)> {
    reader
        .ask(
            "const light = colour => { \
                 const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); return 0.3 * r + 0.6 * g + 0.1 * b; }; \
             const style = getComputedStyle(document.body); \
             const root = getComputedStyle(document.documentElement).backgroundColor; \
             const ground = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? root : style.backgroundColor; \
             return [light(ground), light(style.color)]",
        )
        .await
}

async fn is_light(reader: &Reader) -> Result<()> {
    let (ground, text) = lightness(reader).await?;
    ensure!(ground > 200.0 && text < 100.0, "a light page has a ground of {ground} and text of {text}");
    Ok(())
}

async fn is_dark(reader: &Reader) -> Result<()> {
    let (ground, text) = lightness(reader).await?;
    ensure!(ground < 60.0 && text > 150.0, "a dark page has a ground of {ground} and text of {text}");
    Ok(())
}

async fn has_theme(reader: &Reader, choice: &str) -> Result<()> {
    becomes(vec![choice.to_owned()], async || reader.attributes(".theme-switch", "data-theme-choice").await).await
}

#[tokio::test]
async fn the_page_follows_the_system_until_a_theme_is_chosen() -> Result<()> {
    let screen = Screen::new(1280, 900);
    let reader = Reader::with(&Collection::own()?, &screen.clone().dark()).await?;
    reader.open("").await?;
    has_theme(&reader, "system").await?;
    is_dark(&reader).await?;
    reader.page().show_on(&screen.light()).await?;
    is_light(&reader).await
}

#[tokio::test]
async fn the_switch_goes_round_the_three_themes() -> Result<()> {
    let reader = Reader::with(&Collection::own()?, &Screen::new(1280, 900).dark()).await?;
    reader.open("").await?.press(".theme-switch").await?;
    has_theme(&reader, "light").await?;
    is_light(&reader).await?;
    reader.page().show_on(&Screen::new(1280, 900).light()).await?;
    reader.press(".theme-switch").await?;
    has_theme(&reader, "dark").await?;
    is_dark(&reader).await?;
    reader.press(".theme-switch").await?;
    has_theme(&reader, "system").await?;
    is_light(&reader).await
}

#[tokio::test]
async fn the_theme_is_kept_and_there_before_the_page_is_drawn() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?.press(".theme-switch").await?;
    has_theme(&reader, "light").await?;
    reader.press(".theme-switch").await?;
    has_theme(&reader, "dark").await?;
    // Nothing is drawn before there is a body; the app comes only after it.
    let watch = "new MutationObserver((_, watcher) => { \
                     if (!document.body) return; \
                     watcher.disconnect(); \
                     const root = document.documentElement; \
                     window.atFirst = [root.dataset.theme ?? 'none', root.dataset.ready ?? 'not ready']; \
                 }).observe(document, { childList: true, subtree: true })";
    reader.page().before_each(watch).await?;
    reader.reload().await?;
    let at_first: (String, String) = reader.ask("return window.atFirst").await?;
    ensure!(at_first == ("dark".to_owned(), "not ready".to_owned()), "at first the page has {at_first:?}");
    has_theme(&reader, "dark").await?;
    is_dark(&reader).await
}
