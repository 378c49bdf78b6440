//! Cast: everyone's cards, every spelling, who plays whom.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;
use liner_notes_record::model::Who;
use liner_notes_record::questions::{Card, cards, sections};
use serde::Deserialize;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// One form of a name on a card: the review's number, the form, how often, in which paragraphs.
#[derive(Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
struct Form {
    review: String,
    text: String,
    count: usize,
    paragraphs: Vec<String>,
}

const FORMS: &str = "
    return Array.from(document.querySelectorAll('.spellings .forms > li'), form => ({
        review: form.closest('[data-review]').querySelector('.review-number').textContent.trim(),
        text: form.querySelector('bdi').textContent,
        count: Number(form.querySelector('.count [aria-hidden]').textContent.replace(/[^0-9]/g, '')),
        paragraphs: Array.from(form.querySelectorAll('.locator'), one => one.textContent.trim()),
    }))";

/// The forms that the record has for a card.
fn forms_of(card: &Card<'_>) -> Vec<Form> {
    let mut forms = Vec::new();
    for one in &card.forms {
        for spelling in &one.spellings {
            let mut paragraphs: Vec<u16> = spelling.at.iter().map(|place| place.paragraph).collect();
            paragraphs.sort_unstable();
            paragraphs.dedup();
            forms.push(Form {
                review: one.review.number.to_string(),
                text: spelling.text.clone(),
                count: spelling.at.len(),
                paragraphs: paragraphs.iter().map(|paragraph| format!("¶{paragraph}")).collect(),
            });
        }
    }
    forms.sort();
    forms
}

#[tokio::test]
async fn everyone_whom_the_dial_shows_has_a_card() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("cast").await?;
        for dial in Dial::STOPS {
            reader.turn_dial(dial).await?;
            let mut everyone: Vec<String> =
                cards(collection.at(dial)).iter().map(|card| card.who.slug().to_owned()).collect();
            everyone.sort();
            becomes(everyone, async || {
                let mut shown = reader.attributes(".cast-cards > .cast-card", "data-who").await?;
                shown.sort();
                Ok(shown)
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_card_holds_every_spelling_with_its_review_count_and_places() -> Result<()> {
    for collection in Collection::all()? {
        let reader = Reader::of(&collection).await?;
        reader.open("").await?.turn_dial(Dial::All).await?;
        let mut seen = 0;
        for card in cards(collection.at(Dial::All)) {
            reader.open(&format!("cast/{}", card.who.slug())).await?.sees_heading(card.name).await?;
            let expected = forms_of(&card);
            seen += expected.len();
            becomes(expected, async || {
                let mut forms: Vec<Form> = reader.ask(FORMS).await?;
                forms.sort();
                Ok(forms)
            })
            .await?;
        }
        ensure!(seen > 0, "{} has no spelling", collection.name);
    }
    Ok(())
}

#[tokio::test]
async fn the_list_of_cards_counts_each_form_over_all_reviews() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("cast").await?.turn_dial(Dial::All).await?;
    for card in cards(own.at(Dial::All)) {
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for form in forms_of(&card) {
            *expected.entry(form.text).or_default() += form.count;
        }
        let script = "return Object.fromEntries(Array.from( \
                          document.querySelectorAll(`.cast-card[data-who='${arguments[0]}'] .chip`), chip => [ \
                              chip.querySelector('bdi').textContent, \
                              Number(chip.querySelector('.count [aria-hidden]').textContent.replace(/[^0-9]/g, ''))]))";
        let chips: BTreeMap<String, usize> = reader.ask_with(script, vec![card.who.slug().into()]).await?;
        assert_eq!(chips, expected, "{}", card.name);
    }
    Ok(())
}

#[tokio::test]
async fn who_plays_whom_is_on_both_cards_and_leads_from_one_to_the_other() -> Result<()> {
    for collection in Collection::all()? {
        let shown = collection.at(Dial::None);
        let cards = cards(shown);
        let reader = Reader::of(&collection).await?;
        let mut pairs = 0;
        for card in cards.iter().filter(|card| matches!(card.who, Who::Character(_))) {
            let Some(player) = card.played_by else { continue };
            pairs += 1;
            reader.open(&format!("cast/{}", card.who.slug())).await?;
            let to_player = format!(".card-page {}", reader.link_to(&format!("cast/{}/", player.id)));
            ensure!(reader.words(".card-page").await?.concat().contains(&format!("played by {}", player.name)));
            reader.press(&to_player).await?.is_at(&format!("cast/{}", player.id)).await?;
            reader.sees_heading(&player.name).await?.has_focus_on("main h1").await?;
            ensure!(reader.words(".card-page").await?.concat().contains(&format!("plays {}", card.name)));
            reader.press(&format!(".card-page {}", reader.link_to(&format!("cast/{}/", card.who.slug())))).await?;
            reader.sees_heading(card.name).await?;
        }
        ensure!(pairs > 0, "nobody plays anybody in {}", collection.name);
    }
    Ok(())
}

#[tokio::test]
async fn nobody_is_said_to_play_who_is_hidden() -> Result<()> {
    // Of the two characters that she plays in this collection, one is an ending.
    let three = Collection::invented("three")?;
    let reader = Reader::of(&three).await?;
    reader.open("cast/nell-ardent").await?;
    let before = reader.words(".card-page").await?.concat();
    reader.turn_dial(Dial::All).await?;
    let all = cards(three.at(Dial::All));
    let card = all.iter().find(|card| card.who.slug() == "nell-ardent").context("her card")?;
    ensure!(card.plays.len() == 2, "she plays {} in the record", card.plays.len());
    for character in &card.plays {
        ensure!(reader.words(".card-page").await?.concat().contains(&character.name), "{}", character.name);
    }
    let hidden = card.plays.iter().filter(|one| !Dial::None.shows(one.level));
    for character in hidden {
        ensure!(!before.contains(&character.name), "{} was named before", character.name);
    }
    Ok(())
}

#[tokio::test]
async fn other_titles_are_named_with_the_review_that_names_them() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let mut seen = 0;
    for card in cards(own.at(Dial::All)).iter().filter(|card| !card.mentions.is_empty()) {
        reader.open(&format!("cast/{}", card.who.slug())).await?;
        let expected: Vec<&str> = card.mentions.iter().map(|mention| mention.title.as_str()).collect();
        assert_eq!(reader.words(".other-titles cite").await?, expected, "{}", card.name);
        assert_eq!(reader.count(".other-titles .review-number").await?, expected.len());
        ensure!(reader.count(".other-titles .locator").await? >= expected.len());
        seen += expected.len();
    }
    ensure!(seen > 0, "no review names another title");
    Ok(())
}

#[tokio::test]
async fn a_card_says_what_the_reviews_do_not_agree_on() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("cast/lee-eun-soo").await?.turn_dial(Dial::All).await?;
    let row = ".said-row[data-topic='her-family-name']";
    assert_eq!(reader.words(&format!("{row} .status")).await?.concat().to_lowercase(), "differ");
    assert_eq!(reader.count(&format!("{row} .reply")).await?, 5);
    ensure!(reader.words(&format!("{row} .reply:last-child")).await?.concat().contains("the odd one out"));
    reader.press(&format!("{row} .said-topic a")).await?.is_at("compare?topic=her-family-name").await?;
    reader.has_focus_on("#topic-her-family-name").await?;
    Ok(())
}

