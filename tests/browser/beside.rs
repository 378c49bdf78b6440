//! Texts side by side: attached here, led to topics and moments, kept together by what they say.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::model::{ReviewId, Topic};
use liner_notes_record::questions::{Contents, Subject, contents};
use liner_notes_record::{Dial, Shown};
use thirtyfour::Key;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;
use crate::texts::{drop_texts, with_texts};

/// Of each column: how high in it its first lit words stand, whether all of their first line is to be seen there, and
/// how many letters are lit in it; nothing where none are.
const LIT: &str = "
    return Array.from(document.querySelectorAll('.beside-column'), (column) => {
        const lit = Array.from(column.querySelectorAll('.is-lit'));
        if (!lit.length) return null;
        const { top, bottom } = column.getBoundingClientRect();
        const line = lit[0].getClientRects()[0];
        const head = column.querySelector('.beside-head').getBoundingClientRect().bottom;
        const letters = lit.reduce((sum, one) => sum + [...one.textContent].length, 0);
        return [Math.round(line.top - top), line.top >= head && line.bottom <= bottom, letters];
    });";

/// What [`LIT`] says of one column.
type Lit = Option<(i64, bool, usize)>;

/// Waits until the first lit words of every column that has some are in view in it, as high as in the others.
async fn stand_together(reader: &Reader) -> Result<Vec<Lit>> {
    let is_so = |lit: &Vec<Lit>| {
        let heights: Vec<i64> = lit.iter().flatten().map(|(height, ..)| *height).collect();
        let is_level = heights.iter().all(|height| (height - heights[0]).abs() <= 1);
        !heights.is_empty() && is_level && lit.iter().flatten().all(|(_, is_seen, _)| *is_seen)
    };
    until("lit words at one height, in view", is_so, async || reader.ask::<Vec<Lit>>(LIT).await).await
}

/// Waits until the columns are led to that.
async fn are_led_to(reader: &Reader, title: &str) -> Result<()> {
    becomes(vec![title.to_owned()], async || reader.words(".beside-bar h2").await).await
}

/// Someone who has attached the texts on the page itself, at that stop of the dial.
async fn with_columns(collection: &Collection, texts: &[(String, std::path::PathBuf)], dial: Dial) -> Result<Reader> {
    let reader = Reader::of(collection).await?;
    // The dial first: columns stay as they are at a lower stop until the desk has drawn them anew.
    reader.open("").await?.turn_dial(dial).await?.open("beside").await?.sees(".beside-invited").await?;
    drop_texts(&reader, texts).await?;
    reader.sees(".beside-columns").await?;
    Ok(reader)
}

/// The first topics on which both of two reviews speak.
fn shared<'r>(shown: Shown<'r>, reviews: &[&str]) -> Vec<&'r Topic> {
    let speaks = |topic: &Topic, review: &str| {
        shown.claims().any(|claim| claim.topic == topic.id && claim.review == ReviewId::new(review))
    };
    shown.topics().filter(|topic| reviews.iter().all(|review| speaks(topic, review))).collect()
}

/// How many letters a review's text has in the places of its answers to a topic, each counted once.
fn letters(shown: Shown<'_>, topic: &Topic, review: &str) -> usize {
    let claims = shown.claims().filter(|claim| claim.topic == topic.id && claim.review == ReviewId::new(review));
    let places = claims.flat_map(|claim| &claim.at);
    let letters = places.flat_map(|at| (at.start..at.start + at.length).map(move |letter| (at.paragraph, letter)));
    letters.collect::<std::collections::BTreeSet<_>>().len()
}

fn contents_of<'r>(shown: Shown<'r>, reviews: &[&str]) -> Contents<'r> {
    let reviews: Vec<_> = reviews.iter().filter_map(|id| shown.review(&ReviewId::new(id))).collect();
    contents(shown, &reviews)
}

