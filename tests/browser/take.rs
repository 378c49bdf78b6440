//! Taking a view along: the way there, the files, the link.

use std::collections::HashSet;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// Keeps what is copied, as a browser that lets pages copy would.
const COPIES: &str = "
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text) => { window.copied.push(text); } },
    });";

/// A browser that lets no page copy.
const COPIES_NOT: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";

/// Keeps what is shared, as a browser that can share would.
const SHARES: &str = "
    window.shared = [];
    Navigator.prototype.share = async (data) => { window.shared.push(data); };";

/// The sheet, once what copies has come as well: until then its buttons are not to be seen.
const SHEET: &str = "html[data-copies] .take-sheet";

/// The words of the toast.
async fn said(reader: &Reader, words: &str) -> Result<()> {
    let is_said = |said: &Vec<String>| said.iter().any(|said| said.starts_with(words));
    until(words, is_said, async || reader.words("body > .toast").await).await?;
    Ok(())
}

/// Presses the button of each of those words, and gives what is in each file that is saved.
async fn saved_bytes(reader: &Reader, buttons: &[(&str, &str)]) -> Result<Vec<Vec<u8>>> {
    // Others may save files of the same name meanwhile.
    static FOLDERS: AtomicUsize = AtomicUsize::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("liner-notes-taken-{}-{number}", std::process::id()));
    reader.page().download_to(&folder).await?;
    let mut files = Vec::new();
    for (words, name) in buttons {
        reader.press_words(words).await?;
        let file = folder.join(name);
        let is_whole = |bytes: &Vec<u8>| !bytes.is_empty();
        files.push(until(name, is_whole, async || Ok(fs::read(&file).unwrap_or_default())).await?);
    }
    fs::remove_dir_all(&folder)?;
    Ok(files)
}

/// The same for files that are texts.
async fn saved(reader: &Reader, buttons: &[(&str, &str)]) -> Result<Vec<String>> {
    let files = saved_bytes(reader, buttons).await?;
    files.into_iter().map(|bytes| Ok(String::from_utf8(bytes)?)).collect()
}

#[tokio::test]
async fn every_main_view_leads_there_and_back_with_its_choices() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    for view in ["", "compare?status=differ", "cast", "timeline?order=told", "reviews", "reviews/nme"] {
        reader.open(view).await?.press(".take-link").await?.has_focus_on("main h1").await?.sees(SHEET).await?;
        reader.press(&format!("{SHEET} a")).await?.is_at(view).await?;
    }
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_comparison_is_saved_as_it_is_chosen_and_at_the_reader_s_dial() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let work = &own.at(Dial::None).work().id;
    let (csv, md, json) = (format!("{work}-compare.csv"), format!("{work}-compare.md"), format!("{work}-compare.json"));
    let buttons = [("Table (CSV)", csv.as_str()), ("Table (Markdown)", &md), ("Data (JSON)", &json)];
    reader.open("compare").await?.press(".status-pills [data-status='differ']").await?;
    reader.is_at("compare?status=differ").await?.press(".take-link").await?.sees(SHEET).await?;
    let texts = saved(&reader, &buttons).await?;
    ensure!(texts.iter().all(|text| text.contains("none")), "the stop of the dial is not said");
    let rows = texts[0].lines().count();
    reader.turn_dial(Dial::All).await?;
    let is_turned = |words: &Vec<String>| words.iter().any(|words| words.contains("Spoilers: all"));
    until("the sheet at the other stop", is_turned, async || reader.words(".sheet-status").await).await?;
    let whole = saved(&reader, &buttons[..1]).await?;
    ensure!(whole[0].lines().count() > rows, "the dial changes nothing");
    Ok(())
}

#[tokio::test]
async fn a_review_is_cited_in_words_that_can_be_copied() -> Result<()> {
    let own = Collection::own()?;
    let review = own.at(Dial::None).reviews().first().context("no review")?;
    let reader = Reader::of(&own).await?;
    reader.page().before_each(COPIES).await?;
    reader.open(&format!("take?of=/reviews/{}/", review.id)).await?.sees(SHEET).await?;
    let citation = reader.words(".take-citation").await?.concat();
    ensure!(citation.contains(own.title()), "{citation}");
    reader.press_words("Copy").await?;
    said(&reader, "Copied").await?;
    becomes(vec![citation], async || reader.ask("return window.copied").await).await?;
    Ok(())
}

#[tokio::test]
async fn the_link_is_copied_whole_or_shown_to_copy_by_hand() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    let link = reader.full_address("compare/?status=differ");
    let take = "take?of=/compare/?status=differ";
    reader.page().before_each(COPIES_NOT).await?;
    reader.open(take).await?.sees(SHEET).await?.press_words("Copy link").await?.has_focus_on(".toast-field").await?;
    let selected = "const field = document.activeElement; \
                    return field.value.slice(field.selectionStart, field.selectionEnd)";
    assert_eq!(reader.ask::<String>(selected).await?, link);
    reader.press(".toast-action").await?.sees_no(".toast-field").await?;
    reader.page().before_each(COPIES).await?;
    reader.open(take).await?.sees(SHEET).await?.press_words("Copy link").await?;
    said(&reader, "Copied").await?;
    becomes(vec![link], async || reader.ask("return window.copied").await).await?;
    Ok(())
}

