//! Attached texts: taken in, read with what was taken from them marked, kept, and taken away without a trace.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;
use liner_notes_record::text::Text;
use serde_json::Value;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// Drops files on the page; each is given as its name and its bytes.
const DROP: &str = "
    const drop = new DataTransfer();
    for (const [name, bytes] of arguments[0]) drop.items.add(new File([new Uint8Array(bytes)], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true, cancelable: true }));
    return true;";

/// How many texts are kept on the device.
pub(crate) const KEPT: &str = "
    indexedDB.databases().then(async (databases) => {
        let kept = 0;
        for (const { name } of databases.filter((one) => one.name.startsWith('liner-notes'))) {
            const open = indexedDB.open(name);
            await new Promise((resolve) => (open.onsuccess = resolve));
            const database = open.result;
            for (const store of database.objectStoreNames) {
                const count = database.transaction(store).objectStore(store).count();
                await new Promise((resolve) => (count.onsuccess = resolve));
                kept += count.result;
            }
            database.close();
        }
        done(kept);
    });";

/// A collection and the texts of its reviews, by their ids.
pub(crate) type WithTexts = (Collection, Vec<(String, PathBuf)>);

/// The collections whose texts are at hand, with them.
pub(crate) fn with_texts() -> Result<Vec<WithTexts>> {
    let mut all = Vec::new();
    for collection in Collection::all()? {
        let texts = collection.texts()?;
        ensure!(!texts.is_empty() || collection.name == "own", "{} has no texts", collection.name);
        if !texts.is_empty() {
            all.push((collection, texts));
        }
    }
    Ok(all)
}

pub(crate) async fn at_review(collection: &Collection, review: &str) -> Result<Reader> {
    let reader = Reader::of(collection).await?;
    reader.open(&format!("reviews/{review}")).await?.sees(".attaching").await?;
    Ok(reader)
}

pub(crate) async fn drop(reader: &Reader, files: &[(&str, &[u8])]) -> Result<()> {
    let files: Vec<Value> = files.iter().map(|(name, bytes)| serde_json::json!([name, bytes])).collect();
    reader.ask_with::<bool>(DROP, vec![files.into()]).await?;
    Ok(())
}

/// Drops the texts at those paths in one go.
pub(crate) async fn drop_texts(reader: &Reader, texts: &[(String, PathBuf)]) -> Result<()> {
    let files = texts.iter().map(|(review, file)| Ok((review.as_str(), fs::read(file)?)));
    let files = files.collect::<Result<Vec<_>>>()?;
    drop(reader, &files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>()).await
}

/// Pastes words where the focus is. Firefox gives no script an event with something on the clipboard, so it is made up.
pub(crate) async fn paste(reader: &Reader, words: &str) -> Result<()> {
    let script = "const clipboardData = { files: [], getData: () => arguments[0] }; \
                  const event = new Event('paste', { bubbles: true, cancelable: true }); \
                  Object.defineProperty(event, 'clipboardData', { value: clipboardData }); \
                  document.activeElement.dispatchEvent(event); return true";
    reader.ask_with::<bool>(script, vec![words.into()]).await?;
    Ok(())
}

/// What is said beside the control, once something is.
pub(crate) async fn says(reader: &Reader, words: &str) -> Result<()> {
    let is_said = async || Ok(reader.words(".attaching-outcome").await?.join(" ").contains(words));
    becomes(true, is_said).await.with_context(|| format!("waiting for “{words}”"))
}

