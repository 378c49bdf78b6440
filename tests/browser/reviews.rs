//! Reviews: the list of them, and the page of each.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use liner_notes_record::questions::outline;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

const IS_IN_WINDOW: &str = "const here = document.activeElement.getBoundingClientRect(); \
                            return here.top >= 0 && here.top < innerHeight";

#[tokio::test]
async fn the_list_holds_every_review_in_the_order_of_their_numbers() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("reviews").await?;
        let reviews = collection.at(Dial::None).reviews();
        let slugs: Vec<String> = reviews.iter().map(|review| review.id.to_string()).collect();
        assert_eq!(reader.attributes(".review-list > li", "data-review-id").await?, slugs);
        let labels: Vec<&str> = reviews.iter().map(|review| review.label.as_str()).collect();
        assert_eq!(reader.words(".review-list > li h2").await?, labels);
    }
    Ok(())
}

#[tokio::test]
async fn a_review_s_page_holds_what_is_known_of_it_and_says_what_is_not() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        for review in collection.at(Dial::None).reviews() {
            reader.open(&format!("reviews/{}", review.id)).await?.sees_heading(&review.label).await?;
            let facts = reader.words(".review-page .review-facts").await?.concat();
            let known = [review.publisher.as_deref(), review.author.as_deref()];
            for fact in known.into_iter().flatten() {
                ensure!(facts.contains(fact), "{}: {fact} is not in {facts}", review.label);
            }
            let dated = review.date.map(|date| date.to_string());
            ensure!(dated.as_deref().is_none_or(|date| facts.contains(date)), "{}: {facts}", review.label);
            let unknown = known.iter().filter(|fact| fact.is_none()).count() + usize::from(dated.is_none());
            assert_eq!(facts.matches("unknown").count(), unknown, "{}: {facts}", review.label);
            let rating = review.rating.map_or_else(|| "no rating".to_owned(), |rating| rating.to_string());
            ensure!(facts.contains(&rating), "{}: {rating} is not in {facts}", review.label);
            ensure!(facts.contains(&review.spoiler_note), "{}: its spoiler policy is not in {facts}", review.label);
            let paragraphs = format!("{} paragraphs", review.paragraphs.len());
            ensure!(facts.contains(&paragraphs), "{}: {paragraphs} is not in {facts}", review.label);
            let title = reader.words(".review-page .own-title").await?.concat();
            assert_eq!(title, review.title.as_deref().unwrap_or("title unknown"), "{}", review.label);
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_text_itself_is_at_its_publisher_s() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        for review in collection.at(Dial::None).reviews() {
            reader.open(&format!("reviews/{}", review.id)).await?;
            let addresses: Vec<String> = review.address.iter().map(ToString::to_string).collect();
            assert_eq!(reader.attributes("a.way-out", "href").await?, addresses, "{}", review.label);
            if review.address.is_some() {
                assert_eq!(reader.words("a.way-out").await?, [format!("Read at {}", review.label)]);
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_outline_holds_every_paragraph_from_which_something_is_shown() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("").await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let shown = collection.at(dial);
            for review in shown.reviews() {
                let told = outline(shown, review).into_iter().filter(|one| !one.entries.is_empty());
                let paragraphs: Vec<String> = told.map(|one| one.paragraph.to_string()).collect();
                reader.open(&format!("reviews/{}", review.id)).await?.has_dial_at(dial).await?;
                becomes(paragraphs, async || {
                    reader.attributes(".outline > li.outline-paragraph", "data-paragraph").await
                })
                .await?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_address_with_a_paragraph_marks_it_and_brings_it_into_view() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    for review in own.at(Dial::None).reviews() {
        for paragraph in [1, review.paragraphs.len() / 2, review.paragraphs.len()] {
            reader.open(&format!("reviews/{}?paragraph={paragraph}", review.id)).await?;
            let marked = format!(".outline-paragraph.is-marked[data-paragraph='{paragraph}']");
            reader.has_focus_on(&marked).await?;
            becomes(true, async || reader.ask(IS_IN_WINDOW).await).await?;
            ensure!(reader.count(".outline .is-marked").await? == 1, "more than one paragraph is marked");
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_was_taken_from_a_paragraph_leads_to_where_it_is_told() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("reviews/nme").await?.has_all().await?.press(".taken[data-kind='claims'] .taken-about").await?;
    let address = reader.leaves("reviews/nme").await?;
    let topic = address.strip_prefix("compare?topic=").with_context(|| format!("it leads to {address}"))?;
    reader.has_focus_on(&format!("#topic-{topic}")).await?;
    reader.back().await?.is_at("reviews/nme").await?.has_all().await?;
    reader.press(".taken[data-kind='tellings'] .taken-about").await?;
    let address = reader.leaves("reviews/nme").await?;
    let moment = address.strip_prefix("timeline?moment=").with_context(|| format!("it leads to {address}"))?;
    reader.sees(&format!(".moment-panel[data-moment='{moment}']")).await?;
    Ok(())
}

#[tokio::test]
async fn the_slips_of_a_text_are_noted() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::All);
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let mut seen = 0;
    for review in shown.reviews() {
        let slips: Vec<&str> =
            shown.slips().filter(|slip| slip.review == review.id).map(|slip| slip.text.as_str()).collect();
        reader.open(&format!("reviews/{}", review.id)).await?;
        assert_eq!(reader.words(".review-slips li > p").await?, slips, "{}", review.label);
        seen += slips.len();
    }
    ensure!(seen > 0, "the record has no slip");
    Ok(())
}

/// How far what stands below the fold moves when the fold comes, in CSS px.
const MOVES: &str = "
    const top = () => document.querySelector('.review-outline').getBoundingClientRect().top + scrollY;
    const after = top();
    document.querySelector('.attaching').remove();
    return after - top()";

#[tokio::test]
async fn the_fold_comes_into_room_that_was_kept_for_it() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    for width in [360, 768, 1280] {
        reader.page().show_on(&Screen::new(width, 900).light()).await?;
        reader.open("reviews/nme").await?.has_all().await?;
        let moves: f64 = reader.ask(MOVES).await?;
        ensure!(moves.abs() < 1.0, "at {width} px what is below it moves by {moves} px");
    }
    Ok(())
}

#[tokio::test]
async fn neighbouring_reviews_lead_to_each_other() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let reviews = own.at(Dial::None).reviews();
    let first = reviews.first().context("a review")?;
    reader.open(&format!("reviews/{}", first.id)).await?;
    ensure!(reader.count(".neighbour.is-previous").await? == 0, "there is one before the first");
    for review in &reviews[1..] {
        reader.has_all().await?.press(".neighbour.is-next").await?.is_at(&format!("reviews/{}", review.id)).await?;
        reader.sees_heading(&review.label).await?.has_focus_on("main h1").await?;
    }
    ensure!(reader.count(".neighbour.is-next").await? == 0, "there is one after the last");
    Ok(())
}

#[tokio::test]
async fn every_paragraph_from_which_something_is_shown_is_a_jump_away() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let shown = own.at(Dial::None);
    let review = &shown.reviews()[2];
    let told = outline(shown, review).into_iter().filter(|one| !one.entries.is_empty());
    let paragraphs: Vec<String> = told.map(|one| format!("¶ {}", one.paragraph)).collect();
    let page = format!("reviews/{}", review.id);
    reader.open(&page).await?.has_all().await?;
    assert_eq!(reader.words(".jumps a").await?, paragraphs);
    let last = paragraphs.last().context("a paragraph")?.trim_start_matches("¶ ").to_owned();
    // Twice: in between the reader goes elsewhere on the page.
    for _ in 0..2 {
        let to = format!("{page}?paragraph={last}");
        reader.press(".jumps a:last-child").await?.is_at(&to).await?;
        reader.has_focus_on(&format!(".outline-paragraph[data-paragraph='{last}']")).await?;
        becomes(true, async || reader.ask(IS_IN_WINDOW).await).await?;
        reader.page().execute("document.querySelector('h1').focus(); scrollTo(0, 0)", Vec::new()).await?;
    }
    reader.back().await?.is_at(&page).await?;
    Ok(())
}
