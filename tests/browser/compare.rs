//! Compare: the table, its rows and cells, the choice of reviews.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use serde::Deserialize;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// A row as it stands on the screen.
#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct Row {
    pub(crate) topic: String,
    /// The word beside its dots.
    pub(crate) status: String,
    pub(crate) cells: Vec<Cell>,
}

/// A cell as it stands on the screen.
#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct Cell {
    /// The review's number.
    pub(crate) review: String,
    pub(crate) says: Vec<String>,
    pub(crate) is_silent: bool,
    pub(crate) is_odd: bool,
}

const ROWS: &str = "
    return Array.from(document.querySelectorAll('table.comparison tr.topic-row:not([hidden])'), row => ({
        topic: row.dataset.topic,
        status: row.querySelector('.status').innerText.trim().toLowerCase(),
        cells: Array.from(row.querySelectorAll('td'), cell => ({
            review: cell.dataset.review,
            says: Array.from(cell.querySelectorAll('.says'), one => one.innerText.trim()),
            is_silent: cell.innerText.includes('says nothing'),
            is_odd: cell.innerText.includes('the odd one out'),
        })),
    }))";

/// The rows of the table, in their order. What is folded is not among them.
pub(crate) async fn rows(reader: &Reader) -> Result<Vec<Row>> {
    reader.ask(ROWS).await
}

/// Unfolds whatever is folded.
pub(crate) async fn unfold(reader: &Reader) -> Result<()> {
    const FOLDED: &str = ".fold[aria-expanded=false]";
    reader.sees("table.comparison").await?;
    let mut left = reader.count(FOLDED).await?;
    while left > 0 {
        reader.press(FOLDED).await?;
        left -= 1;
        becomes(left, async || reader.count(FOLDED).await).await?;
    }
    Ok(())
}

/// The row of a topic.
async fn row(reader: &Reader, topic: &str) -> Result<Row> {
    let rows = rows(reader).await?;
    rows.into_iter().find(|row| row.topic == topic).with_context(|| format!("no row is about {topic}"))
}

/// The labels over the columns, in their order.
pub(crate) async fn columns(reader: &Reader) -> Result<Vec<String>> {
    reader.words("table.comparison thead th:not(.corner) .column-head > span:last-child").await
}

/// Compare with all five reviews of the project's own collection and nothing hidden.
async fn all_of_it() -> Result<Reader> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare").await?.turn_dial(Dial::All).await?;
    Ok(reader)
}

/// The labels of a collection's reviews, in the order of their numbers.
fn labels(collection: &Collection) -> Vec<String> {
    collection.at(Dial::None).reviews().iter().map(|review| review.label.clone()).collect()
}

#[tokio::test]
async fn her_family_name_is_lee_for_four_and_seo_for_the_odd_one_out() -> Result<()> {
    let row = row(&all_of_it().await?, "her-family-name").await?;
    assert_eq!(row.status, "differ");
    let lee = row.cells.iter().filter(|cell| cell.says == ["Lee"] && !cell.is_odd).count();
    let seo = row.cells.iter().filter(|cell| cell.says == ["Seo"] && cell.is_odd).count();
    assert_eq!((row.cells.len(), lee, seo), (5, 4, 1), "{row:?}");
    Ok(())
}

#[tokio::test]
async fn how_long_they_have_been_friends_is_close() -> Result<()> {
    let row = row(&all_of_it().await?, "friends-for").await?;
    assert_eq!(row.status, "close", "{row:?}");
    assert!(row.cells.iter().all(|cell| !cell.is_silent && !cell.is_odd), "{row:?}");
    Ok(())
}

#[tokio::test]
async fn how_long_he_has_loved_her_is_eight_years_for_four_and_no_figure_for_the_first() -> Result<()> {
    let row = row(&all_of_it().await?, "loved-her-for").await?;
    assert_eq!(row.status, "close", "{row:?}");
    let (first, others) = row.cells.split_first().context("the row has cells")?;
    assert!(!first.is_silent && !first.says.is_empty(), "{row:?}");
    assert!(first.says.iter().all(|says| !says.contains(|c: char| c.is_ascii_digit())), "{row:?}");
    assert!(first.says.iter().any(|says| says.contains("long")), "{row:?}");
    assert!(others.len() == 4 && others.iter().all(|cell| cell.says == ["8 years"]), "{row:?}");
    Ok(())
}

