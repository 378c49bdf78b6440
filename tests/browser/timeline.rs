//! Timeline: the score and its list.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use liner_notes_record::questions::timeline;
use serde::Deserialize;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// The slugs of the moments that a stop shows, in story order.
fn moments(collection: &Collection, dial: Dial) -> Vec<String> {
    collection.at(dial).moments().map(|moment| moment.id.to_string()).collect()
}

/// Who tells a moment, as the score or the list has it: the moment, then each review's number and whether it only
/// alludes to it.
#[derive(Debug, Deserialize, PartialEq)]
struct Told(String, Vec<(String, bool)>);

/// The same as the record has it.
fn told(collection: &Collection, dial: Dial) -> Vec<Told> {
    let timeline = timeline(collection.at(dial));
    let reviews = &timeline.reviews;
    let heads = |place: &liner_notes_record::questions::Place<'_>| {
        let heads = reviews.iter().zip(&place.heads);
        heads.filter_map(|(review, head)| Some((review.number.to_string(), head.as_ref()?.alludes()))).collect()
    };
    timeline.places.iter().map(|place| Told(place.moment.id.to_string(), heads(place))).collect()
}

async fn told_in_score(reader: &Reader) -> Result<Vec<Told>> {
    reader
        .ask(
            "return Array.from(document.querySelectorAll('.score .chord'), chord => [chord.dataset.moment, \
                 Array.from(chord.querySelectorAll('.head'), head => \
                     [head.dataset.review, head.classList.contains('is-open')])])",
        )
        .await
}

async fn told_in_list(reader: &Reader) -> Result<Vec<Told>> {
    reader
        .ask(
            "return Array.from(document.querySelectorAll('.moments > li.moment'), moment => [moment.dataset.moment, \
                 Array.from(moment.querySelectorAll('.teller'), teller => \
                     [teller.querySelector('.review-number').dataset.review, \
                      teller.textContent.includes('alludes')])])",
        )
        .await
}

#[tokio::test]
async fn the_score_has_a_chord_for_every_moment_shown_and_the_list_the_same() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("timeline").await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let expected = told(&collection, dial);
            ensure!(!expected.is_empty(), "{} has no moment", collection.name);
            becomes(expected, async || told_in_score(&reader).await).await?;
            assert_eq!(told_in_list(&reader).await?, told(&collection, dial), "{}", collection.name);
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_score_ends_in_one_closed_bar_while_the_story_goes_on() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("timeline").await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let goes_on = usize::from(collection.at(dial).story_goes_on());
            becomes(goes_on, async || reader.count(".score .closed-bar").await).await?;
        }
        ensure!(!collection.at(Dial::All).story_goes_on());
    }
    Ok(())
}

#[tokio::test]
async fn the_closed_bar_is_the_same_however_much_it_hides() -> Result<()> {
    let mut bars = Vec::new();
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("timeline").await?.sees(".score .closed-bar").await?;
        let script = "const bar = document.querySelector('.score .closed-bar'); \
                      return [bar.outerHTML, Math.round(bar.getBoundingClientRect().width)]";
        bars.push(reader.ask::<(String, u32)>(script).await?);
    }
    ensure!(bars.iter().all(|bar| *bar == bars[0]), "{bars:?}");
    let reader = Reader::of(&Collection::own()?).await?;
    let words = reader.open("timeline").await?.words(".score .closed-bar").await?.concat();
    ensure!(!words.is_empty() && !words.contains(|c: char| c.is_ascii_digit()), "the bar says “{words}”");
    Ok(())
}

#[tokio::test]
async fn the_closed_bar_turns_the_dial_on() -> Result<()> {
    let three = Collection::invented("three")?;
    let reader = Reader::of(&three).await?;
    reader.open("timeline").await?.press(".score .closed-bar button").await?;
    reader.sees("dialog.ask[open]").await?.agree().await?.has_dial_at(Dial::Middle).await?;
    becomes(moments(&three, Dial::Middle), async || reader.attributes(".score .chord", "data-moment").await).await
}

