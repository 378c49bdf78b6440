//! What the dial hides is not there: not in the page, its title, its address, nor in what is read out.
//!
//! The collection `three` says so itself: everything in it that a stop hides carries a sentinel.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;
use liner_notes_record::questions::Status;
use serde_json::Value;

use crate::collection::{Collection, share};
use crate::patience::becomes;
use crate::reader::Reader;
use crate::tour::visits;

/// The sentinels in words, in small letters.
const WORDS: [(&str, Dial); 2] = [("sentinelmiddle", Dial::Middle), ("sentinelending", Dial::All)];

/// The sentinels in figures.
const FIGURES: [(&str, Dial); 3] = [("4711", Dial::Middle), ("9973", Dial::All), ("99.73", Dial::All)];

/// Every place where something may stand, in small letters.
struct Everywhere {
    /// The page, its title and its address.
    page: String,
    /// What of the page people read: without the file names in its head, which hold figures by chance.
    body: String,
    /// What assistive technology is told, where the engine lets one know.
    told: Option<String>,
}

impl Everywhere {
    async fn on(reader: &Reader) -> Result<Self> {
        let (page, body): (String, String) = reader
            .ask(
                "return [[document.documentElement.outerHTML, document.title, location.href].join('\\n'), \
                         [document.body.outerHTML, document.title, location.href].join('\\n')]",
            )
            .await?;
        let told = match reader.page().told().await? {
            None => None,
            Some(tree) => {
                let mut told = String::new();
                texts(tree.get("nodes").context("the accessibility tree has no nodes")?, &mut told);
                Some(told.to_lowercase())
            }
        };
        Ok(Self { page: page.to_lowercase(), body: body.to_lowercase(), told })
    }

    /// The sentinels that stand there.
    fn sentinels(&self) -> Vec<(&'static str, Dial)> {
        let stands = |(word, _): &(&str, Dial)| self.page.contains(word) || self.tells(word);
        let counts = |(figure, _): &(&str, Dial)| self.body.contains(figure) || self.tells(figure);
        WORDS.into_iter().filter(stands).chain(FIGURES.into_iter().filter(counts)).collect()
    }

    fn tells(&self, word: &str) -> bool {
        self.told.as_ref().is_some_and(|told| told.contains(word))
    }
}

/// The texts in an accessibility tree; not its ids, which are figures by chance.
fn texts(tree: &Value, out: &mut String) {
    match tree {
        Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get("value") {
                out.push_str(text);
                out.push('\n');
            }
            fields.values().for_each(|field| texts(field, out));
        }
        _ => {}
    }
}

/// Every address of the collection with every choice that changes what is shown; [shared](share) by what is chosen, or by
/// what has a page.
fn addresses(collection: &Collection) -> Result<Vec<String>> {
    let whole = collection.at(Dial::All);
    let mut addresses: Vec<String> = collection.routes().into_iter().map(|route| route.path).collect();
    addresses.extend(["timeline?order=told", "timeline?view=list"].map(str::to_owned));
    addresses.extend(whole.moments().map(|moment| format!("timeline?moment={}", moment.id)));
    addresses.extend(Status::ALL.map(|status| format!("compare?status={}", status.token())));
    addresses.extend(whole.groups().map(|group| format!("compare?group={}", group.id)));
    addresses.extend(whole.topics().map(|topic| format!("compare?topic={}", topic.id)));
    addresses.extend(whole.moments().map(|moment| format!("beside?moment={}", moment.id)));
    let slugs: Vec<&str> = whole.reviews().iter().map(|review| review.id.as_str()).collect();
    addresses.push(format!("compare?reviews={}", slugs[..2].join(",")));
    let groups: Vec<String> = whole.groups().map(|group| group.id.to_string()).collect();
    addresses.push(format!("compare?open={}", groups.join(",")));
    addresses.extend(groups.iter().map(|group| format!("compare?at={group}")));
    for review in whole.reviews().iter().take(1) {
        addresses.extend((1..=review.paragraphs.len()).map(|n| format!("reviews/{}?paragraph={n}", review.id)));
    }
    share(addresses, |address| Some(address.rsplit_once(['=', '/'])?.0.to_owned()))
}