#[tokio::test]
async fn all_five_agree_on_the_number_of_episodes() -> Result<()> {
    let row = row(&all_of_it().await?, "episodes").await?;
    assert_eq!(row.status, "agree", "{row:?}");
    assert!(row.cells.len() == 5 && row.cells.iter().all(|cell| cell.says == ["4 episodes"]), "{row:?}");
    Ok(())
}

#[tokio::test]
async fn every_review_of_every_collection_has_its_column() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("compare").await?;
        unfold(&reader).await?;
        assert_eq!(columns(&reader).await?, labels(&collection), "{}", collection.name);
        let n = labels(&collection).len();
        let rows = rows(&reader).await?;
        ensure!(!rows.is_empty() && rows.iter().all(|row| row.cells.len() == n), "{}", collection.name);
    }
    Ok(())
}

#[tokio::test]
async fn two_reviews_can_be_chosen_and_not_fewer() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let slugs: Vec<String> = own.at(Dial::None).reviews().iter().map(|review| review.id.to_string()).collect();
    reader.open("compare").await?.press(".chooser summary").await?;
    for (place, out) in slugs[..3].iter().enumerate() {
        reader.press(&format!(".chooser-line[data-review-id='{out}'] input")).await?;
        becomes(labels(&own)[place + 1..].to_vec(), async || columns(&reader).await).await?;
    }
    reader.is_at(&format!("compare?reviews={},{}", slugs[3], slugs[4])).await?;
    reader.sees_heading("Two tellings, side by side").await?;
    ensure!(reader.count(".chooser-line input:checked:disabled").await? == 2, "the last two can be taken out");
    ensure!(rows(&reader).await?.iter().all(|row| row.cells.len() == 2), "a row has other cells");
    // The statuses are those of the two.
    reader.turn_dial(Dial::All).await?;
    ensure!(row(&reader, "her-family-name").await?.cells.iter().all(|cell| !cell.is_odd), "one of two is odd");
    reader.press_words("All, in their order").await?.is_at("compare").await?;
    becomes(labels(&own), async || columns(&reader).await).await
}

#[tokio::test]
async fn a_review_can_be_moved_forward_and_back() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let before = labels(&own);
    let mut moved = before.clone();
    moved.swap(0, 1);
    reader.open("compare").await?.press(".chooser summary").await?;
    reader.press(&format!("[aria-label='Move {} forward']", before[1])).await?;
    becomes(moved, async || columns(&reader).await).await?;
    let numbers = row(&reader, "episodes").await?.cells.into_iter().map(|cell| cell.review);
    assert_eq!(numbers.collect::<Vec<_>>(), ["2", "1", "3", "4", "5"]);
    ensure!(reader.find(&format!("[aria-label='Move {} forward']", before[1])).await?.is_enabled().await? == false);
    reader.press(&format!("[aria-label='Move {} back']", before[1])).await?.is_at("compare").await?;
    becomes(before, async || columns(&reader).await).await
}

#[tokio::test]
async fn the_order_of_reviews_changes_no_status() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let statuses = async || -> Result<Vec<(String, String)>> {
        unfold(&reader).await?;
        Ok(rows(&reader).await?.into_iter().map(|row| (row.topic, row.status)).collect())
    };
    reader.open("compare").await?.turn_dial(Dial::All).await?;
    let before = statuses().await?;
    let mut slugs: Vec<String> = own.at(Dial::None).reviews().iter().map(|review| review.id.to_string()).collect();
    slugs.reverse();
    reader.open(&format!("compare?reviews={}", slugs.join(","))).await?;
    assert_eq!(statuses().await?, before);
    Ok(())
}

#[tokio::test]
async fn an_answer_opens_its_paraphrase() -> Result<()> {
    let reader = all_of_it().await?;
    let cell = "tr[data-topic='friends-for'] td:nth-of-type(2)";
    let paraphrase = format!("{cell} .paraphrase");
    let is_open = async || {
        let script = "return document.querySelector(arguments[0]).checkVisibility()";
        reader.ask_with::<bool>(script, vec![paraphrase.as_str().into()]).await
    };
    ensure!(!is_open().await?, "the paraphrase is open from the start");
    reader.press(&format!("{cell} summary")).await?;
    becomes(true, is_open).await?;
    let own = Collection::own()?;
    let nme = &own.at(Dial::All).reviews()[1].id;
    let whole = own.at(Dial::All);
    let mut claims = whole.claims().filter(|claim| claim.review == *nme && claim.topic.as_str() == "friends-for");
    assert_eq!(reader.words(&paraphrase).await?, [claims.next().context("a claim")?.text.as_str()]);
    reader.press(&format!("{cell} summary")).await?;
    becomes(false, is_open).await
}