#[tokio::test]
async fn dropped_texts_are_known_whatever_their_names_and_stay_after_a_reload() -> Result<()> {
    for (collection, texts) in with_texts()? {
        let (review, _) = texts.first().context("a text")?;
        let reader = at_review(&collection, review).await?;
        reader.sees_no(".review-text").await?;
        drop_texts(&reader, &texts).await?;
        reader.sees(".review-text").await?;
        becomes(texts.len(), async || reader.count(".attached > li").await).await?;
        reader.reload().await?.sees(".review-text").await?;
        becomes(texts.len(), async || reader.count(".attached > li").await).await?;
        becomes(texts.len(), async || reader.wait_for(KEPT).await).await?;
        reader.hears_nothing().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_claim_leads_to_its_lit_passage_and_back() -> Result<()> {
    for (collection, texts) in with_texts()? {
        let shown = collection.at(Dial::All);
        // Somebody whose text is here, and who says something.
        let claim = shown
            .claims()
            .find(|claim| texts.iter().any(|(review, _)| *review == claim.review.to_string()) && claim.at.len() == 1);
        let claim = claim.context("a claim with one place")?;
        let reader = at_review(&collection, claim.review.as_str()).await?;
        drop_texts(&reader, &texts).await?;
        reader.sees(".review-text").await?.turn_dial(Dial::All).await?;
        let topic = format!("compare?topic={}", claim.topic);
        let link = format!("tr[data-topic='{}'] .locator[href*='/{}/']", claim.topic, claim.review);
        reader.open(&topic).await?.press(&link).await?.sees(".passage.is-lit").await?;
        reader.has_focus_on(".passage.is-lit").await?.sees(".text-taken").await?;
        let lit: usize = reader
            .ask("return Array.from(document.querySelectorAll('.is-lit'), one => [...one.textContent].length).reduce((sum, one) => sum + one, 0)")
            .await?;
        assert_eq!(lit, claim.at[0].length as usize, "lit of {}", claim.id());
        reader.back().await?.is_at(&topic).await?.sees(&link).await?;
    }
    Ok(())
}

/// Words of a text that stand one after the other, the same number in each, and the paragraph that they stand in.
fn phrase_of(file: &PathBuf) -> Result<(String, usize)> {
    let text = Text::new(&fs::read_to_string(file)?);
    let words = text.paragraphs().iter().map(|paragraph| paragraph.slice(0, paragraph.len()));
    // As deep in the text as there is one: what stands at its end is not in view by itself.
    let phrases = (1..).zip(words).filter_map(|(number, words)| {
        let words: Vec<&str> = words.split(' ').collect();
        let some = words.get(words.len().checked_sub(6)?..)?[..5].join(" ");
        (!some.contains(['"', '“', '”', '…', '—'])).then_some((format!("\"{some}\""), number))
    });
    phrases.last().with_context(|| format!("no paragraph of {} has six words", file.display()))
}

#[tokio::test]
async fn a_phrase_of_a_text_is_found_and_leads_to_where_it_stands() -> Result<()> {
    for (collection, texts) in with_texts()? {
        let (review, file) = texts.first().context("a text")?;
        let (phrase, paragraph) = phrase_of(file)?;
        let reader = at_review(&collection, review).await?;
        drop_texts(&reader, &texts).await?;
        reader.sees(".review-text").await?.turn_dial(Dial::All).await?;
        let hit = ".hit-group[aria-label='In your texts'] .hit[aria-selected]";
        reader.open("search").await?.type_into(".search-field", &phrase).await?.sees(&format!("{hit} mark")).await?;
        let first = reader.words(hit).await?.into_iter().next().unwrap_or_default();
        ensure!(first.contains(&format!("¶{paragraph}")), "{phrase}: {first}");
        becomes(false, async || Ok(reader.words(".sheet-status").await?.concat().contains("reading"))).await?;
        reader.press(hit).await?.sees(".text-words mark").await?;
        let address = reader.address().await?;
        ensure!(address.starts_with(&format!("reviews/{review}?paragraph={paragraph}&q=")), "{address}");
        let in_view = "const { top, bottom } = document.querySelector('.text-words mark').getBoundingClientRect(); \
                       return top >= 0 && bottom <= innerHeight";
        becomes(true, async || reader.ask::<bool>(in_view).await).await.with_context(|| format!("{phrase} in view"))?;
        reader.sees_no(".notice").await?.hears_nothing().await?;
        // Without the text there is nothing to find in it.
        reader.press(".attaching > summary").await?.press_words("Remove all").await?.sees_no(".review-text").await?;
        reader.back().await?.sees(".search-field").await?;
        becomes(true, async || Ok(reader.words(".sheet-status").await?.concat().contains("found"))).await?;
        reader.sees_no(hit).await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_of_a_text_above_the_dial_is_found() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let reader = at_review(&collection, &texts.first().context("a text")?.0).await?;
    drop_texts(&reader, &texts).await?;
    reader.sees(".review-text").await?.open("search?q=SENTINELENDING").await?;
    let says = async || Ok(reader.words(".sheet-status").await?.concat());
    becomes("Nothing found up to this stop of the dial.".to_owned(), says).await?;
    reader.turn_dial(Dial::All).await?.sees(".hit-group[aria-label='In your texts']").await?;
    reader.turn_dial(Dial::None).await?.sees_no(".hit").await?;
    becomes("Nothing found up to this stop of the dial.".to_owned(), says).await?;
    Ok(())
}

#[tokio::test]
async fn a_mark_opens_what_was_taken_from_it() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let reader = at_review(&collection, &texts.first().context("a text")?.0).await?;
    drop_texts(&reader, &texts[..1]).await?;
    reader.press(".passage").await?.sees(".passage.is-lit").await?.sees(".text-taken .taken").await?;
    ensure!(reader.address().await?.contains("&at="), "{}", reader.address().await?);
    Ok(())
}

#[tokio::test]
async fn a_lit_passage_leads_to_its_very_words_at_the_publisher_s() -> Result<()> {
    for (collection, texts) in with_texts()? {
        let shown = collection.at(Dial::None);
        let known = |(review, _): &&(String, PathBuf)| {
            let review = shown.reviews().iter().find(|one| one.id.as_str() == review);
            review
                .is_some_and(|review| review.address.as_deref().is_some_and(|address| address.starts_with("https://")))
        };
        let Some(text) = texts.iter().find(known) else { continue };
        let reader = at_review(&collection, &text.0).await?;
        drop_texts(&reader, std::slice::from_ref(text)).await?;
        reader.press(".passage").await?.sees(".passage.is-lit").await?.sees(".text-ways .copy-link").await?;
        let lit: String = reader.ask("return document.querySelector('.passage.is-lit').textContent").await?;
        let first = lit.split_whitespace().next().context("a word")?;
        let asked = "const fragment = document.querySelector('.text-ways a').href.split('#:~:text=')[1]; \
                     return decodeURIComponent(fragment)";
        let asked: String = reader.ask(asked).await?;
        ensure!(asked.contains(first), "{asked}");
    }
    Ok(())
}

#[tokio::test]
async fn paragraphs_above_the_dial_stay_out_of_the_page() -> Result<()> {
    for (collection, texts) in with_texts()? {
        for (review, file) in texts.iter().take(1) {
            let reader = at_review(&collection, review).await?;
            drop_texts(&reader, &texts).await?;
            reader.sees(".review-text").await?;
            let paragraphs = fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()).count();
            let closed = reader.count(".text-paragraph").await?;
            reader.turn_dial(Dial::All).await?.sees_no(".text-gap").await?;
            becomes(paragraphs, async || reader.count(".text-paragraph").await).await?;
            reader.turn_dial(Dial::None).await?;
            becomes(closed, async || reader.count(".text-paragraph").await).await?;
            ensure!(closed < paragraphs, "{review} keeps nothing back");
        }
    }
    Ok(())
}

#[tokio::test]
async fn removal_leaves_nothing_behind() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let (review, _) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    drop_texts(&reader, &texts).await?;
    becomes(texts.len(), async || reader.wait_for(KEPT).await).await?;
    reader.press(".attached > li:first-child [data-remove]").await?;
    becomes(texts.len() - 1, async || reader.wait_for(KEPT).await).await?;
    reader.press_words("Remove all").await?.sees_no(".attached").await?.sees_no(".review-text").await?;
    becomes(0, async || reader.wait_for(KEPT).await).await?;
    reader.reload().await?.sees(".attaching").await?.sees_no(".review-text").await?.sees(".review-outline").await?;
    Ok(())
}