#[tokio::test]
async fn beside_what_an_address_points_at_stands_a_button_that_copies_it() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::None);
    let topic = shown.topics().next().context("a topic")?;
    let moment = shown.moments().next().context("a moment")?;
    let review = shown.reviews().first().context("a review")?;
    let card = shown.characters().next().context("a character")?;
    let reader = Reader::of(&own).await?;
    reader.page().before_each(COPIES).await?;
    for (of, path) in [
        (".take-ways", "?at=differ".to_owned()),
        (".take-ways", "compare/?status=differ".to_owned()),
        (".take-ways", format!("cast/{}/", card.id)),
        (".topic-row.is-sought", format!("compare/?topic={}", topic.id)),
        (".moment-panel", format!("timeline/?moment={}", moment.id)),
        (".outline-paragraph.is-marked", format!("reviews/{}/?paragraph=1", review.id)),
    ] {
        reader.open(&path).await?.sees("html[data-copies]").await?.press(&format!("{of} [data-copy]")).await?;
        said(&reader, "Copied").await?;
        becomes(vec![reader.full_address(&path)], async || reader.ask("return window.copied").await).await?;
    }
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn sharing_is_offered_only_where_the_browser_can() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each("delete Navigator.prototype.share").await?;
    reader.open("take?of=/cast/").await?.sees(SHEET).await?;
    let is_seen = "return document.querySelector('[data-share]').checkVisibility()";
    ensure!(!reader.ask::<bool>(is_seen).await?, "a button that does nothing is there");
    reader.page().before_each(SHARES).await?;
    reader.open("take?of=/cast/").await?.sees(SHEET).await?.press_words("Share").await?;
    let shared = "return window.shared.map((one) => one.url)";
    becomes(vec![reader.full_address("cast/")], async || reader.ask::<Vec<String>>(shared).await).await?;
    Ok(())
}

/// The size of an SVG, as it says it.
fn size(svg: &str) -> Result<[f64; 2]> {
    let side = |name: &str| -> Result<f64> {
        let (_, rest) = svg.split_once(&format!(" {name}=\"")).context("a size")?;
        Ok(rest.split('"').next().unwrap_or_default().parse()?)
    };
    Ok([side("width")?, side("height")?])
}

/// That a PNG is an SVG of that text at twice its size, and shows something: the dots have the paper's colour and the
/// first review's, and more than a handful of others.
fn is_picture_of(png: &[u8], svg: &str) -> Result<()> {
    ensure!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "no PNG");
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
    let mut dots = vec![0; reader.output_buffer_size().context("a size")?];
    let info = reader.next_frame(&mut dots)?;
    let doubled = size(svg)?.map(|side| (side * 2.0).round() as u32);
    ensure!([info.width, info.height] == doubled, "{} by {} in place of {doubled:?}", info.width, info.height);
    let colours: HashSet<[u8; 3]> =
        dots.chunks(info.color_type.samples()).map(|dot| [dot[0], dot[1], dot[2]]).collect();
    for (name, colour) in [("paper", [0xff, 0xfa, 0xf0]), ("the first review", [0xb8, 0x37, 0x1f])] {
        ensure!(colours.contains(&colour), "nothing has the colour of {name}");
    }
    ensure!(colours.len() > 100, "{} colours", colours.len());
    Ok(())
}

#[tokio::test]
async fn the_score_is_saved_as_a_drawing_and_as_a_picture_of_dots() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    let work = &own.at(Dial::None).work().id;
    let (svg, png) = (format!("{work}-score.svg"), format!("{work}-score.png"));
    let buttons = [("Score (SVG)", svg.as_str()), ("Score (PNG)", &png)];
    let mut drawings = Vec::new();
    for view in ["timeline", "timeline?order=told"] {
        reader.open(view).await?.press(".take-link").await?.sees(SHEET).await?;
        let files = saved_bytes(&reader, &buttons).await?;
        let drawing = String::from_utf8(files[0].clone())?;
        ensure!(drawing.contains("Spoilers: none") && drawing.contains("goes on"), "{drawing}");
        is_picture_of(&files[1], &drawing)?;
        drawings.push(drawing);
    }
    ensure!(drawings[0] != drawings[1], "the order changes nothing");
    reader.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_browser_that_paints_nothing_says_so_and_still_gives_the_drawing() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.page().before_each("HTMLCanvasElement.prototype.toBlob = (done) => done(null)").await?;
    reader.open("take?of=/timeline/").await?.sees(SHEET).await?.sees("body > .toast").await?;
    reader.press_words("Score (PNG)").await?;
    said(&reader, "This browser could not make the PNG.").await?;
    let name = format!("{}-score.svg", own.at(Dial::None).work().id);
    ensure!(saved(&reader, &[("Score (SVG)", &name)]).await?[0].contains("<svg"), "no drawing");
    Ok(())
}

#[tokio::test]
async fn the_one_file_hands_over_files_as_well() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of_one_file(&own, &Screen::new(1280, 900).light()).await?;
    reader.open("timeline").await?.press(".take-link").await?.sees(SHEET).await?;
    let name = format!("{}-timeline.csv", own.at(Dial::None).work().id);
    let texts = saved(&reader, &[("Table of moments (CSV)", &name)]).await?;
    let moments = own.at(Dial::None).moments().count();
    ensure!(texts[0].trim_end().lines().count() == moments + 1, "{}", texts[0]);
    let (svg, png) = (name.replace("timeline.csv", "score.svg"), name.replace("timeline.csv", "score.png"));
    let files = saved_bytes(&reader, &[("Score (SVG)", &svg), ("Score (PNG)", &png)]).await?;
    is_picture_of(&files[1], &String::from_utf8(files[0].clone())?)?;
    reader.hears_nothing().await?;
    Ok(())
}
