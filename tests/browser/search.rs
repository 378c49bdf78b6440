//! Search: what is typed, what is found, and where it leads.

use anyhow::{Context, Result, ensure};
use liner_notes_record::{Dial, Level};
use thirtyfour::Key;

use crate::collection::Collection;
use crate::keys::listens;
use crate::patience::{becomes, until};
use crate::reader::Reader;

const FIELD: &str = ".search-field";

async fn searching(collection: &Collection) -> Result<Reader> {
    let reader = Reader::of(collection).await?;
    reader.open("search").await?.has_focus_on(FIELD).await?;
    Ok(reader)
}

/// Types something in place of what is there, and waits until what comes first is called that.
async fn finds(reader: &Reader, typed: &str, first: &str) -> Result<()> {
    reader.key(Key::Escape).await?.type_into(FIELD, typed).await?;
    let found = async || Ok(reader.words(".hit .hit-name").await?.into_iter().next().unwrap_or_default());
    becomes(first.to_owned(), found).await.with_context(|| format!("typing {typed}"))
}

/// The words of the status under the field, once there is an answer.
async fn answered(reader: &Reader) -> Result<String> {
    let is_one = |words: &String| !words.is_empty() && words != "One moment…";
    until("an answer", is_one, async || Ok(reader.words(".sheet-status").await?.concat())).await
}

#[tokio::test]
async fn one_name_is_found_in_every_spelling() -> Result<()> {
    let own = Collection::own()?;
    let reader = searching(&own).await?;
    let shown = own.at(Dial::None);
    // Whoever has most spellings.
    let spellings = |name: &str| {
        let of = shown.characters().find(|one| one.name == name).map(|one| one.id.to_string()).unwrap_or_default();
        let own = shown.spellings().filter(|spelling| spelling.of.slug() == of).map(|spelling| spelling.text.clone());
        own.collect::<Vec<_>>()
    };
    let name = shown.characters().map(|one| &one.name).max_by_key(|name| spellings(name).len()).context("nobody")?;
    let mut tried = spellings(name);
    tried.dedup();
    ensure!(tried.len() >= 3, "{tried:?}");
    for spelling in tried {
        finds(&reader, &spelling, name).await?;
    }
    Ok(())
}

#[tokio::test]
async fn hits_stand_in_groups_with_marks_on_what_was_typed() -> Result<()> {
    let reader = searching(&Collection::own()?).await?;
    finds(&reader, "episdoes", "Number of episodes").await?;
    becomes("episodes".to_owned(), async || Ok(reader.words(".hit:first-of-type mark").await?.swap_remove(0))).await?;
    let groups = reader.words(".hit-group h2").await?;
    ensure!(groups[0].starts_with("Topics"), "{groups:?}");
    ensure!(answered(&reader).await?.ends_with(" found"));
    Ok(())
}

#[tokio::test]
async fn arrow_keys_move_through_the_hits_and_enter_follows_one() -> Result<()> {
    let reader = searching(&Collection::own()?).await?;
    finds(&reader, "music", "Music").await?;
    let hits = reader.count(".hit").await?;
    ensure!(hits > 2, "{hits} hits");
    reader.key(Key::Down).await?.key(Key::Down).await?.sees("#hit-1[aria-selected=true]").await?;
    reader.sees(&format!("{FIELD}[aria-activedescendant=hit-1]")).await?.has_focus_on(FIELD).await?;
    reader.key(Key::Up).await?.key(Key::Up).await?.sees_no("[aria-selected=true]").await?;
    reader.key(Key::Up).await?.sees(&format!("#hit-{}[aria-selected=true]", hits - 1)).await?;
    reader.key(Key::Down).await?.key(Key::Enter).await?.is_at("compare?topic=music").await?;
    reader.back().await?.is_at("search?q=music").await?.sees(".hit").await?;
    Ok(())
}