#[tokio::test]
async fn changing_the_order_keeps_the_focus_and_the_chosen_moment() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let moment = moments(&own, Dial::None).pop().context("a moment")?;
    reader.open(&format!("timeline?moment={moment}")).await?;
    let panel = format!(".moment-panel[data-moment='{moment}']");
    let pressed = ".order-choice button[aria-pressed=true]";
    let places = "return Array.from(document.querySelectorAll('.score .head'), one => one.getAttribute('transform'))";
    let in_story: Vec<String> = reader.ask(places).await?;
    for (press, order) in [(2, "told"), (1, "story")] {
        reader.press(&format!(".order-choice button:nth-child({press})")).await?;
        reader.sees(&format!(".timeline[data-order={order}]")).await?.has_focus_on(pressed).await?;
        reader.sees(&panel).await?;
        ensure!(reader.address().await?.contains(&format!("moment={moment}")));
        let now: Vec<String> = reader.ask(places).await?;
        ensure!((now == in_story) == (order == "story"), "in {order} order the heads stand at {now:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_choices_stand_in_the_address_and_an_address_restores_them() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let moment = moments(&own, Dial::None).pop().context("a moment")?;
    reader
        .open("timeline")
        .await?
        .press(".order-choice button:nth-child(2)")
        .await?
        .is_at("timeline?order=told")
        .await?;
    reader.press(&format!("li.moment[data-moment='{moment}'] button")).await?;
    reader.is_at(&format!("timeline?order=told&moment={moment}")).await?;
    reader.press(".view-choice button:nth-child(2)").await?.sees_no(".score").await?;
    let address = reader.address().await?;
    ensure!(address.contains("view=list"), "{address}");

    let other = Reader::of(&own).await?;
    other.open(&address).await?.sees(&format!(".moment-panel[data-moment='{moment}']")).await?;
    other.sees(".timeline[data-view=list]").await?.sees_no(".score").await?;
    other.press(".view-choice button:nth-child(1)").await?.sees(".timeline[data-order=told] .score").await?;
    Ok(())
}

#[tokio::test]
async fn a_chosen_moment_shows_how_each_review_tells_it() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("timeline").await?.turn_dial(Dial::All).await?;
        let shown = collection.at(Dial::All);
        for place in &timeline(shown).places {
            let slug = place.moment.id.as_str();
            reader.press(&format!("li.moment[data-moment='{slug}'] button")).await?;
            let panel = format!(".moment-panel[data-moment='{slug}']");
            reader.sees(&panel).await?;
            let words = reader.words(&panel).await?.concat();
            ensure!(words.contains(&place.moment.title), "{slug}: its title is not in {words}");
            let tellings: Vec<_> = place.heads.iter().flatten().flat_map(|head| &head.tellings).collect();
            for telling in &tellings {
                ensure!(words.contains(telling.text.trim()), "{slug}: “{}” is not in {words}", telling.text);
            }
            assert_eq!(reader.count(&format!("{panel} .telling-of")).await?, place.told_by(), "{slug}");
            ensure!(reader.count(&format!("{panel} .locator")).await? >= tellings.len(), "{slug} lacks a locator");
            assert_eq!(reader.count(&format!("{panel} a.disagreement")).await?, place.disagreements.len(), "{slug}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_chord_chooses_its_moment_and_the_panel_leads_on() -> Result<()> {
    let own = Collection::own()?;
    let slugs = moments(&own, Dial::None);
    let reader = Reader::with(&own, &Screen::new(1440, 900).light().still()).await?;
    reader.open("timeline").await?;
    reader.press(&format!(".score .chord[data-moment='{}'] .note", slugs[1])).await?;
    reader.sees(&format!(".moment-panel[data-moment='{}']", slugs[1])).await?;
    reader.is_at(&format!("timeline?moment={}", slugs[1])).await?;
    reader.press_words("Next moment, 3").await?;
    reader.sees(&format!(".moment-panel[data-moment='{}']", slugs[2])).await?;
    reader.has_focus_on(".panel-title").await?.press_words("Previous moment, 2").await?;
    reader.sees(&format!(".moment-panel[data-moment='{}']", slugs[1])).await?;
    Ok(())
}

#[tokio::test]
async fn looking_at_moments_leaves_no_trail_in_the_history() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("").await?.press_words("Timeline").await?.is_at("timeline").await?;
    for slug in moments(&own, Dial::None) {
        reader.press(&format!("li.moment[data-moment='{slug}'] button")).await?;
        reader.is_at(&format!("timeline?moment={slug}")).await?;
    }
    reader.back().await?.is_at("").await?;
    Ok(())
}

#[tokio::test]
async fn a_disagreement_on_a_moment_leads_to_compare() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::All);
    let timeline = timeline(shown);
    let place = timeline.places.iter().find(|place| !place.disagreements.is_empty()).context("a disagreement")?;
    let topic = &place.disagreements[0].topic.id;
    let reader = Reader::of(&own).await?;
    reader.open(&format!("timeline?moment={}", place.moment.id)).await?.turn_dial(Dial::All).await?;
    reader.press(".moment-panel a.disagreement").await?.is_at(&format!("compare?topic={topic}")).await?;
    reader.has_focus_on(&format!("#topic-{topic}")).await?;
    Ok(())
}

