//! Compare: filtering by status, group and words.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;
use liner_notes_record::questions::{Filter, Status};

use crate::collection::Collection;
use crate::compare::{Row, rows, unfold};
use crate::patience::{becomes, until};
use crate::reader::Reader;

async fn comparing(collection: &Collection, dial: Dial) -> Result<Reader> {
    let reader = Reader::of(collection).await?;
    reader.open("compare").await?.turn_dial(dial).await?;
    Ok(reader)
}

/// The topics of the rows that the record keeps, those that fold at the end of their group.
fn kept(collection: &Collection, dial: Dial, filter: &Filter) -> Vec<String> {
    let shown = collection.at(dial);
    let reviews: Vec<_> = shown.reviews().iter().collect();
    let comparison = liner_notes_record::questions::compare(shown, &reviews, filter);
    let rows = comparison.sections.iter().flat_map(|section| section.rows.iter().chain(&section.folded));
    rows.map(|row| row.topic.id.to_string()).collect()
}

async fn topics(reader: &Reader) -> Result<Vec<String>> {
    reader.attributes("tr.topic-row:not([hidden])", "data-topic").await
}

async fn number_on(reader: &Reader, css: &str) -> Result<usize> {
    let count = reader.words(&format!("{css} .count")).await?;
    Ok(count.first().with_context(|| format!("no count on {css}"))?.parse()?)
}