#[tokio::test]
async fn what_is_pasted_is_attached() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let (review, file) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    paste(&reader, &fs::read_to_string(file)?).await?;
    reader.sees(".review-text").await?;
    Ok(())
}

#[tokio::test]
async fn a_copy_that_differs_says_how_many_places_are_as_they_were() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let (review, file) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    let text = format!("A line that was not there.\n\n{}", fs::read_to_string(file)?);
    drop(&reader, &[("copy.txt", text.as_bytes())]).await?;
    reader.sees(".review-text").await?.sees(".attached").await?;
    let said = reader.words(".attached > li p").await?.concat();
    ensure!(said.contains(" 0 places as they were") && said.contains(" 0 lost"), "{said}");
    Ok(())
}

#[tokio::test]
async fn what_is_no_review_s_text_is_refused_beside_the_control() -> Result<()> {
    let collection = Collection::invented("eight")?;
    let texts = collection.texts()?;
    let (review, file) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    drop(&reader, &[("nothing.txt", b" \n"), ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")]).await?;
    says(&reader, "“nothing.txt” is empty").await?;
    says(&reader, "“picture.png” is no plain text").await?;
    drop(&reader, &[("letter.txt", b"Dear all, this is about something else.")]).await?;
    says(&reader, "“letter.txt” is none of these reviews").await?;
    let large = "const part = new Uint8Array(1e6).fill(97); const drop = new DataTransfer(); \
                 drop.items.add(new File(Array(200).fill(part), 'book.txt')); \
                 document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true })); return true";
    reader.ask::<bool>(large).await?;
    says(&reader, "“book.txt” is larger than 2 MB").await?;
    reader.sees_no(".review-text").await?;
    becomes(0, async || reader.wait_for::<usize>(KEPT).await).await?;
    // And what is a review's in another encoding is taken all the same.
    let text = fs::read_to_string(file)?;
    let utf_16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    drop(&reader, &[("utf-16.txt", &utf_16)]).await?;
    reader.sees(".review-text").await?;
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_text_in_an_old_western_encoding_is_known() -> Result<()> {
    let collection = Collection::invented("eight")?;
    // What the old encoding has beside the letters of Latin-1, as far as our texts use it.
    let old = |c: char| match c {
        '‘' => Some(0x91),
        '’' => Some(0x92),
        '“' => Some(0x93),
        '”' => Some(0x94),
        '–' => Some(0x96),
        '—' => Some(0x97),
        '…' => Some(0x85),
        _ => u8::try_from(c).ok(),
    };
    for (review, file) in collection.texts()? {
        let text = fs::read_to_string(&file)?;
        let Some(bytes) = text.chars().map(old).collect::<Option<Vec<u8>>>().filter(|_| !text.is_ascii()) else {
            continue;
        };
        let reader = at_review(&collection, &review).await?;
        drop(&reader, &[("old.txt", &bytes)]).await?;
        reader.sees(".review-text").await?;
        return Ok(());
    }
    anyhow::bail!("no text of {} has letters that the old encoding writes otherwise", collection.name)
}

#[tokio::test]
async fn another_tab_shows_a_text_as_soon_as_it_is_attached() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let (review, _) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    let one = reader.page().window().await?;
    reader.page().new_tab().await?;
    let windows = reader.page().windows().await?;
    let other = windows.into_iter().find(|window| *window != one).context("another tab")?;
    reader.page().switch_to_window(other).await?;
    reader.open(&format!("reviews/{review}")).await?.sees(".attaching").await?;
    drop_texts(&reader, &texts).await?;
    reader.sees(".review-text").await?;
    reader.page().switch_to_window(one).await?;
    reader.sees(".review-text").await?;
    Ok(())
}

#[tokio::test]
async fn no_page_carries_a_text() -> Result<()> {
    let collection = Collection::invented("three")?;
    let texts = collection.texts()?;
    let (review, file) = texts.first().context("a text")?;
    let reader = at_review(&collection, review).await?;
    drop_texts(&reader, &texts).await?;
    reader.sees(".review-text").await?;
    // Nothing of it lies in the files that anybody else gets.
    let site = crate::collection::built(&collection.name)?;
    let text = fs::read_to_string(file)?;
    let line = text.lines().max_by_key(|line| line.len()).context("a line")?;
    for name in ["index.html".to_owned(), format!("reviews/{review}/index.html"), "liner-notes.html".to_owned()] {
        ensure!(!fs::read_to_string(site.join(&name))?.contains(line), "{name} holds a line of the text");
    }
    Ok(())
}
