//! Others than the app meddle: what translates the page, what blocks parts of it, a clock that is wrong, a browser that
//! lacks or refuses something.

use anyhow::{Context, Result, ensure};
use liner_notes_record::Dial;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// Puts every word of the page into an element of its own, as programs that translate pages do.
const TRANSLATE: &str = "
    const texts = [], walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter(text => text.data.trim())) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data.toUpperCase();
        outer.append(inner);
        text.replaceWith(outer);
    }
    document.documentElement.classList.add('translated-ltr');
    return texts.length";

#[tokio::test]
async fn a_page_that_is_translated_goes_on_answering() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare").await?.sees("html[data-copies]").await?;
    ensure!(reader.ask::<usize>(TRANSLATE).await? > 100, "little was translated");
    // Rows go and come, pages change, and each has words.
    reader.press(".pill[data-status=differ]").await?.is_at("compare?status=differ").await?;
    reader.press(".pill[data-status=differ]").await?.is_at("compare").await?;
    reader
        .press(&reader.link_to("timeline/"))
        .await?
        .is_at("timeline")
        .await?
        .sees_heading("The story, scored")
        .await?;
    reader.back().await?.is_at("compare").await?.sees("table.comparison").await?;
    reader.press_stop(Dial::Middle).await?.agree().await?.sees(".dial-stop:nth-child(2)[aria-checked=true]").await?;
    reader.is_answered().await?.sees_no("dialog.guard").await?;
    Ok(())
}

#[tokio::test]
async fn parts_that_were_taken_from_the_page_do_not_stop_it() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    for taken in [".topic-row:nth-child(2)", "main h1", ".status-pills", "tbody", ".dial", "main > *"] {
        reader.open("compare").await?.sees("html[data-copies]").await?;
        let take = "const found = document.querySelectorAll(arguments[0]); found.forEach(one => one.remove()); return found.length";
        ensure!(reader.ask_with::<usize>(take, vec![taken.into()]).await? > 0, "nothing fits {taken}");
        reader.press(&reader.link_to("timeline/")).await?;
        reader.sees_heading("The story, scored").await.with_context(|| format!("without {taken}"))?;
        reader.press(&reader.link_to("cast/")).await?.sees_heading("Who is who").await?.is_answered().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_others_add_to_the_page_stays_out_of_its_way() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("compare").await?.sees("html[data-copies]").await?;
    let add = "for (const place of document.querySelectorAll('#app, main, tbody, tr, .status-pills')) {
            for (const where of ['prepend', 'append']) place[where](Object.assign(document.createElement('span'), { className: 'theirs' }));
        }
        return document.querySelectorAll('.theirs').length";
    ensure!(reader.ask::<usize>(add).await? > 10, "little was added");
    reader.press(".pill[data-status=differ]").await?.is_at("compare?status=differ").await?;
    reader.press(&reader.link_to("cast/")).await?.sees_heading("Who is who").await?.turn_dial(Dial::All).await?;
    reader.back().await?.back().await?.is_at("compare").await?.is_answered().await?.sees_no("dialog.guard").await?;
    Ok(())
}

#[tokio::test]
async fn a_clock_that_is_wrong_changes_nothing() -> Result<()> {
    for (what, clock) in [
        ("is at the beginning", "Date.now = () => 0"),
        ("is before it", "Date.now = () => -1e12"),
        ("is at the end of time", "Date.now = () => 8.64e15"),
        ("runs backwards", "let now = Date.now(); Date.now = () => now -= 60000; performance.now = () => now"),
        ("jumps", "let odd = 0; const own = Date.now; Date.now = () => own() + (odd ^= 1) * 1e10"),
        ("is no number", "Date.now = () => NaN"),
    ] {
        let reader = Reader::of(&Collection::own()?).await?;
        reader.page().before_each(clock).await?;
        reader.open("compare").await.with_context(|| format!("the clock {what}"))?.turn_dial(Dial::Middle).await?;
        reader.press_words("Cast").await?.is_at("cast").await?.is_answered().await?;
        reader.open("search?q=song").await?.sees(".hit").await?.hears_nothing().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_browser_that_refuses_to_note_where_one_is_shows_the_way_all_the_same() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    // Some refuse after a hundred in half a minute.
    let refuse = "History.prototype.pushState = History.prototype.replaceState = \
                  () => { throw new DOMException('too many', 'SecurityError') }";
    reader.page().before_each(refuse).await?;
    reader.open("compare").await?;
    for (place, heading) in [("Timeline", "The story, scored"), ("Cast", "Who is who"), ("Reviews", "The reviews")] {
        reader.press_words(place).await?.sees_heading(heading).await?;
    }
    reader.is_answered().await?.hears_nothing().await?;
    Ok(())
}

#[tokio::test]
async fn a_browser_that_lacks_what_few_lack_does_without() -> Result<()> {
    for lacking in [
        "delete window.requestIdleCallback",
        "delete Navigator.prototype.serviceWorker",
        "delete Navigator.prototype.clipboard; delete Navigator.prototype.share",
        "delete window.BroadcastChannel",
        "delete window.localStorage; delete window.sessionStorage",
        "delete window.matchMedia",
    ] {
        let reader = Reader::of(&Collection::own()?).await?;
        reader.page().before_each(lacking).await?;
        reader.open("compare").await.with_context(|| lacking.to_owned())?.turn_dial(Dial::Middle).await?;
        reader.press_words("Cast").await?.is_at("cast").await?.is_answered().await?;
        reader.open("search?q=song").await?.sees(".hit").await.with_context(|| lacking.to_owned())?;
    }
    Ok(())
}

#[tokio::test]
async fn tabs_of_two_editions_share_what_is_kept_without_harm() -> Result<()> {
    use crate::offline::reader_of;
    use crate::offline::release::Release;

    let (first, second) = (Release::with_other_files("first")?, Release::with_other_files("second")?);
    let reader = reader_of(&first).await?;
    reader.page().before_each("delete Navigator.prototype.serviceWorker").await?;
    reader.open("compare").await?;
    let old = reader.page().window().await?;
    reader.site()?.publish(second.folder())?;
    reader.page().new_tab().await?;
    let windows = reader.page().windows().await?;
    let new = windows.into_iter().find(|window| *window != old).context("another tab")?;
    reader.page().switch_to_window(new).await?;
    reader.open("cast/").await?.turn_dial(Dial::All).await?;
    // The older one keeps what it has on the screen, and goes on.
    reader.page().switch_to_window(old).await?;
    reader.has_dial_at(Dial::None).await?.press_words("Timeline").await?.is_at("timeline").await?.is_answered().await?;
    // It then writes no less than it reads: a page opened anew has what was chosen last, whichever tab that was in.
    let kept = until(
        "a stop",
        |kept: &String| !kept.is_empty(),
        async || reader.ask("return localStorage.getItem('liner-notes.dial') ?? ''").await,
    )
    .await?;
    let stop = Dial::from_token(&kept).context("a stop that is kept")?;
    reader.reload().await?.has_dial_at(stop).await?;
    becomes(vec!["second".to_owned()], async || reader.attributes("meta[name=release]", "content").await).await
}