#[tokio::test]
async fn the_table_holds_what_the_dial_shows_and_counts_no_more() -> Result<()> {
    for collection in Collection::all()? {
        let reader = comparing(&collection, Dial::None).await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let expected = kept(&collection, dial, &Filter::default());
            unfold(&reader).await?;
            becomes(expected.clone(), async || topics(&reader).await).await?;
            assert_eq!(number_on(&reader, ".status-pills .pill:first-child").await?, expected.len());
            let corner = reader.words("table.comparison .corner").await?.concat();
            let caption = reader.words("table.comparison caption").await?.concat();
            let counted = format!("{} topic", expected.len());
            ensure!(corner.starts_with(&counted) && caption.starts_with(&counted), "{corner} / {caption}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_status_keeps_as_many_rows_as_it_counts() -> Result<()> {
    for collection in Collection::all()? {
        let reader = comparing(&collection, Dial::All).await?;
        let mut by_status: BTreeMap<String, usize> = BTreeMap::new();
        unfold(&reader).await?;
        for row in rows(&reader).await? {
            *by_status.entry(row.status).or_default() += 1;
        }
        reader.open("compare").await?.has_dial_at(Dial::All).await?;
        let statuses = reader.attributes(".status-pills .pill", "data-status").await?;
        ensure!(statuses.len() >= by_status.len(), "{}: only {statuses:?} are offered", collection.name);
        for status in statuses {
            let pill = format!(".status-pills [data-status='{status}']");
            let word = reader.words(&format!("{pill} .status")).await?.concat().to_lowercase();
            let count = number_on(&reader, &pill).await?;
            if status != "silent" {
                assert_eq!(by_status.get(&word), Some(&count), "{}: {status}", collection.name);
            }
            reader.press(&pill).await?.is_at(&format!("compare?status={status}")).await?;
            let left = until(
                &format!("{count} rows that are {word}"),
                |left: &Vec<Row>| left.len() == count && left.iter().all(|row| row.status == word),
                async || rows(&reader).await,
            )
            .await?;
            ensure!(!left.is_empty(), "{}: {status} is offered and keeps nothing", collection.name);
            reader.press(&pill).await?.is_at("compare").await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn two_statuses_keep_the_rows_of_both() -> Result<()> {
    let reader = comparing(&Collection::own()?, Dial::All).await?;
    let count =
        number_on(&reader, "[data-status='agree']").await? + number_on(&reader, "[data-status='differ']").await?;
    reader.press(".status-pills [data-status='agree']").await?.press(".status-pills [data-status='differ']").await?;
    becomes(count, async || Ok(topics(&reader).await?.len())).await?;
    reader.press(".status-pills .pill:first-child").await?.is_at("compare").await?;
    Ok(())
}

#[tokio::test]
async fn a_group_keeps_its_own_rows() -> Result<()> {
    for collection in Collection::all()? {
        let reader = comparing(&collection, Dial::None).await?;
        let shown = collection.at(Dial::None);
        let groups: Vec<String> = shown.groups().map(|group| group.id.to_string()).collect();
        assert_eq!(reader.attributes("select[name='group'] option", "value").await?[1..], groups);
        for group in shown.groups() {
            let filter = Filter { group: Some(group.id.clone()), ..Filter::default() };
            let expected = kept(&collection, Dial::None, &filter);
            if expected.is_empty() {
                continue;
            }
            reader.press(&format!("select[name='group'] option[value='{}']", group.id)).await?;
            becomes(vec![group.name.clone()], async || reader.words("table.comparison tbody:not([hidden]) h2").await)
                .await?;
            unfold(&reader).await?;
            becomes(expected, async || topics(&reader).await).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn words_keep_the_rows_in_which_they_stand() -> Result<()> {
    let own = Collection::own()?;
    let reader = comparing(&own, Dial::All).await?;
    for words in ["SEO", "lee", "episode", "ß", "no review says this"] {
        let expected = kept(&own, Dial::All, &Filter { text: words.to_owned(), ..Filter::default() });
        reader.open("compare").await?.type_into("input[name='text']", words).await?;
        becomes(expected, async || topics(&reader).await).await?;
    }
    Ok(())
}

#[tokio::test]
async fn status_group_and_words_go_together() -> Result<()> {
    let own = Collection::own()?;
    let reader = comparing(&own, Dial::All).await?;
    let whole = own.at(Dial::All);
    let group = whole.groups().find(|group| group.id.as_str() == "work").context("the group")?.id.clone();
    let filter = Filter { statuses: vec![Status::Agree], group: Some(group), text: "episode".to_owned() };
    let expected = kept(&own, Dial::All, &filter);
    ensure!(!expected.is_empty(), "nothing fits; choose other words for this test");
    reader.press(".status-pills [data-status='agree']").await?;
    reader.press("select[name='group'] option[value='work']").await?.type_into("input[name='text']", "episode").await?;
    becomes(expected, async || topics(&reader).await).await
}

#[tokio::test]
async fn typing_keeps_the_focus_and_leaves_no_trail_in_the_history() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("reviews").await?.press_words("Compare").await?.is_at("compare").await?;
    let before: usize = reader.ask("return history.length").await?;
    for letter in "family".chars() {
        reader.type_into("input[name='text']", &letter.to_string()).await?;
        reader.has_focus_on("input[name='text']").await?;
    }
    reader.is_at("compare?text=family").await?;
    assert_eq!(reader.ask::<String>("return document.querySelector('input[name=text]').value").await?, "family");
    assert_eq!(reader.ask::<usize>("return history.length").await?, before);
    reader.back().await?.is_at("reviews").await?;
    Ok(())
}

#[tokio::test]
async fn typing_in_the_middle_of_a_word_stays_there() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare?text=fmily").await?;
    let put = "const field = document.querySelector('input[name=text]'); \
               field.focus(); field.setSelectionRange(1, 1)";
    reader.page().execute(put, Vec::new()).await?;
    reader.page().active_element().await?.send_keys("a").await?;
    reader.is_at("compare?text=family").await?;
    let place: usize = reader.ask("return document.querySelector('input[name=text]').selectionStart").await?;
    assert_eq!(place, 2);
    Ok(())
}

#[tokio::test]
async fn when_no_row_fits_the_filters_can_be_cleared() -> Result<()> {
    let reader = comparing(&Collection::own()?, Dial::None).await?;
    let whole = topics(&reader).await?;
    reader.type_into("input[name='text']", "no review says this").await?.sees_no("table.comparison").await?;
    becomes(vec!["No topic fits".to_owned()], async || reader.words(".empty h2").await).await?;
    reader.press_words("Clear the filters").await?.is_at("compare").await?;
    becomes(whole, async || topics(&reader).await).await?;
    assert_eq!(reader.ask::<String>("return document.querySelector('input[name=text]').value").await?, "");
    Ok(())
}
