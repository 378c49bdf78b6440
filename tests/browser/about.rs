//! About the record: what it says of itself, and the ways from there and to there.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use liner_notes_record::document::SCHEMA_FILE;
use liner_notes_record::questions::{Account, Status, account};
use liner_notes_record::{Dial, Shown};

use crate::collection::{Collection, built};
use crate::patience::becomes;
use crate::reader::Reader;

/// The reader at the page, with the dial at a stop.
async fn at(collection: &Collection, dial: Dial) -> Result<Reader> {
    let reader = Reader::of(collection).await?;
    reader.open("about").await?.turn_dial(dial).await?;
    Ok(reader)
}

/// The counts, in the order in which the page gives them.
fn counted(account: &Account<'_>) -> Vec<String> {
    let counts = account.counts;
    let all = [
        counts.reviews,
        counts.topics,
        counts.claims,
        counts.implied,
        counts.moments,
        counts.tellings,
        counts.spellings,
        counts.titles,
        counts.slips,
    ];
    all.map(|count| count.to_string()).into()
}

/// "Edition 1.0, 21 November 2026, 3f9a2c71".
fn edition(shown: Shown<'_>) -> String {
    let edition = shown.edition();
    format!("Edition {}, {}, {}", edition.version, edition.date, &edition.hash[..8])
}

#[tokio::test]
async fn the_counts_are_what_the_record_holds_at_each_stop() -> Result<()> {
    for collection in Collection::all()? {
        let reader = at(&collection, Dial::None).await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            becomes(counted(&account(collection.at(dial))), async || reader.words(".holdings dd b").await)
                .await
                .with_context(|| format!("{} at “{}”", collection.name, dial.words()))?;
            let said = reader.words(".about-part:has(.holdings) > div > .soft").await?.concat();
            ensure!(said.contains(&format!("spoilers: {}.", dial.words())), "it says “{said}”");
            ensure!(said.contains("goes on") == collection.at(dial).story_goes_on(), "it says “{said}”");
        }
    }
    Ok(())
}

