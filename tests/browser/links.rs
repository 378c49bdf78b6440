//! Going from page to page, back and forward.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;

const PLACES: [(&str, &str); 5] =
    [("Overview", ""), ("Compare", "compare"), ("Cast", "cast"), ("Timeline", "timeline"), ("Reviews", "reviews")];

/// Something that only lasts as long as the page is not loaded anew.
async fn mark(reader: &Reader) -> Result<()> {
    reader.page().execute("window.sameLoad = true", Vec::new()).await?;
    Ok(())
}

async fn is_same_load(reader: &Reader) -> Result<bool> {
    reader.ask("return window.sameLoad === true").await
}

#[tokio::test]
async fn the_five_places_lead_to_each_other_without_loading_the_page_anew() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("").await?;
    mark(&reader).await?;
    for (name, path) in PLACES.into_iter().rev() {
        reader.press_words(name).await?.is_at(path).await?.has_focus_on("main h1").await?;
        becomes(vec![name.to_owned()], async || reader.words(".places [aria-current=page]").await).await?;
        let title = if path.is_empty() { own.title() } else { name };
        until(
            &format!("a title with {title}"),
            |now: &String| now.starts_with(title),
            async || Ok(reader.page().title().await?),
        )
        .await?;
    }
    ensure!(is_same_load(&reader).await?, "a link loaded the page anew");
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn back_and_forward_bring_the_views_back() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?;
    mark(&reader).await?;
    let overview = reader.words("h1").await?.concat();
    reader.press_words("Reviews").await?.is_at("reviews").await?;
    reader.press(".review-list li h2 a").await?.has_focus_on("main h1").await?;
    let review = reader.address().await?;
    let label = reader.words("h1").await?.concat();
    let title = reader.page().title().await?;
    ensure!(title.starts_with(&label), "the title of {review} is “{title}”");

    reader.back().await?.is_at("reviews").await?.sees(".review-list").await?.has_focus_on("main h1").await?;
    reader.back().await?.is_at("").await?.sees_heading(&overview).await?;
    reader.forward().await?.forward().await?.is_at(&review).await?.sees_heading(&label).await?;
    becomes(title, async || Ok(reader.page().title().await?)).await?;
    ensure!(is_same_load(&reader).await?, "going back loaded the page anew");
    Ok(())
}

#[tokio::test]
async fn a_topic_on_the_overview_leads_to_its_row() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?;
    let topic = reader.attributes(".digest", "data-topic").await?.into_iter().next().unwrap_or_default();
    reader.press(&format!(".digest[data-topic='{topic}'] h3 a")).await?;
    reader.is_at(&format!("compare?topic={topic}")).await?.has_focus_on(&format!("#topic-{topic}")).await?;
    let is_in_window = "const row = document.activeElement.getBoundingClientRect(); \
                        return row.top < innerHeight && row.bottom > 0";
    becomes(true, async || reader.ask(is_in_window).await).await?;
    Ok(())
}

#[tokio::test]
async fn a_link_opens_in_another_tab_like_any_other() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?;
    let link = reader.find(&format!(".places {}", reader.link_to("compare/"))).await?;
    reader.page().action_chain().key_down(Key::Control).click_element(&link).key_up(Key::Control).perform().await?;
    becomes(2, async || Ok(reader.page().windows().await?.len())).await?;
    reader.is_at("").await?;
    Ok(())
}

#[tokio::test]
async fn the_first_press_of_tab_offers_to_skip_to_the_content() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare").await?.key(Key::Tab).await?.has_focus_on(".skip-link").await?;
    reader.key(Key::Enter).await?.has_focus_on("main").await?;
    reader.sees("table.comparison").await?;
    Ok(())
}