#[tokio::test]
async fn a_telling_s_locator_leads_to_its_paragraph() -> Result<()> {
    let own = Collection::own()?;
    let moment = moments(&own, Dial::None).into_iter().next().context("a moment")?;
    let reader = Reader::of(&own).await?;
    let chosen = format!("timeline?moment={moment}");
    reader.open(&chosen).await?.press(".moment-panel .locator").await?;
    let address = reader.leaves(&chosen).await?;
    let (address, taken) = address.split_once("&taken=").with_context(|| format!("it leads to {address}"))?;
    assert_eq!(taken, moment);
    let (_, paragraph) = address.split_once("?paragraph=").with_context(|| format!("it leads to {address}"))?;
    reader.has_focus_on(&format!(".outline-paragraph[data-paragraph='{paragraph}']")).await?;
    Ok(())
}

#[tokio::test]
async fn on_a_phone_the_panel_opens_under_the_chosen_moment() -> Result<()> {
    let own = Collection::own()?;
    let slug = moments(&own, Dial::None).pop().context("a moment")?;
    let reader = Reader::with(&own, &Screen::new(360, 740).light().still()).await?;
    reader.open("timeline").await?;
    let is_shown = "return Array.from(document.querySelectorAll('.moment-panel'), one => one.offsetParent !== null)";
    ensure!(!reader.ask::<Vec<bool>>(is_shown).await?.contains(&true), "a panel is open before one is chosen");
    reader.press(&format!("li.moment[data-moment='{slug}'] button")).await?;
    let is_under = "const bottom = document.querySelector('li.moment.is-chosen').getBoundingClientRect().bottom; \
                    const panel = document.querySelector('.moment-panel'); \
                    return panel.offsetParent !== null && panel.getBoundingClientRect().top >= bottom - 1";
    reader.sees("li.moment.is-chosen").await?;
    becomes(true, async || reader.ask(is_under).await).await
}

#[tokio::test]
async fn whoever_tells_nothing_of_a_moment_that_is_shown_is_said_to_and_no_more() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        for dial in [Dial::None, Dial::All] {
            reader.open("timeline").await?.turn_dial(dial).await?;
            let shown = collection.at(dial);
            for place in timeline(shown).places {
                let silent: Vec<&str> = (shown.reviews().iter().zip(&place.heads))
                    .filter(|(_, head)| head.is_none())
                    .map(|(review, _)| review.label.as_str())
                    .collect();
                reader.press(&format!("li.moment[data-moment='{}'] button", place.moment.id)).await?;
                let panel = format!(".moment-panel[data-moment='{}']", place.moment.id);
                let said = reader.sees(&panel).await?.words(&format!("{panel} .panel-silent")).await?.concat();
                // Whether there is a telling above the dial makes no difference.
                ensure!(silent.is_empty() || said.starts_with("Nothing shown here from "), "it says {said}");
                ensure!(said.is_empty() == silent.is_empty(), "it says {said} of {silent:?}");
                ensure!(silent.iter().all(|label| said.contains(label)), "{silent:?} are not in {said}");
            }
        }
    }
    Ok(())
}
