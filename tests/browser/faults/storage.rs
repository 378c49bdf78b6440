//! What the device keeps cannot be had, is full, or is not what this edition wrote.

use anyhow::{Result, ensure};
use liner_notes_record::Dial;
use serde_json::json;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// Under which names choices are kept.
const KEYS: [&str; 4] = ["liner-notes.dial", "liner-notes.agreed", "liner-notes.theme", "liner-notes.keys"];

/// What this edition never wrote: another's words, words of an edition to come, and no words at all.
const GARBAGE: [&str; 9] =
    ["", "ALL", "none ", "5", "{\"stop\":\"all\"}", "\u{0}", "<script>alert(1)</script>", "__proto__", "\u{202e}lla"];

async fn has_theme(reader: &Reader, theme: &str) -> Result<()> {
    becomes(vec![theme.to_owned()], async || reader.attributes(".theme-switch", "data-theme-choice").await).await
}

#[tokio::test]
async fn garbage_among_what_is_kept_counts_as_nothing() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?;
    let long = "all".repeat(100_000);
    for value in GARBAGE.into_iter().chain([long.as_str()]) {
        for key in KEYS {
            let put = "localStorage.setItem(...arguments)";
            reader.page().execute(put, vec![json!(key), json!(value)]).await?;
        }
        reader.open("compare").await?.has_dial_at(Dial::None).await?.sees("html:not([data-theme])").await?;
        has_theme(&reader, "system").await?;
    }
    reader.is_answered().await?.turn_dial(Dial::Middle).await?.hears_nothing().await?;
    // What is chosen from then on is kept as ever.
    reader.open("compare").await?.has_dial_at(Dial::Middle).await?;
    Ok(())
}

#[tokio::test]
async fn with_a_full_storage_a_choice_lasts_as_long_as_the_page() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?;
    let fill = "localStorage.clear();
        let piece = 'x'.repeat(1 << 20), number = 0;
        while (piece) try { localStorage.setItem(`other.${number++}`, piece) } catch { piece = piece.slice(piece.length / 2 + 1) }
        return number";
    ensure!(reader.ask::<usize>(fill).await? > 2, "nothing was filled");
    reader.open("compare").await?.turn_dial(Dial::All).await?.press(".theme-switch").await?;
    has_theme(&reader, "light").await?;
    reader.press_words("Cast").await?.is_at("cast").await?.has_dial_at(Dial::All).await?.hears_nothing().await?;
    reader.reload().await?.has_dial_at(Dial::None).await?;
    has_theme(&reader, "system").await
}

#[tokio::test]
async fn without_any_storage_a_choice_lasts_as_long_as_the_page() -> Result<()> {
    let reader = Reader::who_keeps_nothing(&Collection::own()?).await?;
    reader.open("compare").await?.turn_dial(Dial::All).await?.press(".theme-switch").await?;
    has_theme(&reader, "light").await?;
    reader.press_words("Cast").await?.is_at("cast").await?.has_dial_at(Dial::All).await?;
    reader.is_answered().await?.reload().await?.has_dial_at(Dial::None).await?;
    Ok(())
}

#[tokio::test]
async fn what_is_kept_may_be_cleared_under_an_open_page() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare").await?.turn_dial(Dial::Middle).await?;
    reader.page().execute("localStorage.clear(); sessionStorage.clear()", Vec::new()).await?;
    reader.press_words("Cast").await?.is_at("cast").await?.has_dial_at(Dial::Middle).await?;
    reader.turn_dial(Dial::All).await?.reload().await?.has_dial_at(Dial::All).await?.hears_nothing().await?;
    Ok(())
}