/// Goes everywhere at a stop of the dial: nothing above it is anywhere, and everything up to it is somewhere.
async fn holds_at(dial: Dial) -> Result<()> {
    let three = Collection::invented("three")?;
    let reader = Reader::of(&three).await?;
    reader.open("").await?.turn_dial(dial).await?;
    let mut seen = BTreeSet::new();
    let (mut told, mut can_be_told) = (BTreeSet::new(), false);
    for address in addresses(&three)? {
        reader.open(&address).await?.has_dial_at(dial).await?;
        let everywhere = Everywhere::on(&reader).await?;
        for (sentinel, from) in everywhere.sentinels() {
            ensure!(from <= dial, "{sentinel} is at /{address} with the dial at “{}”", dial.words());
            seen.insert(sentinel);
        }
        can_be_told |= everywhere.told.is_some();
        told.extend(WORDS.into_iter().filter(|(word, _)| everywhere.tells(word)));
    }
    // The search finds them where they may be, or it would find nothing anywhere.
    for (sentinel, from) in WORDS.into_iter().chain(FIGURES) {
        ensure!(seen.contains(sentinel) == (from <= dial), "{sentinel} is nowhere at “{}”", dial.words());
    }
    let due = WORDS.iter().filter(|(_, from)| *from <= dial).count();
    ensure!(!can_be_told || told.len() == due, "only {told:?} are read out");
    Ok(())
}

#[tokio::test]
async fn at_none_nothing_above_the_premise_is_anywhere() -> Result<()> {
    holds_at(Dial::None).await
}

#[tokio::test]
async fn at_the_middle_nothing_of_the_ending_is_anywhere() -> Result<()> {
    holds_at(Dial::Middle).await
}

#[tokio::test]
async fn at_all_everything_is_somewhere() -> Result<()> {
    holds_at(Dial::All).await
}

#[tokio::test]
async fn turning_the_dial_back_leaves_nothing_behind() -> Result<()> {
    let three = Collection::invented("three")?;
    let moment = three.at(Dial::All).moments().last().context("a moment")?.id.to_string();
    let topic = three.at(Dial::All).topics().last().context("a topic")?.id.to_string();
    let reader = Reader::of(&three).await?;
    let addresses = [
        "".to_owned(),
        "compare".to_owned(),
        format!("compare?topic={topic}"),
        "cast".to_owned(),
        "cast/the-bell".to_owned(),
        "timeline?order=told".to_owned(),
        format!("timeline?moment={moment}"),
        "reviews/harbour-ear".to_owned(),
    ];
    for address in addresses {
        reader.open(&address).await?.turn_dial(Dial::All).await?;
        let found = async || Ok(!Everywhere::on(&reader).await?.sentinels().is_empty());
        becomes(true, found).await.with_context(|| format!("at /{address}"))?;
        reader.turn_dial(Dial::None).await?;
        let left = async || Ok(Everywhere::on(&reader).await?.sentinels());
        becomes(Vec::new(), left).await.with_context(|| format!("at /{address}"))?;
    }
    Ok(())
}

/// Whether a title stands among the texts of a page. Short ones are words that may stand in any sentence, so these
/// count only by themselves.
fn stands_in(texts: &[String], title: &str) -> bool {
    let title = title.to_lowercase();
    let is_short = title.split_whitespace().count() < 4;
    texts.iter().map(|text| text.to_lowercase()).any(|text| text == title || (!is_short && text.contains(&title)))
}

#[tokio::test]
async fn at_none_no_title_of_a_hidden_topic_or_moment_is_on_any_page() -> Result<()> {
    for collection in Collection::all()? {
        let titles = collection.titles_above(Dial::None);
        ensure!(!titles.is_empty(), "{} hides nothing", collection.name);
        let visits = visits().await?.iter().filter(|visit| visit.collection == collection.name);
        let mut seen = BTreeSet::new();
        for visit in visits {
            for title in titles.iter().filter(|title| stands_in(&visit.page.texts, title)) {
                ensure!(visit.dial == Dial::All, "{}: “{title}” is there", visit.name());
                seen.insert(title);
            }
        }
        for title in &titles {
            ensure!(seen.contains(title), "{}: “{title}” is nowhere, even at “all”", collection.name);
        }
    }
    Ok(())
}
