//! The app itself fails: it panics, or runs out of stack or memory. What watches over it from outside says so.

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;
use thirtyfour::Key;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;
use crate::texts::{KEPT, at_review, drop_texts};

/// From here on the app can make no element, and Yew panics while it draws; what watches over it still can.
const NO_ELEMENTS: &str = "
    const isApps = () => /wasm/.test(new Error().stack);
    for (const [owner, name] of [[Document, 'createElement'], [Document, 'createElementNS'], [Node, 'cloneNode']]) {
        const own = owner.prototype[name];
        owner.prototype[name] = function (...given) {
            if (isApps()) throw new DOMException('no more elements', 'NotSupportedError');
            return own.apply(this, given);
        };
    }";

/// The app can give no element an attribute, which it does while it takes over what was drawn beforehand, too.
const NO_ATTRIBUTES: &str = "
    const own = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (...given) {
        if (/wasm/.test(new Error().stack)) throw new DOMException('no', 'InvalidCharacterError');
        return own.apply(this, given);
    };";

/// From some moment on the title cannot be set: what the app does after a drawing ends with an error of the browser's. It
/// is there from the start, since pages are not told of errors that a driver's own scripts throw.
const TITLES: &str = "
    const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
    Object.defineProperty(Document.prototype, 'title', {
        get,
        set(title) {
            if (window.hasNoTitles) throw new TypeError('no titles');
            set.call(this, title);
        },
    });";

/// From some moment on the app cannot read what stands in a field: what it does when somebody types ends with an error of
/// the browser's, before anything is drawn.
const FIELDS: &str = "
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(HTMLInputElement.prototype, 'value', {
        set,
        get() {
            if (window.hasNoFields && /wasm/.test(new Error().stack)) throw new TypeError('no fields');
            return get.call(this);
        },
    });";

/// Something else on the page fails once it is told to.
const OTHERS: &str = "
    addEventListener('others-fail', () => {
        setTimeout(() => { throw new TypeError('an extension of the browser failed') });
        Promise.reject(new Error('so did this'));
    });";

const NO_TITLES: &str = "window.hasNoTitles = true";

/// What the desk answers has elements in elements, deeper than anything that is drawn in the app can go.
const ENDLESS: &str = "
    const heard = linerNotes.heard;
    linerNotes.heard = () => {
        const parts = heard()?.split('\\u001f');
        if (parts?.length > 4) parts[4] = '\\u0001p'.repeat(1000000);
        return parts?.join('\\u001f');
    };";

async fn at_compare() -> Result<Reader> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each(TITLES).await?;
    reader.open("compare").await?;
    // The guard comes once the page has nothing better to do, and with it what copies.
    reader.sees("html[data-copies]").await?;
    Ok(reader)
}

/// The app fails while it draws the timeline, and the panel says so.
async fn fails_by(fault: &str, reader: &Reader) -> Result<()> {
    reader.page().execute(fault, Vec::new()).await?;
    reader.press_words("Timeline").await?;
    is_told_calmly(reader).await
}

/// Has the app of a page panic that can be used, for who wants to see what is there then.
pub(crate) async fn panics(reader: &Reader) -> Result<()> {
    reader.sees("html[data-copies]").await?;
    fails_by(NO_ELEMENTS, reader).await
}

/// Waits for the panel and looks whether the page under it is still there.
async fn is_told_calmly(reader: &Reader) -> Result<()> {
    reader.sees("dialog.guard[open]").await?.has_focus_on("dialog.guard .button-primary").await?;
    let said = reader.words("dialog.guard").await?.concat();
    for words in ["You can go on reading", "What you chose is in its address"] {
        ensure!(said.contains(words), "{said}");
    }
    ensure!(reader.count("main h1").await? == 1, "the page under the panel is gone");
    Ok(())
}

