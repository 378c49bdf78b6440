//! Pages on paper: what is printed of each, and that nothing of it is cut.

use std::fs;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// How wide a sheet of A4 is between usual margins, upright and on its side, as the browser counts.
const UPRIGHT: u32 = 688;
const ON_ITS_SIDE: u32 = 1017;

/// What is for the screen alone, by what it is for.
const FOR_SCREENS: &str = ".top-bar, .bottom-bar, .skip-link, .footer, .take-ways, .copy-link, .controls, .jumps, \
                           .timeline-controls, .neighbours, .attaching, .toast, .notice, dialog, .pill, .button, input";

/// Which elements that fit are seen.
const SEEN: &str = "return Array.from(document.querySelectorAll(arguments[0]))
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((one) => one.className.toString() || one.tagName)";

async fn seen(reader: &Reader, css: &str) -> Result<Vec<String>> {
    reader.ask_with(SEEN, vec![css.into()]).await
}

/// What a style sheet makes of a property of the first element that fits.
async fn style(reader: &Reader, css: &str, property: &str) -> Result<String> {
    let script = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])";
    reader.ask_with(script, vec![css.into(), property.into()]).await
}

/// Whether the page's paper is that of this name, where the engine says which it is: WebKit does not.
async fn is_on(reader: &Reader, paper: &str) -> Result<bool> {
    let said = style(reader, ".page", "page").await?;
    Ok(said.is_empty() || said == paper)
}

/// The texts and tables that reach beyond the paper.
async fn cut(reader: &Reader) -> Result<Vec<String>> {
    let script = "return Array.from(document.querySelectorAll('main *'))
        .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, svg'))
        .filter((one) => {
            const { left, right, width } = one.getBoundingClientRect();
            return width > 1 && (left < -1 || right > innerWidth + 1);
        })
        .map((one) => one.outerHTML.slice(0, 120))";
    reader.ask(script).await
}

/// Someone who prints on sheets of that width.
async fn printing(collection: &Collection, width: u32) -> Result<Reader> {
    let screen = Screen::new(width, 900).without_scroll_bars();
    Reader::with(collection, &screen).await
}

#[tokio::test]
async fn paper_has_a_white_ground_dark_ink_and_no_chrome() -> Result<()> {
    let own = Collection::own()?;
    let reader = printing(&own, UPRIGHT).await?;
    reader.page().before_each("localStorage.setItem('liner-notes.theme', 'dark')").await?;
    let card = own.at(Dial::None).characters().next().context("a character")?.id.to_string();
    let (card, review) = (format!("cast/{card}"), format!("reviews/{}", own.at(Dial::None).reviews()[0].id));
    for view in ["", "compare", "cast", &card, "timeline", "timeline?view=list", "reviews", &review, "about"] {
        reader.open(view).await?;
        reader.page().put_on_paper().await?;
        assert_eq!(seen(&reader, FOR_SCREENS).await?, [""; 0], "/{view}");
        assert_eq!(style(&reader, "html", "background-color").await?, "rgb(255, 255, 255)", "/{view}");
        assert_eq!(style(&reader, "html", "color").await?, "rgb(36, 26, 20)", "/{view}");
        assert_eq!(seen(&reader, "main h1").await?.len(), 1, "/{view}");
        assert_eq!(cut(&reader).await?, [""; 0], "/{view}");
    }
    Ok(())
}

#[tokio::test]
async fn compare_is_a_table_on_paper_with_its_head_on_every_page_and_rows_that_stay_whole() -> Result<()> {
    for collection in Collection::all()? {
        let reader = printing(&collection, ON_ITS_SIDE).await?;
        reader.open("compare").await?.turn_dial(Dial::All).await?;
        let rows = ".topic-row:not([hidden])";
        let on_screen = reader.attributes(rows, "data-topic").await?;
        for width in [ON_ITS_SIDE, UPRIGHT] {
            reader.page().show_on(&Screen::new(width, 900).without_scroll_bars()).await?;
            reader.page().put_on_paper().await?;
            assert_eq!(style(&reader, ".comparison thead", "display").await?, "table-header-group");
            assert_eq!(style(&reader, rows, "display").await?, "table-row");
            assert_eq!(style(&reader, rows, "break-inside").await?, "avoid");
            assert_eq!(style(&reader, ".group-row", "break-after").await?, "avoid");
            ensure!(is_on(&reader, "table").await?, "{} on another paper", collection.name);
            assert_eq!(seen(&reader, rows).await?.len(), on_screen.len());
            let reviews = collection.at(Dial::All).reviews().len();
            assert_eq!(seen(&reader, "thead .review-number").await?.len(), reviews, "{}", collection.name);
            assert_eq!(cut(&reader).await?, [""; 0], "{} on {width}", collection.name);
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_score_is_printed_as_wide_as_the_page_with_its_list_and_its_closed_end() -> Result<()> {
    for collection in Collection::all()? {
        let reader = printing(&collection, ON_ITS_SIDE).await?;
        reader.open("timeline").await?;
        for dial in [Dial::None, Dial::All] {
            reader.page().show_on(&Screen::new(ON_ITS_SIDE, 900).without_scroll_bars()).await?;
            reader.turn_dial(dial).await?;
            let moments = collection.at(dial).moments().count();
            becomes(moments, async || reader.count(".score .chord").await).await?;
            reader.page().put_on_paper().await?;
            let width = "return [document.querySelector('.score').getBoundingClientRect(), document.body]
                .map((one) => Math.round(one.width ?? one.clientWidth))";
            let [of_score, of_page] = reader.ask::<[u32; 2]>(width).await?;
            assert_eq!(of_score, of_page, "{}", collection.name);
            ensure!(is_on(&reader, "score").await?, "{} on another paper", collection.name);
            assert_eq!(seen(&reader, ".moment").await?.len(), moments);
            assert_eq!(seen(&reader, ".upright, .upright-staff, .upright-discs, .chosen-frame").await?, [""; 0]);
            let goes_on = usize::from(collection.at(dial).story_goes_on());
            assert_eq!(seen(&reader, ".closed-bar").await?.len(), goes_on);
            assert_eq!(cut(&reader).await?, [""; 0], "{}", collection.name);
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_attached_text_is_printed_with_its_marks_in_place_of_the_outline() -> Result<()> {
    let three = Collection::invented("three")?;
    let (review, file) = three.texts()?.into_iter().next().context("a text")?;
    let reader = printing(&three, UPRIGHT).await?;
    reader.open(&format!("reviews/{review}")).await?.sees(".attaching").await?;
    let paste = "const field = document.querySelector('.attaching-paste textarea');
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    reader.ask_with::<bool>(paste, vec![fs::read_to_string(file)?.into()]).await?;
    reader.sees(".review-text").await?;
    reader.page().put_on_paper().await?;
    let (words, marks) = (seen(&reader, ".text-words").await?, seen(&reader, ".passage").await?);
    ensure!(!words.is_empty() && !marks.is_empty(), "{} paragraphs, {} marks", words.len(), marks.len());
    ensure!(style(&reader, ".passage", "border-bottom-width").await? != "0px", "marks are told by their ground alone");
    assert_eq!(seen(&reader, ".attaching, .review-outline, .text-ways").await?, [""; 0]);
    assert_eq!(cut(&reader).await?, [""; 0]);
    Ok(())
}
