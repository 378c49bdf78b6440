//! What goes wrong with attached texts: no room, no storage, two tabs at once, strange things in the database, strange
//! files, a desk that is lost. Nothing a person made is lost, and everything is said beside the control.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use thirtyfour::{By, WindowHandle};

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;
use crate::texts::{KEPT, at_review, drop, drop_texts, says};

/// Opens a database of ours at a version, puts into it what it is given, and says `done`, or `blocked` if another tab
/// does not let it.
const PUT: &str = "
    const [version, entries, done] = arguments;
    indexedDB.databases().then(([{ name }]) => {
        const open = indexedDB.open(name, version);
        open.onblocked = () => done('blocked');
        open.onerror = () => done(open.error.name);
        open.onsuccess = () => {
            const put = open.result.transaction('texts', 'readwrite');
            for (const [key, value] of entries) put.objectStore('texts').put(value, key);
            put.oncomplete = () => (open.result.close(), done('done'));
            put.onabort = () => done('aborted');
        };
    });";

/// A collection with the texts of its two reviews.
fn two() -> Result<(Collection, Vec<(String, PathBuf)>)> {
    let collection = Collection::invented("two")?;
    let texts = collection.texts()?;
    ensure!(texts.len() == 2, "two reviews have {} texts", texts.len());
    Ok((collection, texts))
}

async fn keeps(reader: &Reader, texts: usize) -> Result<()> {
    becomes(texts, async || reader.wait_for(KEPT).await).await.context("texts in the database")
}

async fn lists(reader: &Reader, texts: usize) -> Result<()> {
    becomes(texts, async || reader.count(".attached > li").await).await.context("texts in the list")
}

/// How much room is left to the site on a disk that is nearly full, in bytes: enough for a text as it is.
const ROOM: u64 = 300_000;

/// A text with so much white space at its end that it takes more room than there is. To the record it is the same one.
fn padded(text: &str) -> String {
    let mut text = text.to_owned();
    // In no order, since browsers write together what is alike.
    let mut chance: u32 = 1;
    for _ in 0..1_900_000 {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push([' ', '\t', '\u{b}', '\u{c}'][(chance >> 29) as usize / 2]);
    }
    text
}

/// What is said of each text in the list, whether the fold with it is open or not.
async fn list_of(reader: &Reader) -> Result<Vec<String>> {
    reader.ask("return Array.from(document.querySelectorAll('.attached > li p'), one => one.textContent)").await
}

/// What is said of texts not being kept.
async fn remark(reader: &Reader) -> Result<String> {
    reader.sees(".attaching .remark").await?;
    Ok(reader.words(".attaching .remark").await?.concat())
}

async fn put(reader: &Reader, version: u32, entries: serde_json::Value) -> Result<String> {
    let answer = reader.page().execute_async(PUT, vec![version.into(), entries]).await?;
    Ok(serde_json::from_value(answer.json().clone())?)
}

/// Opens the same review in a second tab; gives both.
async fn in_two_tabs(reader: &Reader, path: &str) -> Result<[WindowHandle; 2]> {
    let one = reader.page().window().await?;
    reader.page().new_tab().await?;
    let windows = reader.page().windows().await?;
    let other = windows.into_iter().find(|window| *window != one).context("another tab")?;
    reader.page().switch_to_window(other.clone()).await?;
    reader.open(path).await?.sees(".attaching").await?;
    Ok([one, other])
}