/// Follows a link as the browser's own, and the app answers there.
async fn goes_on_by_a_link(reader: &Reader) -> Result<()> {
    reader.press_words("Close").await?.sees_no("dialog.guard[open]").await?;
    reader.page().execute("window.sameLoad = true", Vec::new()).await?;
    reader.press_words("Cast").await?.is_at("cast").await?.sees_heading("Who is who").await?;
    becomes(false, async || reader.ask("return window.sameLoad === true").await).await?;
    reader.page().ready().await?;
    reader.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn a_panic_while_drawing_is_told_and_links_lead_on() -> Result<()> {
    let reader = at_compare().await?;
    fails_by(NO_ELEMENTS, &reader).await?;
    goes_on_by_a_link(&reader).await
}

#[tokio::test]
async fn loading_again_after_a_panic_brings_what_was_asked_for() -> Result<()> {
    let reader = at_compare().await?;
    reader.turn_dial(Dial::Middle).await?;
    fails_by(NO_ELEMENTS, &reader).await?;
    reader.press_words("Load again").await?.sees(".score .chord").await?.is_at("timeline").await?;
    reader.page().ready().await?;
    reader.has_dial_at(Dial::Middle).await?.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn an_error_after_a_drawing_is_told_as_well() -> Result<()> {
    let reader = at_compare().await?;
    fails_by(NO_TITLES, &reader).await?;
    goes_on_by_a_link(&reader).await
}

#[tokio::test]
async fn an_error_in_what_answers_a_key_is_told_as_well() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each(FIELDS).await?;
    reader.open("compare").await?.sees("html[data-copies]").await?;
    reader.page().execute("window.hasNoFields = true", Vec::new()).await?;
    reader.type_into("input[type=search]", "s").await?;
    is_told_calmly(&reader).await?;
    goes_on_by_a_link(&reader).await
}

#[tokio::test]
async fn a_text_that_was_attached_is_there_after_the_app_has_failed() -> Result<()> {
    let collection = Collection::invented("two")?;
    let texts = collection.texts()?;
    let (review, _) = texts.first().context("no text")?;
    let reader = at_review(&collection, review).await?;
    drop_texts(&reader, &texts[..1]).await?;
    reader.sees(".review-text").await?;
    becomes(1, async || reader.wait_for::<usize>(KEPT).await).await?;
    panics(&reader).await?;
    reader.press_words("Load again").await?.sees_no("dialog.guard").await?;
    reader.open(&format!("reviews/{review}")).await?.sees(".review-text").await?;
    becomes(1, async || reader.wait_for::<usize>(KEPT).await).await?;
    reader.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn a_stack_that_overflows_is_told() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("search?q=song").await?.sees(".hit").await?.sees("html[data-copies]").await?;
    reader.page().execute(ENDLESS, Vec::new()).await?;
    reader.type_into("#search-field", "s").await?;
    is_told_calmly(&reader).await?;
    goes_on_by_a_link(&reader).await
}

#[tokio::test]
async fn back_after_a_panic_loads_the_page_that_was_there() -> Result<()> {
    let reader = at_compare().await?;
    reader.page().execute(NO_ELEMENTS, Vec::new()).await?;
    reader.press_words("Timeline").await?.is_at("timeline").await?;
    is_told_calmly(&reader).await?;
    reader.back().await?.is_at("compare").await?.sees_no("dialog.guard").await?;
    reader.page().ready().await?;
    reader.sees("table.comparison").await?.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn a_question_that_is_open_when_the_app_fails_does_not_lie_over_the_panel() -> Result<()> {
    let reader = at_compare().await?;
    reader.press_stop(Dial::All).await?.sees("dialog.ask[open]").await?;
    reader.page().execute(NO_ELEMENTS, Vec::new()).await?;
    reader.agree().await?;
    is_told_calmly(&reader).await?;
    ensure!(reader.count("dialog[open]").await? == 1, "the question is still open");
    goes_on_by_a_link(&reader).await
}

#[tokio::test]
async fn an_app_that_fails_again_soon_can_be_opened_afresh() -> Result<()> {
    let reader = at_compare().await?;
    reader.turn_dial(Dial::Middle).await?;
    reader.open("compare?status=differ").await?.sees("html[data-copies]").await?;
    for heading in ["The app has failed", "The app has failed again"] {
        fails_by(NO_TITLES, &reader).await?;
        becomes(vec![heading.to_owned()], async || reader.words("dialog.guard h2").await).await?;
        if heading.ends_with("failed") {
            reader.press_words("Load again").await?.sees_no("dialog.guard").await?;
            reader.page().ready().await?;
            reader.open("compare?status=differ").await?.sees("html[data-copies]").await?;
        }
    }
    reader.press_words("Open afresh").await?.sees_no("dialog.guard").await?.is_at("timeline").await?;
    reader.page().ready().await?;
    reader.has_dial_at(Dial::None).await?.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn the_report_says_where_it_failed_and_nothing_of_the_reader() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("search?q=a+secret+of+mine").await?.sees("html[data-copies]").await?;
    reader.page().execute(NO_ELEMENTS, Vec::new()).await?;
    reader.press_words("Timeline").await?.sees("dialog.guard[open]").await?;
    let report = reader.attributes("dialog.guard [data-copy]", "data-copy").await?.concat();
    for part in [
        "Liner Notes, liner-notes-",
        "Edition ",
        "At: /liner-notes/timeline",
        "Failed: RuntimeError at yew-",
        "wasm-function[",
    ] {
        ensure!(report.contains(part), "no “{part}” in: {report}");
    }
    for part in ["secret", "?", "127.0.0.1", "http"] {
        ensure!(!report.contains(part), "“{part}” in: {report}");
    }
    // It is what comes onto the clipboard.
    let clipboard = "Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, value: { \
                     writeText: (words) => { window.copied = words; return Promise.resolve(); } } }); return true";
    reader.ask::<bool>(clipboard).await?;
    reader.press_words("Copy a report").await?;
    becomes(report, async || reader.ask("return window.copied ?? ''").await).await?;
    Ok(())
}

#[tokio::test]
async fn errors_of_others_on_the_page_are_not_taken_for_the_apps() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each(OTHERS).await?;
    reader.open("compare").await?.sees("html[data-copies]").await?;
    reader.page().execute("dispatchEvent(new Event('others-fail'))", Vec::new()).await?;
    until("what they wrote", |said: &usize| *said >= 1, async || Ok(reader.page().console().await?.len())).await?;
    reader.is_answered().await?.sees_no("dialog.guard").await?;
    Ok(())
}

#[tokio::test]
async fn a_page_that_cannot_be_taken_over_is_drawn_anew_once() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    let once =
        format!("if (!sessionStorage.getItem('once')) {{ {NO_ATTRIBUTES} }} sessionStorage.setItem('once', 'over')");
    reader.page().before_each(&once).await?;
    reader.open("compare").await?.sees("table.comparison").await?.sees_no("#app[data-drawn]").await?;
    reader.sees_no("body > .toast:not(:empty)").await?.is_answered().await?;
    Ok(())
}