#[tokio::test]
async fn texts_of_a_topic_stand_at_one_height_with_just_its_passages_lit_and_the_next_moves_all() -> Result<()> {
    for (collection, texts) in with_texts()? {
        let reader = with_columns(&collection, &texts, Dial::All).await?;
        let shown = collection.at(Dial::All);
        let reviews = [texts[1].0.as_str(), texts[0].0.as_str()];
        let topics = shared(shown, &reviews);
        for topic in topics.iter().step_by(topics.len().div_ceil(4)) {
            let path = format!("beside?reviews={}&topic={}", reviews.join(","), topic.id);
            reader.open(&path).await?.sees(".is-lit").await?;
            are_led_to(&reader, &topic.title).await?;
            let lit: Vec<usize> =
                stand_together(&reader).await?.iter().flatten().map(|(.., letters)| *letters).collect();
            assert_eq!(lit, reviews.map(|review| letters(shown, topic, review)), "{} in {}", topic.id, collection.name);
            // And so do those of the next, which the page says in one place.
            let contents = contents_of(shown, &reviews);
            let [_, Some(next)] = contents.around(&Subject::Topic(topic.id.clone())) else { continue };
            // Whoever touches nothing is led back past where a script has led.
            reader.press("main h1").await?;
            let scrolled: f64 = reader.ask("return scrollY").await?;
            reader.page().execute("document.querySelector('.beside-steps :nth-child(2)').click()", Vec::new()).await?;
            are_led_to(&reader, next.title).await?;
            stand_together(&reader).await?;
            assert_eq!(reader.ask::<f64>("return scrollY").await?, scrolled, "the page itself jumps");
            reader.back().await?;
            are_led_to(&reader, &topic.title).await?;
            stand_together(&reader).await?;
        }
        reader.hears_nothing().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_pressed_passage_leads_the_others_and_back_leads_back() -> Result<()> {
    let mut tried = 0;
    for (collection, texts) in with_texts()? {
        let reader = with_columns(&collection, &texts, Dial::All).await?;
        let before = reader.words(".beside-bar h2").await?.concat();
        // Something else than what is lit, of which the other column speaks as well.
        let reviews = [texts[0].0.as_str(), texts[1].0.as_str()];
        let topics = shared(collection.at(Dial::All), &reviews);
        let hrefs = reader.attributes(".beside-column:first-child .passage", "href").await?;
        let pressed = |topic: &&&Topic| {
            let end = format!("&topic={}", topic.id);
            topic.title != before && hrefs.iter().any(|href| href.ends_with(&end))
        };
        let Some(other) = topics.iter().find(pressed) else { continue };
        tried += 1;
        let passage = format!(".beside-column:first-child .passage[href$='&topic={}']", other.id);
        reader.page().execute("document.querySelector(arguments[0]).focus()", vec![passage.clone().into()]).await?;
        reader.key(Key::Enter).await?;
        are_led_to(&reader, &other.title).await?;
        stand_together(&reader).await?;
        reader.back().await?;
        are_led_to(&reader, &before).await?;
        stand_together(&reader).await?;
    }
    ensure!(tried > 1, "only {tried} collections have such a topic");
    Ok(())
}

#[tokio::test]
async fn everything_is_done_with_the_keyboard_alone() -> Result<()> {
    let collection = Collection::invented("eight")?;
    let texts = collection.texts()?;
    let reader = with_columns(&collection, &texts, Dial::None).await?;
    let tab_to = async |css: &str| -> Result<()> {
        for _ in 0..400 {
            reader.key(Key::Tab).await?;
            let is_there = "return document.activeElement.matches(arguments[0])";
            if reader.ask_with::<bool>(is_there, vec![css.into()]).await? {
                return Ok(());
            }
        }
        anyhow::bail!("no way with the Tab key to {css}")
    };
    let title = async || Ok(reader.words(".beside-bar h2").await?.concat());
    let other_than = async |before: &str| until("another subject", |now: &String| now != before, title).await;
    reader.page().execute("document.querySelector('main h1').focus()", Vec::new()).await?;
    tab_to(".beside-reviews a.is-out").await?;
    reader.key(Key::Enter).await?;
    becomes(3, async || reader.count(".beside-column").await).await?;
    let first = title().await?;
    tab_to(".beside-steps a[href]").await?;
    reader.key(Key::Enter).await?;
    let second = other_than(&first).await?;
    reader.has_focus_on(".beside-steps a").await?;
    tab_to(".beside-contents summary").await?;
    reader.key(Key::Enter).await?;
    tab_to(".beside-contents section:last-child li:last-child a").await?;
    reader.key(Key::Enter).await?;
    let third = other_than(&second).await?;
    reader.sees_no(".beside-contents[open]").await?.has_focus_on(".beside-contents summary").await?;
    tab_to(".beside-column").await?;
    let scrolled = async || reader.ask::<f64>("return document.activeElement.scrollTop").await;
    let before = scrolled().await?;
    reader.key(if before > 0.0 { Key::Home } else { Key::End }).await?;
    until("a column that has moved", |now| (now - before).abs() > 1.0, scrolled).await?;
    tab_to(&format!(
        ".passage[href*='beside']:not([href$='{}'])",
        reader.address().await?.rsplit('&').next().unwrap_or_default()
    ))
    .await?;
    reader.key(Key::Enter).await?;
    other_than(&third).await?;
    stand_together(&reader).await?;
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn what_the_dial_hides_is_not_named_and_the_way_to_see_it_is_there() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let reader = with_columns(&collection, &texts, Dial::None).await?;
    let (open, all) = (collection.at(Dial::None), collection.at(Dial::All));
    let hidden = shared(all, &[&texts[0].0, &texts[1].0]).into_iter().find(|topic| open.topic(&topic.id).is_none());
    let hidden = hidden.context("a topic that is hidden")?;
    let path = format!("beside?topic={}", hidden.id);
    reader.open(&path).await?.sees(".beside-columns").await?.sees(".empty").await?.sees_no(".is-lit").await?;
    let page: String = reader.ask("return document.documentElement.outerHTML").await?;
    ensure!(!page.contains(&hidden.title), "“{}” is on the page", hidden.title);
    reader.press("[data-turn]").await?.agree().await?.has_dial_at(Dial::needed_for(hidden.level)).await?;
    are_led_to(&reader, &hidden.title).await?;
    stand_together(&reader).await?;
    reader.turn_dial(Dial::None).await?.sees_no(".is-lit").await?.sees(".empty").await?;
    Ok(())
}

#[tokio::test]
async fn a_lit_passage_on_a_review_s_page_leads_to_it_beside_the_others() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let reader = with_columns(&collection, &texts, Dial::All).await?;
    let topic = *shared(collection.at(Dial::All), &[&texts[0].0, &texts[1].0]).first().context("a topic")?;
    let shown = collection.at(Dial::All);
    let claim = shown.claims().find(|claim| claim.topic == topic.id && claim.review == ReviewId::new(&texts[0].0));
    let paragraph = claim.context("a claim")?.at[0].paragraph;
    let page = format!("reviews/{}?paragraph={paragraph}&taken={}", texts[0].0, topic.id);
    reader.open(&page).await?.sees(".text-taken .compare-with").await?;
    reader.press(&format!(".text-taken .compare-with a[href*='{}']", texts[1].0)).await?;
    let beside = format!("{},{}", texts[0].0, texts[1].0);
    reader.is_at(&format!("beside?reviews={beside}&topic={}", topic.id)).await?.has_focus_on("main h1").await?;
    are_led_to(&reader, &topic.title).await?;
    stand_together(&reader).await?;
    reader.back().await?.sees(".passage.is-lit").await?;
    Ok(())
}

#[tokio::test]
async fn a_review_without_its_text_says_so_and_texts_that_go_leave_the_invitation() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let reader = with_columns(&collection, &texts[..2], Dial::None).await?;
    reader.open(&format!("beside?reviews={},{}", texts[2].0, texts[0].0)).await?.sees(".beside-none").await?;
    drop_texts(&reader, &texts[2..]).await?;
    reader.sees_no(".beside-none").await?;
    becomes(2, async || reader.count(".beside-column .text-words").await.map(|words| words.min(2))).await?;
    reader.press(".attaching summary").await?.press_words("Remove all").await?.sees(".beside-invited").await?;
    reader.sees_no(".beside-columns").await?.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn two_columns_are_in_sight_at_once_on_every_screen() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    for (width, height) in [(360, 740), (768, 1024), (1280, 800), (1920, 1080)] {
        let reader = Reader::with(&collection, &Screen::new(width, height).still().without_scroll_bars()).await?;
        reader.open("beside").await?.sees(".attaching").await?;
        drop_texts(&reader, &texts).await?;
        reader.sees(".beside-columns").await?;
        stand_together(&reader).await?;
        let script = "
            document.querySelector('.beside-columns').scrollIntoView();
            const top = document.querySelector('.top-bar').getBoundingClientRect().bottom;
            const bar = getComputedStyle(document.querySelector('.bottom-bar')).position === 'fixed'
                ? document.querySelector('.bottom-bar').getBoundingClientRect().top : innerHeight;
            return Array.from(document.querySelectorAll('.beside-column'), (column) => {
                const { left, right, top: from, bottom } = column.getBoundingClientRect();
                return [right - left >= 18 * 16 - 1 || innerWidth < 768, from >= top - 1 && bottom <= bar + 1];
            });";
        let columns: Vec<(bool, bool)> = reader.ask(script).await?;
        ensure!(columns.iter().all(|(is_wide, _)| *is_wide), "columns too narrow at {width}");
        ensure!(columns.iter().filter(|(_, is_seen)| *is_seen).count() >= 2, "{columns:?} at {width}");
        let over: i64 = reader.ask("return document.documentElement.scrollWidth - innerWidth").await?;
        ensure!(over <= 0, "{over} px over at {width}");
    }
    Ok(())
}