#[tokio::test]
async fn on_a_full_disk_a_text_is_read_all_the_same_and_kept_once_there_is_room() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[1].0).await?;
    let origin = reader.full_address("");
    reader.page().leave_room(&origin, Some(ROOM)).await?;
    drop_texts(&reader, &texts[..1]).await?;
    keeps(&reader, 1).await?;
    let large = padded(&fs::read_to_string(&texts[1].1)?);
    drop(&reader, &[("large.txt", large.as_bytes())]).await?;
    reader.sees(".review-text").await?;
    let said = remark(&reader).await?;
    ensure!(said.contains("no room left") && said.contains("until the page is closed"), "{said}");
    lists(&reader, 2).await?;
    keeps(&reader, 1).await?;
    // With room again, whatever the reader does next keeps all, even what comes to nothing by itself.
    reader.page().leave_room(&origin, None).await?;
    drop(&reader, &[("letter.txt", b"Dear all")]).await?;
    keeps(&reader, 2).await?;
    reader.sees_no(".attaching .remark").await?.reload().await?.sees(".review-text").await?;
    lists(&reader, 2).await?;
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn on_a_full_disk_what_is_replaced_stays_kept_and_what_is_removed_goes() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[0].0).await?;
    reader.page().leave_room(&reader.full_address(""), Some(ROOM)).await?;
    drop_texts(&reader, &texts).await?;
    keeps(&reader, 2).await?;
    let copy = padded(&format!("A line that was not there.\n\n{}", fs::read_to_string(&texts[0].1)?));
    drop(&reader, &[("copy.txt", copy.as_bytes())]).await?;
    remark(&reader).await?;
    keeps(&reader, 2).await?;
    // What is removed goes all the same.
    let other = "//ul[@class='attached']/li[not(contains(., 'copy.txt'))]//button";
    reader.page().find(By::XPath(other)).await?.click().await?;
    keeps(&reader, 1).await?;
    // The copy was nowhere else: what it was to replace is there as it was.
    reader.reload().await?.sees(".review-text").await?;
    lists(&reader, 1).await?;
    let said = list_of(&reader).await?.concat();
    ensure!(said.contains("the very text that was read"), "{said}");
    Ok(())
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_reads_a_text_and_says_how_long() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = Reader::who_keeps_nothing(&collection).await?;
    reader.open(&format!("reviews/{}", texts[0].0)).await?.sees(".attaching").await?;
    drop_texts(&reader, &texts).await?;
    reader.sees(".review-text").await?;
    let said = remark(&reader).await?;
    ensure!(said.contains("lets nothing be kept") && said.contains("until the page is closed"), "{said}");
    lists(&reader, 2).await?;
    reader.press(".attached [data-remove]").await?;
    lists(&reader, 1).await?;
    reader.is_answered().await?;
    reader.reload().await?.sees(".attaching").await?.sees_no(".attached").await?;
    Ok(())
}

#[tokio::test]
async fn two_tabs_that_attach_and_remove_end_up_with_the_same() -> Result<()> {
    let (collection, texts) = two()?;
    let path = format!("reviews/{}", texts[0].0);
    let reader = at_review(&collection, &texts[0].0).await?;
    let tabs = in_two_tabs(&reader, &path).await?;
    for (tab, text) in tabs.iter().zip(&texts) {
        reader.page().switch_to_window(tab.clone()).await?;
        drop_texts(&reader, std::slice::from_ref(text)).await?;
    }
    for tab in &tabs {
        reader.page().switch_to_window(tab.clone()).await?;
        lists(&reader, 2).await?;
    }
    // One removes all in the moment in which the other attaches a copy.
    let copy = format!("A line that was not there.\n\n{}", fs::read_to_string(&texts[0].1)?);
    drop(&reader, &[("copy.txt", copy.as_bytes())]).await?;
    reader.page().switch_to_window(tabs[0].clone()).await?;
    reader.ask::<bool>("document.querySelector(\"[data-remove='']\").click(); return true").await?;
    let in_both = async || {
        let mut seen = Vec::new();
        for tab in &tabs {
            reader.page().switch_to_window(tab.clone()).await?;
            let (listed, kept) = (reader.count(".attached > li").await?, reader.wait_for::<usize>(KEPT).await?);
            seen.push((listed == kept, listed, list_of(&reader).await?));
        }
        Ok(seen)
    };
    let is_the_same = |seen: &Vec<(bool, usize, Vec<String>)>| seen[0] == seen[1] && seen[0].0;
    let seen = until("in both tabs the same, and as many as are kept", is_the_same, in_both).await?;
    // Nothing comes back that was there when all was removed.
    let (_, listed, words) = &seen[0];
    ensure!(*listed <= 1 && words.iter().all(|word| word.contains("copy.txt")), "{seen:?}");
    reader.reload().await?.sees(".attaching").await?;
    becomes(words.clone(), async || list_of(&reader).await).await?;
    Ok(())
}