#[tokio::test]
async fn a_page_that_can_be_drawn_in_no_way_stays_as_it_was_and_says_so() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each(NO_ATTRIBUTES).await?;
    reader.page().goto(reader.full_address("cast")).await?;
    let says_so = |words: &Vec<String>| words.iter().any(|words| words.contains("did not start"));
    until("the sentence", says_so, async || reader.words("body > .toast").await).await?;
    reader.sees_heading("Who is who").await?;
    Ok(())
}

#[tokio::test]
async fn a_browser_without_webassembly_shows_the_page_and_says_why_it_is_all() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().before_each("delete globalThis.WebAssembly").await?;
    reader.page().goto(reader.full_address("cast?form=all")).await?;
    let says_so = |words: &Vec<String>| words.iter().any(|words| words.contains("WebAssembly turned off"));
    until("the sentence", says_so, async || reader.words("body > .toast").await).await?;
    reader.sees_heading("Who is who").await?.press_words("Timeline").await?.sees_heading("The story, scored").await?;
    Ok(())
}

#[tokio::test]
async fn memory_that_runs_out_is_told() -> Result<()> {
    let reader = Reader::with_little_memory(&Collection::own()?).await?;
    reader.open("compare").await?.sees("html[data-copies]").await?;
    // More words than there is memory for, as from a clipboard, in the field that narrows the table.
    let paste = "const field = document.querySelector('input[type=search]'); field.value = 'word '.repeat(6000000); \
                 field.dispatchEvent(new InputEvent('input', { bubbles: true })); return true";
    reader.ask::<bool>(paste).await?;
    is_told_calmly(&reader).await?;
    goes_on_by_a_link(&reader).await
}

#[tokio::test]
async fn the_panel_can_be_put_away_with_the_keyboard() -> Result<()> {
    let reader = at_compare().await?;
    fails_by(NO_TITLES, &reader).await?;
    for _ in 0..2 {
        reader.key(Key::Tab).await?;
    }
    reader.has_focus_on("dialog.guard button:last-child").await?.key(Key::Enter).await?;
    reader.sees_no("dialog.guard[open]").await?;
    Ok(())
}