#[tokio::test]
async fn a_locator_leads_to_its_paragraph_on_the_review_s_page() -> Result<()> {
    let reader = all_of_it().await?;
    let locator = "tr[data-topic='her-family-name'] td:last-of-type .locator";
    let paragraph = reader.words(locator).await?.into_iter().next().context("a locator")?;
    let paragraph = paragraph.trim_start_matches('¶').to_owned();
    reader
        .press(locator)
        .await?
        .is_at(&format!("reviews/ahgase-watch-tv?paragraph={paragraph}&taken=her-family-name"))
        .await?;
    reader.has_focus_on(&format!(".outline-paragraph[data-paragraph='{paragraph}']")).await?;
    let is_in_window = "const here = document.activeElement.getBoundingClientRect(); \
                        return here.top < innerHeight && here.bottom > 0";
    becomes(true, async || reader.ask(is_in_window).await).await?;
    reader.back().await?.sees("tr[data-topic='her-family-name']").await?;
    Ok(())
}

#[tokio::test]
async fn the_whole_choice_is_in_the_address() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("compare").await?.press(".chooser summary").await?;
    reader.press("[data-review-id='seoulbeats'] input").await?;
    reader.press("[aria-label='Move NME forward']").await?;
    reader.press(".status-pills [data-status='agree']").await?.press(".status-pills [data-status='close']").await?;
    reader.press("select[name='group'] option[value='work']").await?;
    reader.type_into("input[name='text']", "e").await?;
    let address = "compare?reviews=nme,talents-of-world,the-movie-culture,ahgase-watch-tv\
                   &status=agree,close&group=work&text=e";
    reader.is_at(address).await?;
    let seen = until("rows", |rows: &Vec<Row>| !rows.is_empty(), async || rows(&reader).await).await?;
    let over = columns(&reader).await?;

    let other = Reader::of(&own).await?;
    other.open(address).await?.is_at(address).await?;
    becomes(seen, async || rows(&other).await).await?;
    assert_eq!(columns(&other).await?, over);
    assert_eq!(other.ask::<String>("return document.querySelector('select[name=group]').value").await?, "work");
    assert_eq!(other.ask::<String>("return document.querySelector('input[name=text]').value").await?, "e");
    assert_eq!(other.attributes(".pill[aria-pressed=true]", "data-status").await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn going_back_takes_back_one_choice_at_a_time() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare").await?;
    let whole = rows(&reader).await?;
    reader.press(".status-pills [data-status='agree']").await?.is_at("compare?status=agree").await?;
    let agreeing = rows(&reader).await?;
    reader.press("select[name='group'] option[value='work']").await?.is_at("compare?status=agree&group=work").await?;
    reader.back().await?.is_at("compare?status=agree").await?;
    becomes(agreeing, async || rows(&reader).await).await?;
    assert_eq!(reader.ask::<String>("return document.querySelector('select[name=group]').value").await?, "");
    reader.back().await?;
    becomes(whole, async || rows(&reader).await).await
}

#[tokio::test]
async fn a_review_that_contradicts_itself_shows_both_answers() -> Result<()> {
    let two = Collection::invented("two")?;
    let reader = Reader::of(&two).await?;
    reader.open("compare").await?.turn_dial(Dial::All).await?;
    let both = "return Array.from(document.querySelectorAll('table.comparison td')) \
                .filter(cell => cell.innerText.includes('Contradicts itself')) \
                .map(cell => cell.querySelectorAll('.says').length)";
    let cells: Vec<usize> = reader.ask(both).await?;
    ensure!(!cells.is_empty() && cells.iter().all(|answers| *answers >= 2), "{cells:?}");
    Ok(())
}

#[tokio::test]
async fn on_a_phone_every_cell_begins_with_its_reviews_number() -> Result<()> {
    let reader = Reader::with(&Collection::own()?, &Screen::new(360, 740).light()).await?;
    reader.open("compare").await?;
    // Firefox says where the words come from, the others what they are.
    let script = "return Array.from(document.querySelectorAll('tr.topic-row:not([hidden]) td'), cell => \
                  ['attr(data-review)', `\"${cell.dataset.review}\"`] \
                  .some(words => getComputedStyle(cell, '::before').content.startsWith(words)))";
    let numbered: Vec<bool> = reader.ask(script).await?;
    ensure!(numbered.len() > 100 && numbered.iter().all(|is_so| *is_so), "{numbered:?}");
    Ok(())
}