#[tokio::test]
async fn a_later_edition_can_change_the_database_while_an_older_one_is_open() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[1].0).await?;
    drop_texts(&reader, &texts[..1]).await?;
    keeps(&reader, 1).await?;
    assert_eq!(put(&reader, 2, serde_json::json!([])).await?, "done");
    drop_texts(&reader, &texts[1..]).await?;
    reader.sees(".review-text").await?;
    let said = remark(&reader).await?;
    ensure!(said.contains("later edition"), "{said}");
    lists(&reader, 2).await?;
    // It is left alone.
    keeps(&reader, 1).await?;
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_database_that_is_deleted_meanwhile_is_made_anew() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[0].0).await?;
    let delete = "indexedDB.databases().then(([{ name }]) => {
        const gone = indexedDB.deleteDatabase(name);
        gone.onblocked = () => done('blocked');
        gone.onsuccess = () => done('done');
    });";
    assert_eq!(reader.wait_for::<String>(delete).await?, "done");
    drop_texts(&reader, &texts).await?;
    keeps(&reader, 2).await?;
    reader.sees_no(".attaching .remark").await?;
    Ok(())
}

/// Begins to change the database of a page and does not come to an end until `window.end` is called.
const KEEP_BUSY: &str = "
    indexedDB.databases().then(([{ name }]) => {
        let isOver = false;
        const open = indexedDB.open(name, 2);
        open.onerror = () => {};
        open.onupgradeneeded = () => {
            const store = open.transaction.objectStore('texts');
            const go_on = () => isOver ? open.transaction.abort() : (store.count().onsuccess = go_on);
            go_on();
            window.end = () => { isOver = true; return true };
            done(true);
        };
    });";

#[tokio::test]
async fn a_database_that_does_not_answer_keeps_nobody_waiting() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[0].0).await?;
    drop_texts(&reader, &texts[..1]).await?;
    keeps(&reader, 1).await?;
    reader.wait_for::<bool>(KEEP_BUSY).await?;
    drop_texts(&reader, &texts[1..]).await?;
    lists(&reader, 2).await?;
    let said = remark(&reader).await?;
    ensure!(said.contains("until the page is closed"), "{said}");
    // Once it answers, whatever the reader does next keeps all.
    reader.ask::<bool>("return window.end()").await?;
    drop(&reader, &[("letter.txt", b"Dear all")]).await?;
    keeps(&reader, 2).await?;
    reader.sees_no(".attaching .remark").await?.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn what_is_no_text_in_the_database_is_passed_over_and_stays() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[0].0).await?;
    drop_texts(&reader, &texts[..1]).await?;
    keeps(&reader, 1).await?;
    let strange = serde_json::json!([
        ["a", 7], ["b", null], ["c", { "name": "c" }], ["d", "no end of a line"], [5, "five\nDear all"], ["e", ""],
        ["f", "letter.txt\nDear all, this is no review any more."], ["g", "\n"],
    ]);
    assert_eq!(put(&reader, 1, strange).await?, "done");
    reader.reload().await?.sees(".review-text").await?;
    // Two of them are texts, though nobody's, and can be removed.
    lists(&reader, 3).await?;
    ensure!(list_of(&reader).await?.concat().contains("none of these reviews"));
    reader.hears_nothing().await?.press(".attaching > summary").await?.press("[data-remove='f']").await?;
    lists(&reader, 2).await?;
    keeps(&reader, 8).await?;
    reader.press_words("Remove all").await?.sees_no(".attached").await?;
    keeps(&reader, 6).await?;
    reader.reload().await?.sees(".attaching").await?.sees_no(".attached").await?;
    Ok(())
}

#[tokio::test]
async fn that_files_are_being_read_is_said_at_once_and_the_page_goes_on() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[0].0).await?;
    // All that is said, in order; the files have many megabytes together, and words enough to be looked through.
    let drop_many = "window.said = [];
        new MutationObserver(() => said.push(document.querySelector('.attaching-progress')?.textContent))
            .observe(document.body, { subtree: true, childList: true, characterData: true });
        const drop = new DataTransfer();
        for (let many = 0; many < 9; many++) drop.items.add(new File(['A lamp on the pier. '.repeat(95000)], `${many}.txt`));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true, cancelable: true }));
        return document.querySelector('.attaching').open;";
    ensure!(reader.ask::<bool>(drop_many).await?, "the fold with the word of it is closed");
    reader.is_answered().await?;
    says(&reader, "“8.txt” is none of these reviews").await?;
    let said: Vec<Option<String>> = reader.ask("return said").await?;
    ensure!(said.iter().flatten().any(|words| words == "Reading 9 files…"), "{said:?}");
    becomes(vec![String::new()], async || reader.words(".attaching-progress").await).await?;
    Ok(())
}

