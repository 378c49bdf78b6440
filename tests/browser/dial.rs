//! The spoiler dial.

use anyhow::{Context, Result, ensure};
use liner_notes_record::{Dial, Level};
use thirtyfour::Key;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

async fn at_the_overview() -> Result<Reader> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?;
    Ok(reader)
}

/// Follows a link to something that the dial hides from its start on: it says so, offers to turn the dial, and shows
/// the thing once that is done.
async fn is_hidden_until_the_dial_is_turned(address: &str, what: &str, needs: Dial, shows: &str) -> Result<()> {
    let reader = Reader::of(&Collection::invented("three")?).await?;
    reader.open(address).await?.sees_no(shows).await?;
    becomes(vec![format!("{what} is hidden")], async || reader.words("main .empty h2").await).await?;
    reader.press("main .empty button").await?;
    reader.sees("dialog.ask[open]").await?.has_dial_at(Dial::None).await?.agree().await?.has_dial_at(needs).await?;
    reader.sees(shows).await?.is_at(address).await?.sees_no("main .empty").await?;
    Ok(())
}

#[tokio::test]
async fn the_dial_starts_at_none() -> Result<()> {
    at_the_overview().await?.has_dial_at(Dial::None).await?;
    Ok(())
}

#[tokio::test]
async fn turning_the_dial_up_asks_and_declining_leaves_it() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.press_stop(Dial::All).await?.sees("dialog.ask[open]").await?.decline().await?;
    reader.sees_no("dialog.ask[open]").await?.has_dial_at(Dial::None).await?;
    Ok(())
}

#[tokio::test]
async fn leaving_the_question_with_escape_declines() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.press_stop(Dial::Middle).await?.sees("dialog.ask[open]").await?.key(Key::Escape).await?;
    reader.sees_no("dialog.ask[open]").await?.has_dial_at(Dial::None).await?;
    // It can be asked again.
    reader.press_stop(Dial::Middle).await?.sees("dialog.ask[open]").await?;
    Ok(())
}

#[tokio::test]
async fn agreeing_turns_the_dial() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.press_stop(Dial::Middle).await?.agree().await?.has_dial_at(Dial::Middle).await?;
    reader.sees_no("dialog.ask[open]").await?;
    Ok(())
}

#[tokio::test]
async fn turning_the_dial_up_asks_once() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.press_stop(Dial::Middle).await?.agree().await?.has_dial_at(Dial::Middle).await?;
    // A question would keep the dial where it was.
    reader.press_stop(Dial::None).await?.has_dial_at(Dial::None).await?;
    reader.press_stop(Dial::Middle).await?.has_dial_at(Dial::Middle).await?.press_stop(Dial::All).await?;
    // The last stop was not agreed to.
    reader.sees("dialog.ask[open]").await?;
    Ok(())
}

#[tokio::test]
async fn turning_the_dial_up_can_be_undone() -> Result<()> {
    let reader = Reader::of(&Collection::invented("three")?).await?;
    reader.open("compare").await?;
    let before = reader.attributes("tr.topic-row:not([hidden])", "data-topic").await?;
    reader.press_stop(Dial::All).await?.agree().await?.has_dial_at(Dial::All).await?;
    ensure!(
        reader.attributes("tr.topic-row:not([hidden])", "data-topic").await?.len() > before.len(),
        "nothing more is shown"
    );
    reader.press(".toast-action").await?.has_dial_at(Dial::None).await?.sees_no(".toast-action").await?;
    becomes(before, async || reader.attributes("tr.topic-row:not([hidden])", "data-topic").await).await?;
    Ok(())
}

#[tokio::test]
async fn the_arrow_keys_move_through_the_stops() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.turn_dial(Dial::All).await?.turn_dial(Dial::None).await?;
    let here = ".dial-stop[aria-checked=true][tabindex='0']";
    reader.has_focus_on(here).await?;
    reader.key(Key::Right).await?.has_dial_at(Dial::Middle).await?.has_focus_on(here).await?;
    reader.key(Key::Down).await?.has_dial_at(Dial::All).await?.has_focus_on(here).await?;
    reader.key(Key::Right).await?.has_dial_at(Dial::None).await?.has_focus_on(here).await?;
    reader.key(Key::Left).await?.has_dial_at(Dial::All).await?.has_focus_on(here).await?;
    reader.key(Key::Up).await?.has_dial_at(Dial::Middle).await?.has_focus_on(here).await?;
    ensure!(reader.count(".dial-stop[tabindex='0']").await? == 1, "more than one stop takes the focus by Tab");
    Ok(())
}