#[tokio::test]
async fn a_long_card_stands_by_group_with_the_way_to_each_and_loses_nothing() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::All);
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let mut long = 0;
    for card in cards(shown) {
        let address = format!("cast/{}", card.who.slug());
        reader.open(&address).await?.sees_heading(card.name).await?;
        let of_casting: BTreeSet<String> =
            reader.attributes(".casting .said-row", "data-topic").await?.into_iter().collect();
        let rows: Vec<_> =
            card.said.iter().filter(|row| !of_casting.contains(row.topic.id.as_str())).cloned().collect();
        let topics: BTreeSet<String> =
            rows.iter().chain(&card.performance).map(|row| row.topic.id.to_string()).collect();
        let told: Vec<String> = reader.attributes(".said .said-row", "data-topic").await?;
        assert_eq!((told.len(), told.into_iter().collect()), (topics.len(), topics), "{}", card.name);
        let parted = reader.words(".said-group h3").await?;
        if parted.is_empty() {
            continue;
        }
        long += 1;
        let sections = sections(shown, rows, true);
        let names: Vec<&str> = sections.iter().map(|section| section.group.name.as_str()).collect();
        assert_eq!(parted, names, "{}", card.name);
        let is_open: Vec<bool> = reader
            .ask("return Array.from(document.querySelectorAll('.said-group > details'), one => one.open)")
            .await?;
        assert_eq!(is_open, vec![false; sections.iter().filter(|section| !section.folded.is_empty()).count()]);
        let last = &sections.last().context("a group")?.group.id;
        reader.press(&format!(".jumps {}", reader.link_to(&format!("{address}/?at={last}")))).await?;
        reader.is_at(&format!("{address}?at={last}")).await?.has_focus_on(&format!("#group-{last}")).await?;
        ensure!(reader.count(".notice").await? == 0, "{address}?at={last} is not understood");
    }
    ensure!(long > 0, "no card is long");
    reader.open("cast/lee-eun-soo?at=nowhere").await?;
    ensure!(reader.words(".notice p").await?.concat().contains("“nowhere”"), "nothing is said of the group");
    Ok(())
}