#[tokio::test]
async fn folders_and_files_that_vanish_are_named_with_what_to_do() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = at_review(&collection, &texts[0].0).await?;
    let folder = std::env::temp_dir().join(format!("liner-notes-faults-{}", std::process::id()));
    fs::create_dir_all(folder.join("a folder"))?;
    let file = folder.join("vanishes.txt");
    fs::write(&file, "Here still.")?;
    reader.page().drop_from_disk(&[&folder.join("a folder"), &texts[0].1]).await?;
    says(&reader, "“a folder” is a folder. Open it, and attach the texts in it.").await?;
    reader.sees(".review-text").await?;
    // A file is chosen, then taken away, and only then dropped.
    let choose = "const field = document.createElement('input'); field.type = 'file'; field.id = 'chosen'; \
                  document.body.append(field); return true";
    reader.ask::<bool>(choose).await?;
    reader.find("#chosen").await?.send_keys(file.to_string_lossy()).await?;
    fs::remove_dir_all(&folder)?;
    let dropped = "const drop = new DataTransfer(); drop.items.add(document.querySelector('#chosen').files[0]); \
                   document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: drop, bubbles: true })); return true";
    reader.ask::<bool>(dropped).await?;
    says(&reader, "“vanishes.txt” could not be read. Is it still where it was?").await?;
    Ok(())
}

#[tokio::test]
async fn files_with_strange_names_or_none_are_named_without_breaking_the_page() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = Reader::with(&collection, &Screen::new(360, 780).light()).await?;
    reader.open(&format!("reviews/{}", texts[0].0)).await?.sees(".attaching").await?;
    let long = "n".repeat(300);
    let text = fs::read(&texts[0].1)?;
    drop(&reader, &[(&long, &text), ("", b""), ("\u{202e}<b>\u{1f}\n\u{6}", b"Dear all")]).await?;
    reader.sees(".review-text").await?;
    says(&reader, "“A file without a name” is empty").await?;
    says(&reader, "is none of these reviews").await?;
    ensure!(list_of(&reader).await?.concat().contains(&long));
    let wide: Vec<String> = reader
        .ask("return document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth}`] : []")
        .await?;
    ensure!(wide.is_empty(), "the page is {wide:?} wide");
    keeps(&reader, 1).await?;
    reader.reload().await?.sees(".review-text").await?;
    Ok(())
}

#[tokio::test]
async fn utf_16_without_a_mark_is_read_and_stray_noughts_are_named() -> Result<()> {
    let (collection, texts) = two()?;
    let text = fs::read_to_string(&texts[0].1)?;
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let reader = at_review(&collection, &texts[0].0).await?;
        let noughts = text.replacen(' ', "\0", 3);
        drop(&reader, &[("noughts.txt", noughts.as_bytes())]).await?;
        says(&reader, "“noughts.txt” is no plain text: it has signs in it that no text has").await?;
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
        drop(&reader, &[("utf-16.txt", &utf_16)]).await?;
        reader.sees(".review-text").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_desk_that_is_lost_is_said_on_the_review_s_page_and_the_texts_come_back() -> Result<()> {
    let (collection, texts) = two()?;
    let reader = Reader::of(&collection).await?;
    let keep =
        "const Own = Worker; globalThis.Worker = function (...given) { return globalThis.desk = new Own(...given); }";
    reader.page().before_each(keep).await?;
    reader.open(&format!("reviews/{}", texts[0].0)).await?.sees(".attaching").await?;
    drop_texts(&reader, &texts).await?;
    keeps(&reader, 2).await?;
    // It dies of an error of its own; or it cannot read what it is given.
    for end in ["desk.dispatchEvent(new ErrorEvent('error'))", "desk.postMessage(new Uint8Array(3))"] {
        reader.sees(".review-text").await?.ask::<bool>(&format!("{end}; return true")).await?;
        becomes(vec!["The texts could not be loaded.".to_owned()], async || reader.words(".sheet-status").await)
            .await?;
        reader.sees_no(".review-text").await?.sees(".review-outline").await?;
        reader.press_words("Try again").await?.sees(".review-text").await?.sees_no(".sheet-status").await?;
        lists(&reader, 2).await?;
    }
    Ok(())
}