#[tokio::test]
async fn the_arrow_keys_ask_as_well() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.press_stop(Dial::None).await?.key(Key::Right).await?.sees("dialog.ask[open]").await?;
    reader.has_dial_at(Dial::None).await?.agree().await?.has_dial_at(Dial::Middle).await?;
    Ok(())
}

#[tokio::test]
async fn the_dial_is_kept_from_visit_to_visit() -> Result<()> {
    let reader = at_the_overview().await?;
    reader.turn_dial(Dial::Middle).await?.reload().await?.has_dial_at(Dial::Middle).await?;
    reader.open("timeline").await?.has_dial_at(Dial::Middle).await?;
    // The yes of the earlier visit is not forgotten: a question would keep the dial where it was.
    reader.press_stop(Dial::None).await?.has_dial_at(Dial::None).await?;
    reader.press_stop(Dial::Middle).await?.has_dial_at(Dial::Middle).await?;
    Ok(())
}

#[tokio::test]
async fn a_stop_that_nobody_knows_counts_as_none() -> Result<()> {
    let reader = at_the_overview().await?;
    for strange in ["", "everything", "ALL", "2", "<b>all</b>"] {
        let keep = "for (const key of ['dial', 'agreed', 'theme']) \
                    localStorage.setItem('liner-notes.' + key, arguments[0])";
        reader.page().execute(keep, vec![strange.into()]).await?;
        reader.reload().await?.has_dial_at(Dial::None).await?.hears_nothing().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_dial_is_in_no_address() -> Result<()> {
    let three = Collection::invented("three")?;
    let reader = Reader::of(&three).await?;
    for path in ["", "compare?status=differ", "cast", "timeline?order=told", "reviews"] {
        reader.open(path).await?.turn_dial(Dial::None).await?;
        for stop in [Dial::Middle, Dial::All] {
            reader.turn_dial(stop).await?.is_at(path).await?;
            for link in reader.attributes("a[href]", "href").await? {
                let query = link.split_once('?').map_or("", |(_, query)| query);
                let words = ["dial", "spoiler", "middle", "all", "none"];
                let tells = query.split(['&', '=', ',']).any(|word| words.contains(&word));
                ensure!(!tells, "a link on /{path} carries the dial: {link}");
            }
        }
    }
    // An address cannot turn it either.
    reader.turn_dial(Dial::None).await?.open("compare?dial=all").await?.has_dial_at(Dial::None).await?;
    Ok(())
}

#[tokio::test]
async fn a_hidden_card_says_so_and_shows_once_the_dial_is_turned() -> Result<()> {
    let three = Collection::invented("three")?;
    for level in [Level::Middle, Level::Ending] {
        let whole = three.at(Dial::All);
        let card = whole.characters().find(|one| one.level == level).context("a hidden character")?;
        let shows = format!(".card-page[data-who='{}']", card.id);
        let needs = Dial::needed_for(level);
        is_hidden_until_the_dial_is_turned(&format!("cast/{}", card.id), "This card", needs, &shows).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_hidden_topic_says_so_and_shows_once_the_dial_is_turned() -> Result<()> {
    let three = Collection::invented("three")?;
    for level in [Level::Middle, Level::Ending] {
        let whole = three.at(Dial::All);
        let topic = whole.topics().find(|one| one.level == level).context("a hidden topic")?;
        let shows = format!("tr.topic-row[data-topic='{}']", topic.id);
        let needs = Dial::needed_for(level);
        is_hidden_until_the_dial_is_turned(&format!("compare?topic={}", topic.id), "This topic", needs, &shows).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_hidden_moment_says_so_and_shows_once_the_dial_is_turned() -> Result<()> {
    let three = Collection::invented("three")?;
    for level in [Level::Middle, Level::Ending] {
        let whole = three.at(Dial::All);
        let moment = whole.moments().find(|one| one.level == level).context("a hidden moment")?;
        let shows = format!(".moment-panel[data-moment='{}']", moment.id);
        let needs = Dial::needed_for(level);
        let address = format!("timeline?moment={}", moment.id);
        is_hidden_until_the_dial_is_turned(&address, "This moment", needs, &shows).await?;
    }
    Ok(())
}
