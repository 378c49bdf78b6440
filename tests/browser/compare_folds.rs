//! Compare with many topics: what folds, the jump list, the count of what the filters leave out.

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use liner_notes_record::questions::{Comparison, Filter, Section, Status, compare};
use thirtyfour::Key;

use crate::collection::Collection;
use crate::compare::{rows, unfold};
use crate::patience::becomes;
use crate::reader::Reader;

fn comparison<'c>(collection: &'c Collection, filter: &Filter) -> Comparison<'c> {
    let shown = collection.at(Dial::All);
    let reviews: Vec<_> = shown.reviews().iter().collect();
    compare(shown, &reviews, filter)
}

/// Compare with nothing hidden, and the groups in which rows fold: there are some.
async fn comparing(collection: &Collection) -> Result<(Reader, Vec<Section<'_>>)> {
    let mut sections = comparison(collection, &Filter::default()).sections;
    sections.retain(|section| !section.folded.is_empty());
    ensure!(!sections.is_empty(), "nothing folds in {}", collection.name);
    let reader = Reader::of(collection).await?;
    reader.open("compare").await?.turn_dial(Dial::All).await?;
    Ok((reader, sections))
}

fn topics(rows: &[liner_notes_record::questions::Row<'_>]) -> Vec<String> {
    rows.iter().map(|row| row.topic.id.to_string()).collect()
}

/// The topics of a group that are on the screen.
async fn topics_in(reader: &Reader, section: &Section<'_>) -> Result<Vec<String>> {
    reader
        .attributes(&format!("tbody[data-group='{}'] tr.topic-row:not([hidden])", section.group.id), "data-topic")
        .await
}

fn fold_of(section: &Section<'_>) -> String {
    format!("tbody[data-group='{}'] .fold", section.group.id)
}

/// Whether the element with the focus is in the window and not under what stays at its top.
const IS_UNCOVERED: &str = "
    const box = document.activeElement.getBoundingClientRect();
    const x = Math.min(box.left + box.width / 2, innerWidth / 2);
    const there = document.elementFromPoint(x, box.top + Math.min(box.height / 2, 20));
    return document.activeElement.contains(there)";

#[tokio::test]
async fn rows_on_which_only_one_speaks_unfold_in_place_and_the_address_keeps_it() -> Result<()> {
    let own = Collection::own()?;
    let (reader, sections) = comparing(&own).await?;
    let mut open = Vec::new();
    for section in &sections {
        let fold = fold_of(section);
        becomes(topics(&section.rows), async || topics_in(&reader, section).await).await?;
        let words = reader.words(&fold).await?.concat();
        ensure!(words.starts_with(&format!("{} topics", section.folded.len())), "the fold says {words}");
        let voices = section.folded_voices().count();
        assert_eq!(reader.count(&format!("{fold} .review-number")).await?, voices);
        reader.press(&fold).await?;
        open.push(section.group.id.as_str());
        reader.is_at(&format!("compare?open={}", open.join(","))).await?;
        let all: Vec<String> = [topics(&section.rows), topics(&section.folded)].concat();
        becomes(all, async || topics_in(&reader, section).await).await?;
        assert_eq!(reader.attributes(&fold, "aria-expanded").await?, ["true"]);
        reader.has_focus_on(&fold).await?;
    }
    let seen = rows(&reader).await?;
    reader.reload().await?;
    becomes(seen, async || rows(&reader).await).await?;
    Ok(())
}

#[tokio::test]
async fn a_fold_is_worked_from_the_keyboard_and_going_back_folds_again() -> Result<()> {
    let own = Collection::own()?;
    let (reader, sections) = comparing(&own).await?;
    let section = &sections[0];
    reader.find(&fold_of(section)).await?.focus().await?;
    reader.key(Key::Enter).await?.is_at(&format!("compare?open={}", section.group.id)).await?;
    becomes(section.count(), async || Ok(topics_in(&reader, section).await?.len())).await?;
    reader.key(Key::Space).await?.is_at("compare").await?;
    becomes(section.rows.len(), async || Ok(topics_in(&reader, section).await?.len())).await?;
    reader.back().await?.is_at(&format!("compare?open={}", section.group.id)).await?;
    becomes(section.count(), async || Ok(topics_in(&reader, section).await?.len())).await?;
    reader.back().await?.is_at("compare").await?;
    becomes(section.rows.len(), async || Ok(topics_in(&reader, section).await?.len())).await
}

#[tokio::test]
async fn a_folded_topic_that_is_looked_for_is_shown_and_its_group_can_be_folded_again() -> Result<()> {
    let own = Collection::own()?;
    let (reader, sections) = comparing(&own).await?;
    let section = &sections[0];
    let topic = &section.folded[0].topic.id;
    reader.open(&format!("compare?topic={topic}")).await?.has_focus_on(&format!("#topic-{topic}")).await?;
    becomes(section.count(), async || Ok(topics_in(&reader, section).await?.len())).await?;
    becomes(true, async || reader.ask(IS_UNCOVERED).await).await?;
    reader.press(&fold_of(section)).await?.is_at("compare").await?;
    becomes(topics(&section.rows), async || topics_in(&reader, section).await).await
}

#[tokio::test]
async fn a_reader_who_looks_for_words_or_for_what_only_one_says_meets_no_fold() -> Result<()> {
    let own = Collection::own()?;
    let (reader, sections) = comparing(&own).await?;
    let folded = &sections[0].folded[0];
    let id = folded.topic.id.to_string();
    reader.press(".status-pills [data-status='only-one']").await?.sees_no(".fold").await?;
    reader.sees(&format!("#topic-{id}")).await?.press(".status-pills .pill:first-child").await?;
    reader.sees(".fold").await?.type_into("input[name='text']", &folded.topic.title).await?.sees_no(".fold").await?;
    reader.sees(&format!("#topic-{id}")).await?;
    Ok(())
}

#[tokio::test]
async fn every_group_is_a_jump_away_as_often_as_it_is_pressed_at_every_width() -> Result<()> {
    let own = Collection::own()?;
    for width in [360, 768, 1280] {
        let reader = Reader::with(&own, &Screen::new(width, 800).light().still()).await?;
        reader.open("compare").await?.turn_dial(Dial::All).await?;
        let sections = comparison(&own, &Filter::default()).sections;
        let said: Vec<String> =
            sections.iter().map(|section| format!("{} {}", section.group.name, section.count())).collect();
        assert_eq!(reader.words(".jumps a").await?, said);
        let last = sections.last().context("a group")?;
        for section in [last, &sections[1], last] {
            let to = format!("compare?at={}", section.group.id);
            let link = reader.link_to(&format!("compare/?at={}", section.group.id));
            // Twice: after the first time the reader has gone elsewhere on the page.
            for _ in 0..2 {
                reader.press(&format!(".jumps {link}")).await?.is_at(&to).await?;
                reader.has_focus_on(&format!("#group-{}", section.group.id)).await?;
                becomes(true, async || reader.ask(IS_UNCOVERED).await)
                    .await
                    .with_context(|| format!("{} at {width}", section.group.id))?;
                let away = "document.querySelector('.table-region').scrollTo(0, 0); scrollTo(0, 0)";
                reader.page().execute(away, Vec::new()).await?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_address_with_a_group_opens_at_it_and_a_filter_leaves_it_behind() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let whole = own.at(Dial::None);
    let group = whole.groups().last().context("a group")?.id.to_string();
    reader.open(&format!("compare?at={group}")).await?.has_focus_on(&format!("#group-{group}")).await?;
    becomes(true, async || reader.ask(IS_UNCOVERED).await).await?;
    reader.press(".status-pills [data-status='agree']").await?.is_at("compare?status=agree").await?;
    Ok(())
}

#[tokio::test]
async fn what_the_filters_leave_out_is_counted_and_said() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("compare").await?.turn_dial(Dial::All).await?;
        let tally = async || reader.words(".page [role=status]:not(.notice)").await;
        let whole = comparison(&collection, &Filter::default());
        becomes(vec![format!("{} topics", whole.shown())], tally).await?;
        let filter = Filter { statuses: vec![Status::Differ], ..Filter::default() };
        let left = comparison(&collection, &filter);
        ensure!(
            !left.left_out.is_empty() && left.shown() + left.left_out.len() == whole.shown(),
            "nothing is left out"
        );
        reader.press(".status-pills [data-status='differ']").await?;
        let said =
            format!("{} of {} topics; the filters leave out {}", left.shown(), whole.shown(), left.left_out.len());
        becomes(vec![said], tally).await?;
    }
    Ok(())
}

#[tokio::test]
async fn unfolded_the_table_fits_every_screen_and_gives_no_id_twice() -> Result<()> {
    let own = Collection::own()?;
    for width in crate::tour::WIDTHS {
        let reader = Reader::with(&own, &Screen::new(width, 900).light()).await?;
        reader.open("compare").await?.turn_dial(Dial::All).await?;
        unfold(&reader).await?;
        let over: i32 = reader.ask("return document.documentElement.scrollWidth - innerWidth").await?;
        ensure!(over <= 0, "{over} px over at {width}");
        let ids: Vec<String> = reader.attributes("[id]", "id").await?;
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len());
    }
    Ok(())
}
