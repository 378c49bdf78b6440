//! What those hear who have pages read out: the tree that the browser hands to screen readers, and in which language words
//! are.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use liner_notes_record::questions::{Filter, compare};
use liner_notes_record::{Dial, Level};
use serde_json::Value;

use crate::collection::Collection;
use crate::reader::Reader;

/// Something that is read out.
#[derive(Debug)]
struct Heard {
    role: String,
    name: String,
}

/// Everything that a screen reader goes through, in its order, as the browser has it; what it passes over is left out.
async fn tree(reader: &Reader) -> Result<Vec<Heard>> {
    let told = reader.page().told().await?.context("the browser gives no tree")?;
    let nodes = told.get("nodes").and_then(Value::as_array).context("the tree has no nodes")?;
    let text = |node: &Value, path: &str| node.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
    let by_id: HashMap<String, &Value> = nodes.iter().map(|node| (text(node, "/nodeId"), node)).collect();
    let root = nodes.first().map(|node| text(node, "/nodeId")).context("the tree is empty")?;
    let mut heard = Vec::new();
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        let Some(node) = by_id.get(&id) else { continue };
        let is_ignored = node.get("ignored").and_then(Value::as_bool).unwrap_or_default();
        if !is_ignored {
            heard.push(Heard { role: text(node, "/role/value"), name: text(node, "/name/value") });
        }
        let children = node.get("childIds").and_then(Value::as_array).into_iter().flatten();
        let children: Vec<String> = children.filter_map(|child| child.as_str().map(str::to_owned)).collect();
        waiting.extend(children.into_iter().rev());
    }
    Ok(heard)
}

#[tokio::test]
async fn in_compare_one_hears_topic_status_review_and_answer_in_that_order() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::None);
    let reader = Reader::of(&own).await?;
    reader.open("compare").await?;
    let heard = tree(&reader).await?;
    let at = heard.iter().position(|one| one.role == "table").context("no table is read out")?;
    ensure!(heard[at].name.contains("topics by"), "the table is called “{}”", heard[at].name);
    let region = heard[..at].iter().rposition(|one| one.role == "region").context("the table is in no region")?;
    ensure!(heard[region].name == heard[at].name, "the region is called “{}”", heard[region].name);
    let table = &heard[at..];
    // Whose each column is, before all answers.
    let heads: Vec<&str> = table.iter().filter(|one| one.role == "columnheader").map(|one| one.name.as_str()).collect();
    let reviews: Vec<&str> = shown.reviews().iter().map(|review| review.label.as_str()).collect();
    ensure!(heads.len() == reviews.len() + 1, "{heads:?}");
    for (head, review) in heads[1..].iter().zip(&reviews) {
        ensure!(head.contains(review), "the head of {review} is read out as “{head}”");
    }
    // A row: its topic and what it comes to, then what each review answers, in the order of the heads.
    let chosen: Vec<_> = shown.reviews().iter().collect();
    let comparison = compare(shown, &chosen, &Filter::default());
    let mut rows = 0;
    for row in
        comparison.sections.iter().flat_map(|section| &section.rows).filter(|row| row.topic.level == Level::Premise)
    {
        let title = row.topic.title.as_str();
        let head = table.iter().position(|one| one.role == "rowheader" && one.name.contains(title));
        let head = head.with_context(|| format!("no row is headed “{title}”"))?;
        ensure!(
            table[head].name.contains(row.status.words()),
            "“{title}” comes to {}, and is read out as “{}”",
            row.status.words(),
            table[head].name
        );
        let cells = table[head + 1..].iter().take_while(|one| one.role != "rowheader");
        let answers: Vec<&Heard> = cells.filter(|one| matches!(one.role.as_str(), "cell" | "gridcell")).collect();
        ensure!(answers.len() >= reviews.len(), "“{title}” has {} answers", answers.len());
        rows += 1;
    }
    ensure!(rows > 20, "only {rows} rows were looked at");
    Ok(())
}

#[tokio::test]
async fn every_row_is_read_out_with_the_words_that_stand_in_it_review_by_review() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::None);
    let reader = Reader::of(&own).await?;
    reader.open("compare").await?;
    let chosen: Vec<_> = shown.reviews().iter().collect();
    let comparison = compare(shown, &chosen, &Filter::default());
    let heard = tree(&reader).await?;
    let mut answers = 0;
    for row in
        comparison.sections.iter().flat_map(|section| &section.rows).filter(|row| row.topic.level == Level::Premise)
    {
        let title = row.topic.title.as_str();
        let is_head = |one: &Heard| one.role == "rowheader";
        let head = heard.iter().position(|one| is_head(one) && one.name.contains(title));
        let head = head.with_context(|| format!("no row is headed “{title}”"))?;
        let end = heard[head + 1..].iter().position(is_head).map_or(heard.len(), |length| head + 1 + length);
        let all = heard[head..end].iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("\n");
        let mut from = 0;
        for cell in &row.cells {
            for answer in &cell.answers {
                let said = answer.in_short();
                let place = all[from..].find(said);
                from += place.with_context(|| format!("in “{title}”, “{said}” is not read out in its turn"))?;
                answers += 1;
            }
        }
    }
    ensure!(answers > 50, "only {answers} answers were looked for");
    Ok(())
}

#[tokio::test]
async fn the_score_is_a_picture_and_the_list_says_the_same_in_words() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("timeline").await?.turn_dial(Dial::All).await?;
    let own = Collection::own()?;
    let heard = tree(&reader).await?;
    for moment in own.at(Dial::All).moments() {
        let times = heard.iter().filter(|one| one.role == "button" && one.name == moment.title).count();
        ensure!(times == 1, "“{}” can be pressed {times} times", moment.title);
    }
    let is_picture = |one: &&Heard| matches!(one.role.as_str(), "image" | "img") && one.name.is_empty();
    let strange: Vec<&Heard> = heard.iter().filter(|one| one.role.starts_with("Svg") || is_picture(one)).collect();
    ensure!(strange.is_empty(), "parts of a picture, or pictures without a name, are read out: {strange:?}");
    Ok(())
}

/// The Korean words that no element says are Korean.
const KOREAN: &str = "
    const isKorean = /[\\u1100-\\u11ff\\u3130-\\u318f\\uac00-\\ud7a3]/;
    const words = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    let known = 0;
    const unknown = [];
    while (words.nextNode()) {
        const { data, parentElement } = words.currentNode;
        if (!isKorean.test(data) || parentElement.closest('script, style')) continue;
        if (parentElement.closest('[lang]').lang === 'ko') known += 1;
        else unknown.push(data.trim().slice(0, 80));
    }
    for (const name of ['title', 'aria-label', 'alt', 'placeholder']) {
        for (const one of document.querySelectorAll(`[${name}]`)) {
            if (isKorean.test(one.getAttribute(name)) && one.closest('[lang]').lang !== 'ko') unknown.push(`${name}: ${one.getAttribute(name)}`);
        }
    }
    return [known, unknown];";

#[tokio::test]
async fn what_is_korean_is_said_to_be() -> Result<()> {
    let mut known = 0;
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("").await?.turn_dial(Dial::All).await?;
        for route in collection.places()? {
            reader.open(&route.path).await?;
            let (marked, unmarked): (usize, Vec<String>) = reader.ask(KOREAN).await?;
            ensure!(unmarked.is_empty(), "in {} at /{}: {unmarked:?}", collection.name, route.path);
            known += marked;
        }
    }
    ensure!(known > 3, "only {known} words are Korean");
    Ok(())
}
