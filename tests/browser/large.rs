//! Pages for those who need everything large: at four times the size a window of 1280 has the room of one of 320, and lines,
//! words and letters stand further apart than the page has them.

use anyhow::{Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use serde::Deserialize;

use crate::collection::Collection;
use crate::reader::Reader;

/// What reaches out of the window, or has to be scrolled sideways by itself, but for the table.
const SIDEWAYS: &str = "
    const wide = [];
    if (document.documentElement.scrollWidth > innerWidth) wide.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll('body *')) {
        if (one.closest('.table-region, .visually-hidden') || one.scrollWidth <= one.clientWidth + 1) continue;
        if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) wide.push(one.outerHTML.slice(0, 100));
    }
    return wide;";

#[tokio::test]
async fn at_four_times_the_size_nothing_scrolls_both_ways_but_the_table() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let mut faults = Vec::new();
    for route in own.places()? {
        reader.open(&route.path).await?.has_all().await?;
        for height in [256, 740] {
            reader.page().show_on(&Screen::new(320, height).without_scroll_bars().light()).await?;
            let wide: Vec<String> = reader.ask(SIDEWAYS).await?;
            faults.extend(wide.into_iter().map(|one| format!("/{} at 320 × {height}: {one}", route.path)));
        }
        reader.page().show_on(&Screen::new(1280, 900).light()).await?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// What the page itself takes of a small window: what stays at its edges while the rest scrolls.
const STAYS: &str = "
    const bars = Array.from(document.querySelectorAll('body *')).filter(one => {
        const { position } = getComputedStyle(one);
        return (position === 'fixed' || position === 'sticky') && one.checkVisibility() && !one.closest('.table-region, .skip-link, .toast');
    });
    return bars.reduce((all, one) => all + one.getBoundingClientRect().height, 0) / innerHeight;";

#[tokio::test]
async fn bars_leave_most_of_a_small_window_to_the_page() -> Result<()> {
    let reader = Reader::with(&Collection::own()?, &Screen::new(320, 256).without_scroll_bars().light()).await?;
    for path in ["", "compare", "timeline", "about"] {
        reader.open(path).await?;
        let share: f64 = reader.ask(STAYS).await?;
        ensure!(share < 0.34, "at /{path} bars take {share:.2} of the window");
    }
    Ok(())
}

/// Sets what 1.4.12 says that people may set.
const SPREAD: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } \
                       p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
    return true";

/// What words are cut, and what words something else lies over. The window is as high as the page.
#[derive(Deserialize)]
struct Harm {
    cut: Vec<String>,
    covered: Vec<String>,
    looked_at: usize,
}

const HARM: &str = "
    const isHidden = one => {
        if (one.closest('[aria-hidden=true], dialog:not([open]), .skip-link')) return true;
        // What is there only to be read out.
        for (let above = one; above; above = above.parentElement) if (getComputedStyle(above).clipPath !== 'none') return true;
        return false;
    };
    const cut = [];
    for (const one of document.querySelectorAll('body *')) {
        const { overflowX, overflowY } = getComputedStyle(one);
        if (one.clientWidth < 2 || !one.checkVisibility() || isHidden(one)) continue;
        const isCut = (overflow, inside, outside) => ['hidden', 'clip'].includes(overflow) && inside > outside + 1;
        if (isCut(overflowX, one.scrollWidth, one.clientWidth) || isCut(overflowY, one.scrollHeight, one.clientHeight)) {
            cut.push(one.outerHTML.slice(0, 140));
        }
    }
    const covered = [];
    let looked_at = 0;
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (words.nextNode()) {
        const { parentElement: one, data } = words.currentNode;
        if (!data.trim() || isHidden(one) || !one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
        range.selectNodeContents(words.currentNode);
        for (const { left, right, top, bottom, width } of range.getClientRects()) {
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            if (width < 2 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
            looked_at += 1;
            const there = document.elementFromPoint(x, y);
            if (!there || there === one || there.contains(one) || one.contains(there)) continue;
            const over = getComputedStyle(there);
            // A link that is spread over its row is no cover.
            if (there.closest('.table-region thead, .bottom-bar, .top-bar, .moment-title') || !there.textContent.trim()) continue;
            covered.push(`${data.trim().slice(0, 60)} under ${there.outerHTML.slice(0, 80)}`);
        }
    }
    return { cut, covered, looked_at };";

#[tokio::test]
async fn letters_words_and_lines_may_stand_further_apart() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let mut faults = Vec::new();
    for route in own.places()? {
        reader.open(&route.path).await?.has_all().await?;
        reader.ask::<bool>(SPREAD).await?;
        for width in [360, 1280] {
            reader.page().show_on(&Screen::new(width, 12_000).without_scroll_bars().light()).await?;
            let harm: Harm = reader.ask(HARM).await?;
            ensure!(harm.looked_at > 20, "at /{} only {} words were looked at", route.path, harm.looked_at);
            let found = harm.cut.iter().map(|one| format!("cut: {one}"));
            let found = found.chain(harm.covered.iter().map(|one| format!("covered: {one}")));
            faults.extend(found.map(|one| format!("/{} at {width}: {one}", route.path)));
            let wide: u32 = reader.ask("return document.documentElement.scrollWidth").await?;
            if wide > width {
                faults.push(format!("/{} at {width} is {wide} wide", route.path));
            }
        }
        reader.page().show_on(&Screen::new(1280, 900).light()).await?;
    }
    ensure!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.iter().take(40).cloned().collect::<Vec<_>>().join("\n")
    );
    Ok(())
}