#[tokio::test]
async fn arrow_keys_pressed_before_the_hits_have_come_all_count() -> Result<()> {
    let reader = searching(&Collection::own()?).await?;
    for _ in 0..5 {
        reader.key(Key::Escape).await?.sees(".search-hints").await?;
        let keys = format!("music{}", String::from(char::from(Key::Down)).repeat(3));
        reader.page().action_chain().send_keys(keys).perform().await?;
        reader.sees("#hit-2[aria-selected=true]").await?.sees(&format!("{FIELD}[aria-activedescendant=hit-2]")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn whoever_goes_and_comes_back_at_once_finds_what_was_found() -> Result<()> {
    let reader = searching(&Collection::own()?).await?;
    finds(&reader, "music", "Music").await?;
    // Back again before the other page has been drawn to its end.
    let script = "document.querySelector('.places a[href*=compare]').click(); history.back(); return true";
    for _ in 0..3 {
        reader.ask::<bool>(script).await?;
        reader.is_at("search?q=music").await?.sees(".hit").await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_looked_for_has_an_address() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("search/?q=nme").await?.sees(".hit").await?;
    let typed = "return document.querySelector(arguments[0]).value";
    assert_eq!(reader.ask_with::<String>(typed, vec![FIELD.into()]).await?, "nme");
    let before = reader.words(".hit").await?;
    reader.reload().await?;
    becomes(before, async || reader.words(".hit").await).await?;
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn above_the_dial_nothing_is_found_or_counted() -> Result<()> {
    let own = Collection::own()?;
    let reader = searching(&own).await?;
    let hidden = own.at(Dial::All).moments().find(|moment| moment.level == Level::Ending).context("no ending")?;
    reader.type_into(FIELD, &format!("\"{}\"", hidden.title)).await?;
    becomes("Nothing found up to this stop of the dial.".to_owned(), async || answered(&reader).await).await?;
    reader.turn_dial(Dial::All).await?.sees(".hit").await?;
    ensure!(reader.words(".hit-name").await?.contains(&hidden.title), "{} is not found", hidden.title);
    reader.turn_dial(Dial::None).await?.sees_no(".hit").await?;
    Ok(())
}

#[tokio::test]
async fn nothing_found_and_nothing_typed_say_so() -> Result<()> {
    let reader = searching(&Collection::own()?).await?;
    reader.sees(".search-hints").await?.type_into(FIELD, "zzzzzz").await?;
    becomes("Nothing found up to this stop of the dial.".to_owned(), async || answered(&reader).await).await?;
    reader.key(Key::Escape).await?.is_at("search").await?.sees(".search-hints").await?.has_focus_on(FIELD).await?;
    Ok(())
}

/// Keeps the desk's script back until it is let go.
const HELD_BACK: &str = "
    const { append } = Element.prototype;
    const held = [];
    Element.prototype.append = function (...given) {
        const go = () => append.apply(this, given);
        if (given.some(one => /desk-/.test(one.src ?? ''))) held.push(go);
        else go();
    };
    window.letGo = () => {
        const all = held.splice(0);
        all.forEach(go => go());
        return all.length;
    };";

#[tokio::test]
async fn whoever_types_before_the_search_has_come_finds_what_was_typed_last() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each(HELD_BACK).await?;
    reader.open("search").await?.type_into(FIELD, "nme").await?.is_at("search?q=nme").await?;
    let let_go = async || reader.ask::<usize>("return letGo()").await;
    until("something that was held back", |count: &usize| *count > 0, let_go).await?;
    reader.sees(".hit").await?.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each("delete Navigator.prototype.serviceWorker").await?;
    reader.open("about").await?;
    reader.site()?.break_down_after(0);
    reader.press(".search-link").await?;
    becomes("This could not be loaded.".to_owned(), async || answered(&reader).await).await?;
    reader.site()?.recover();
    reader.press_words("Try again").await?.type_into(FIELD, "nme").await?.sees(".hit").await?;
    Ok(())
}

#[tokio::test]
async fn a_key_leads_to_the_search_from_everywhere_but_where_one_types() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("cast").await?;
    listens(&reader).await?;
    reader.key(Key::Divide).await?.is_at("search").await?.has_focus_on(FIELD).await?;
    reader.open("compare").await?.type_into("input[name=text]", "/").await?.is_at("compare?text=%2F").await?;
    reader.open("search?q=nme").await?;
    listens(&reader).await?;
    reader
        .press(".page-title")
        .await?
        .type_into("body", "/")
        .await?
        .has_focus_on(FIELD)
        .await?
        .is_at("search?q=nme")
        .await?;
    Ok(())
}
