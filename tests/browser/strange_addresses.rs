//! Addresses that nobody would write on purpose: unknown names, garbage, attacks.

use anyhow::{Result, ensure};
use liner_notes_hostile::Hostile;
use liner_notes_record::Dial;

use crate::collection::Collection;
use crate::compare::{columns, rows};
use crate::patience::becomes;
use crate::reader::Reader;

/// What the page says of an address that it could not follow.
async fn notice(reader: &Reader) -> Result<String> {
    Ok(reader.words(".notice p").await?.concat())
}

/// A value as it stands in a query.
fn in_query(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

/// A value as it stands in a path.
fn in_path(value: &str) -> String {
    in_query(value).replace('+', "%20")
}

/// Opens an address that may be anything: the app stands, is quiet, and nothing of the address has become more than
/// text.
async fn survives(reader: &Reader, address: &str) -> Result<()> {
    reader.open(address).await?;
    let stands: usize = reader.count("main h1").await?;
    ensure!(stands == 1, "/{address} shows {stands} headings");
    let strange = "main script, main iframe, main img, main object, main embed, main [onerror], main [onload], \
                   main [style], main a[href^='javascript']";
    ensure!(reader.count(strange).await? == 0, "/{address} put something on the page");
    let own = reader.full_address("");
    for entry in reader.page().console().await? {
        // The host does not know the address, and Chromium notes that.
        let is_404 = entry.source.as_deref() == Some("network") && entry.message.starts_with(&own);
        ensure!(is_404 && entry.message.contains(" 404 "), "/{address}: {}", entry.message);
    }
    Ok(())
}

#[tokio::test]
async fn a_path_that_leads_nowhere_says_so_and_offers_the_way_back() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    for path in ["no/such/page", "compare/more", "%ff%fe", "cast/a/b", "<b>", "Compare", "..%2fsecret"] {
        survives(&reader, path).await?;
        reader.sees_heading("Nothing is pressed here").await?;
        let title = reader.page().title().await?;
        ensure!(title.starts_with("Not found"), "the title of /{path} is “{title}”");
    }
    reader.press_words("To the overview").await?.is_at("").await?.sees(".hero").await?;
    Ok(())
}

#[tokio::test]
async fn a_card_or_review_that_nobody_knows_says_so() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    survives(&reader, "cast/nobody").await?;
    reader.press_words("See who is who").await?.is_at("cast").await?.sees(".cast-card").await?;
    survives(&reader, "reviews/nobody").await?;
    reader.press_words("See the reviews").await?.is_at("reviews").await?.sees(".review-list").await?;
    Ok(())
}

#[tokio::test]
async fn compare_says_what_it_ignored_and_shows_the_rest() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    let asked = "compare?reviews=nme,nobody,seoulbeats,nme&status=agree,shout&group=none&open=shut,barred\
                 &at=nowhere&topic=nothing&colour=red";
    survives(&reader, asked).await?;
    let notice = notice(&reader).await?;
    for ignored in ["nobody", "shout", "none", "shut", "barred", "nowhere", "nothing", "colour"] {
        ensure!(notice.contains(&format!("“{ignored}”")), "{ignored} is not among the ignored: {notice}");
    }
    assert_eq!(columns(&reader).await?, ["NME", "Seoulbeats"]);
    let rows = rows(&reader).await?;
    ensure!(!rows.is_empty() && rows.iter().all(|row| row.status == "agree"), "{rows:?}");
    reader.press(".notice [aria-label='Dismiss']").await?.sees_no(".notice").await?;
    Ok(())
}

#[tokio::test]
async fn a_comparison_of_fewer_than_two_shows_all() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    for reviews in ["nme", "nobody", ",,,", "nme,nme"] {
        survives(&reader, &format!("compare?reviews={reviews}")).await?;
        ensure!(notice(&reader).await?.contains("needs two reviews"), "nothing is said of reviews={reviews}");
        assert_eq!(columns(&reader).await?.len(), own.at(Dial::None).reviews().len());
    }
    Ok(())
}

#[tokio::test]
async fn the_timeline_and_the_reviews_say_what_they_ignored() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    survives(&reader, "timeline?order=backwards&view=film&moment=never&colour=red").await?;
    let said = notice(&reader).await?;
    for ignored in ["backwards", "film", "never", "colour"] {
        ensure!(said.contains(&format!("“{ignored}”")), "{ignored} is not among the ignored: {said}");
    }
    reader.sees(".timeline[data-order=story][data-view=score]").await?;
    for paragraph in ["0", "9999", "-1", "two"] {
        survives(&reader, &format!("reviews/nme?paragraph={paragraph}")).await?;
        let said = notice(&reader).await?;
        ensure!(said.contains(paragraph), "nothing is said of paragraph={paragraph}");
        reader.sees(".outline").await?.sees_no(".outline .is-marked").await?;
    }
    Ok(())
}

#[tokio::test]
async fn queries_that_are_no_queries_do_no_harm() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    let whole = {
        reader.open("compare").await?;
        rows(&reader).await?
    };
    for query in ["?", "??", "&&&=&=&", "=", "%", "%zz=%", "%ff=%fe", "text=%00", "reviews", "#", "#content", "&#x0;"] {
        survives(&reader, &format!("compare?{query}")).await?;
        if query != "text=%00" {
            becomes(whole.len(), async || Ok(rows(&reader).await?.len())).await?;
        }
    }
    let long = "x".repeat(20_000);
    survives(&reader, &format!("compare?text={long}")).await?;
    reader.is_answered().await?;
    Ok(())
}

/// One in seven of the strings that break programs: each is put into an address that is typed in, and all of them go
/// through addresses of a page that stands (`hostile`).
fn strange_words() -> Result<Vec<String>> {
    Ok(Hostile::gather()?.strings.into_iter().step_by(7).collect())
}

#[tokio::test]
async fn no_words_in_a_query_do_harm() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    // Every word stands in one address, as a name of something; addresses stay as long as people's may be.
    for words in strange_words()?.chunks(24) {
        let list = |from: usize, to: usize| {
            words.iter().skip(from).take(to - from).map(|word| in_query(word)).collect::<Vec<_>>().join(",")
        };
        let one = |place: usize| words.get(place).map(|word| in_query(word)).unwrap_or_default();
        let address = format!(
            "compare?reviews={}&status={}&group={}&topic={}&text={}&{}=1",
            list(0, 10),
            list(10, 20),
            one(20),
            one(21),
            one(22),
            one(23),
        );
        survives(&reader, &address).await?;
    }
    reader.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn no_words_in_a_path_or_another_page_s_query_do_harm() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    for words in strange_words()?.chunks(120) {
        let one = |place: usize| words.get(place).map(String::as_str).unwrap_or_default();
        for address in [
            format!("timeline?order={}&view={}&moment={}", in_query(one(0)), in_query(one(1)), in_query(one(2))),
            format!("reviews/nme?paragraph={}", in_query(one(3))),
            format!("beside?reviews={}&topic={}&{}=1", in_query(one(3)), in_query(one(4)), in_query(one(5))),
            format!("cast/{}", in_path(one(4))),
            format!("reviews/{}?{}", in_path(one(5)), in_query(one(6))),
            in_path(one(7)),
        ] {
            survives(&reader, &address).await?;
        }
    }
    reader.is_answered().await?;
    Ok(())
}
