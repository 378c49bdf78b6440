//! The keys that do something everywhere, the list of them, and turning them off.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::collection::Collection;
use crate::patience::until;
use crate::reader::Reader;

const LIST: &str = "dialog.keys[open]";

/// A reader on that page, once the keys do something, which come when the page has nothing better to do.
async fn at(path: &str) -> Result<Reader> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open(path).await?;
    listens(&reader).await?;
    Ok(reader)
}

/// Waits until the keys do something.
pub(crate) async fn listens(reader: &Reader) -> Result<()> {
    until(
        "the keys",
        |is_open| *is_open,
        async || {
            reader.page().execute("document.querySelector('[data-keys]').click()", Vec::new()).await?;
            Ok(reader.count(LIST).await? == 1)
        },
    )
    .await?;
    reader.key(Key::Escape).await?.sees_no(LIST).await?;
    Ok(())
}

#[tokio::test]
async fn a_question_mark_lists_the_shortcuts_and_escape_closes_the_list() -> Result<()> {
    let reader = at("cast").await?;
    reader.type_into("body", "?").await?.sees(LIST).await?;
    let keys = reader.words(&format!("{LIST} dt")).await?;
    ensure!(["/", "?"].iter().all(|key| keys.iter().any(|one| one.trim() == *key)), "{keys:?}");
    reader.key(Key::Escape).await?.sees_no(LIST).await?.is_at("cast").await?;
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_button_at_the_foot_lists_them_and_has_the_focus_again_afterwards() -> Result<()> {
    let reader = at("about").await?;
    reader.press(".keys-button").await?.sees(LIST).await?.press_words("Close").await?.sees_no(LIST).await?;
    reader.has_focus_on(".keys-button").await?;
    Ok(())
}

#[tokio::test]
async fn keys_of_one_character_can_be_turned_off_and_stay_off() -> Result<()> {
    let reader = at("cast").await?;
    reader.type_into("body", "?").await?.press(&format!("{LIST} [role=switch]")).await?;
    reader.press_words("Close").await?.reload().await?;
    listens(&reader).await?;
    reader.type_into("body", "?/").await?.is_at("cast").await?.sees_no(LIST).await?;
    reader.press(".keys-button").await?.press(&format!("{LIST} [role=switch]")).await?;
    reader.press_words("Close").await?.type_into("body", "/").await?.is_at("search").await?;
    Ok(())
}

#[tokio::test]
async fn nothing_happens_where_somebody_types_or_behind_the_list() -> Result<()> {
    let reader = at("compare").await?;
    reader.type_into("input[name=text]", "?/").await?.is_at("compare?text=%3F%2F").await?.sees_no(LIST).await?;
    reader.press(".keys-button").await?.sees(LIST).await?.key(Key::Divide).await?;
    reader.is_at("compare?text=%3F%2F").await?.sees(LIST).await?;
    Ok(())
}