#[tokio::test]
async fn each_status_is_explained_and_its_example_leads_to_its_row() -> Result<()> {
    for collection in Collection::all()? {
        let examples = account(collection.at(Dial::All)).examples;
        let reader = at(&collection, Dial::All).await?;
        let tokens = Status::ALL.map(|status| status.token().to_owned());
        assert_eq!(reader.attributes(".statuses > li", "data-status").await?, tokens);
        for (status, example) in examples {
            let item = format!(".statuses > li[data-status='{}']", status.token());
            let Some(digest) = example else {
                assert_eq!(reader.words(&format!("{item} .soft")).await?.len(), 1, "{}", status.words());
                continue;
            };
            let topic = &digest.row.topic.id;
            reader.press(&format!("{item} h3 a")).await?.has_focus_on(&format!("#topic-{topic}")).await?;
            assert_eq!(
                reader.attributes(&format!("#topic-{topic}"), "data-status").await?,
                [status.token()],
                "{topic}"
            );
            reader.back().await?.is_at("about").await?.sees(".statuses").await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_conflict_is_listed_at_each_stop() -> Result<()> {
    for collection in Collection::all()? {
        let reader = at(&collection, Dial::None).await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let conflicts = account(collection.at(dial)).conflicts;
            let topics: Vec<String> = conflicts.iter().map(|digest| digest.row.topic.id.to_string()).collect();
            becomes(topics, async || reader.attributes(".conflicts > li", "data-topic").await).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_paragraph_has_a_cell_that_says_how_much_is_shown_from_it() -> Result<()> {
    for collection in Collection::all()? {
        let reader = at(&collection, Dial::None).await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let lines = account(collection.at(dial)).coverage;
            let cells = lines.iter().flat_map(|line| &line.paragraphs);
            let words: Vec<String> = cells
                .map(|cell| match cell.taken {
                    0 => format!("nothing shown from ¶{}", cell.paragraph),
                    1 => format!("1 thing from ¶{}", cell.paragraph),
                    taken => format!("{taken} things from ¶{}", cell.paragraph),
                })
                .collect();
            becomes(words, async || reader.attributes(".covered", "aria-label").await).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_cell_leads_to_its_paragraph() -> Result<()> {
    let own = Collection::own()?;
    let reader = at(&own, Dial::None).await?;
    for line in account(own.at(Dial::None)).coverage {
        let empty = line.paragraphs.iter().find(|cell| cell.taken == 0);
        let full = line.paragraphs.iter().max_by_key(|cell| cell.taken);
        for cell in [full, empty].into_iter().flatten() {
            let (page, paragraph) = (format!("reviews/{}", line.review.id), format!("?paragraph={}", cell.paragraph));
            let link = reader.link_to(&format!("{page}/{paragraph}"));
            reader.press(&format!("{link}.covered")).await?.is_at(&format!("{page}{paragraph}")).await?;
            let marked = format!(".outline-paragraph.is-marked[data-paragraph='{}']", cell.paragraph);
            reader.has_focus_on(&marked).await?.back().await?.is_at("about").await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_slips_stand_under_the_reviews_that_make_them() -> Result<()> {
    let own = Collection::own()?;
    let reader = at(&own, Dial::All).await?;
    let shown = own.at(Dial::All);
    let slips: Vec<String> = shown.slips().map(|slip| slip.text.clone()).collect();
    ensure!(!slips.is_empty(), "the record has no slip");
    assert_eq!(reader.words(".about-slips li > p").await?, slips);
    let labels: Vec<String> = shown
        .reviews()
        .iter()
        .filter(|review| shown.slips().any(|slip| slip.review == review.id))
        .map(|review| format!("{} {}", review.number, review.label))
        .collect();
    let heads = reader.words(".about-slips h3").await?;
    assert_eq!(heads.iter().map(|head| head.replace('\n', " ")).collect::<Vec<_>>(), labels);
    reader.press(".about-slips .locator").await?.sees(".outline-paragraph.is-marked").await?;
    Ok(())
}

#[tokio::test]
async fn the_record_is_there_to_take_along_with_its_edition() -> Result<()> {
    for collection in Collection::all()? {
        let shown = collection.at(Dial::None);
        let work = &shown.work().id;
        let record = [format!("{work}.json"), SCHEMA_FILE.to_owned(), format!("{work}.csv")];
        let beside = ["liner-notes.html", "licences.txt"].map(|file| (file.to_owned(), file.to_owned()));
        let files = record.into_iter().map(|file| (format!("data/{file}"), file)).chain(beside);
        let files: Vec<(String, String)> = files.collect();
        let reader = Reader::of(&collection).await?;
        // A host may answer with or without a slash at the end, and a link counts from there.
        for path in ["about", "about/"] {
            reader.open(path).await?;
            let links = "return Array.from(document.querySelectorAll('.copies a'), link => [link.href, link.download])";
            let expected: Vec<(String, String)> =
                files.iter().map(|(path, file)| (reader.full_address(path), file.clone())).collect();
            assert_eq!(reader.ask::<Vec<(String, String)>>(links).await?, expected);
        }
        for (path, _) in &files {
            ensure!(built(&collection.name)?.join(path).is_file(), "the site {} has no {path}", collection.name);
        }
        let endings = reader.words(".copies li").await?;
        assert_eq!(endings.iter().filter(|words| words.contains("Contains the ending")).count(), 3);
        let citation = reader.words(".citation").await?.concat();
        for part in [&shown.work().title, &edition(shown), &shown.edition().licence] {
            ensure!(citation.contains(part.as_str()), "“{part}” is not in “{citation}”");
        }
        assert_eq!(reader.words(".colophon code").await?, [shown.edition().hash.clone()]);
    }
    Ok(())
}

#[tokio::test]
async fn the_foot_of_every_page_names_the_edition_and_leads_here() -> Result<()> {
    let three = Collection::invented("three")?;
    let reader = Reader::of(&three).await?;
    for route in three.routes() {
        reader.open(&route.path).await?;
        let foot = reader.words(".footing").await?.concat();
        ensure!(foot.contains(&edition(three.at(Dial::None))), "/{}: “{foot}”", route.path);
    }
    reader.press(".footing a").await?.is_at("about").await?.sees_heading("About the record").await?;
    reader.sees(".footing a[aria-current=page]").await?;
    Ok(())
}

/// The fields of the issue that a link fills in.
async fn issues(reader: &Reader) -> Result<Vec<(String, HashMap<String, String>)>> {
    let script = "return Array.from(document.querySelectorAll('.outline .report'), link => { \
                      const to = new URL(link.href); \
                      return [to.origin + to.pathname, Object.fromEntries(to.searchParams)]; })";
    reader.ask(script).await
}

#[tokio::test]
async fn every_claim_in_an_outline_can_be_reported_by_its_id_and_edition() -> Result<()> {
    let three = Collection::invented("three")?;
    let shown = three.at(Dial::All);
    let tracker = shown.work().tracker.as_deref().context("a tracker")?;
    let state = format!("Edition: {} {}", shown.edition().version, shown.edition().short_hash());
    let reader = at(&three, Dial::All).await?;
    for review in shown.reviews() {
        reader.open(&format!("reviews/{}", review.id)).await?.sees(".report").await?;
        let issues = issues(&reader).await?;
        for (to, issue) in &issues {
            ensure!(to == tracker, "a report goes to {to}");
            ensure!(issue["title"].starts_with(&review.label), "{}", issue["title"]);
            for part in [&state, "What the record says:", "What the text says:"] {
                ensure!(issue["body"].contains(part), "“{part}” is not in {}", issue["body"]);
            }
        }
        for claim in shown.claims().filter(|claim| claim.review == review.id) {
            let place = &claim.at[0];
            let place = format!("Place: ¶{} {}+{}", place.paragraph, place.start, place.length);
            let entry = format!("Entry: claim {}\n", claim.id());
            let is_it = |(_, issue): &&(String, HashMap<String, String>)| issue["body"].contains(&entry);
            let (_, issue) = issues.iter().find(is_it).with_context(|| format!("{} cannot be reported", claim.id()))?;
            ensure!(issue["body"].contains(&place), "“{place}” is not in {}", issue["body"]);
            ensure!(issue["title"].ends_with(&claim.id()), "{}", issue["title"]);
        }
        let names = reader.attributes(".outline .report", "aria-label").await?;
        ensure!(names.len() == issues.len(), "not every report has a name");
        ensure!(names.iter().all(|name| name.starts_with("Report a mistake: ") && name.contains('“')), "{names:?}");
        let rels = reader.attributes(".outline .report", "rel").await?;
        ensure!(rels.len() == issues.len() && rels.iter().all(|rel| rel == "noopener noreferrer"), "{rels:?}");
    }
    Ok(())
}

#[tokio::test]
async fn where_a_collection_names_no_tracker_nothing_can_be_reported() -> Result<()> {
    for name in ["two", "eight"] {
        let collection = Collection::invented(name)?;
        ensure!(collection.at(Dial::All).work().tracker.is_none(), "{name} has a tracker");
        let reader = at(&collection, Dial::All).await?;
        for review in collection.at(Dial::All).reviews() {
            reader.open(&format!("reviews/{}", review.id)).await?;
            assert_eq!(reader.count(".report").await?, 0, "{name}: {}", review.label);
        }
    }
    Ok(())
}
