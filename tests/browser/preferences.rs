//! What people have set their system to, and what the page makes of it: colours of their own, more contrast, no movement,
//! nothing that shines through.

use anyhow::{Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;

use crate::collection::Collection;
use crate::reader::Reader;

/// The places at which it is looked whether the page follows.
const PLACES: [&str; 6] = ["", "compare", "cast", "timeline", "reviews", "about"];

async fn with(feature: &'static str, value: &'static str) -> Result<Reader> {
    Reader::with(&Collection::own()?, &Screen::new(1280, 900).light().media(feature, value)).await
}

/// Everything that moves or takes its time.
const MOVES: &str = "
    const moves = [];
    for (const one of document.querySelectorAll('*')) {
        for (const pseudo of [null, '::before', '::after']) {
            const style = getComputedStyle(one, pseudo);
            const lasts = [style.transitionDuration, style.animationDuration].join().split(',').some(time => parseFloat(time) > 0);
            if (lasts || style.scrollBehavior === 'smooth') moves.push(one.outerHTML.slice(0, 80));
        }
    }
    return moves;";

#[tokio::test]
async fn nothing_moves_where_nothing_is_to_move() -> Result<()> {
    let reader = with("prefers-reduced-motion", "reduce").await?;
    for path in PLACES {
        reader.open(path).await?;
        let moves: Vec<String> = reader.ask(MOVES).await?;
        ensure!(moves.is_empty(), "at /{path}: {moves:?}");
    }
    // Elsewhere something does, or this test would see nothing.
    let other = Reader::of(&Collection::own()?).await?;
    other.open("compare").await?;
    ensure!(!other.ask::<Vec<String>>(MOVES).await?.is_empty());
    Ok(())
}

const COLOURS: &str = "
    const colour = (css, property) => getComputedStyle(document.querySelector(css))[property];
    return [colour('.lede', 'color'), colour('body', 'color'), colour('.footer', 'borderTopColor')]";

#[tokio::test]
async fn whoever_asks_for_contrast_gets_ink_for_soft_ink_and_lines_that_are_seen() -> Result<()> {
    let plain = Reader::of(&Collection::own()?).await?;
    let more = with("prefers-contrast", "more").await?;
    plain.open("compare").await?;
    more.open("compare").await?;
    let (plain, more): ([String; 3], [String; 3]) = (plain.ask(COLOURS).await?, more.ask(COLOURS).await?);
    ensure!(plain[0] != plain[1] && more[0] == more[1], "softer words are {} and {}", plain[0], more[0]);
    ensure!(plain[2] != more[2], "lines stay as they are");
    Ok(())
}

#[tokio::test]
async fn nothing_shines_through_a_question_where_nothing_is_to() -> Result<()> {
    let backdrop = "return getComputedStyle(document.querySelector('dialog.ask'), '::backdrop').backgroundColor";
    let is_clear = |colour: &str| colour.starts_with("rgba(") && !colour.ends_with(", 1)");
    for (value, shines) in [("no-preference", true), ("reduce", false)] {
        let reader = with("prefers-reduced-transparency", value).await?;
        reader.open("cast").await?.press_stop(Dial::Middle).await?;
        reader.sees("dialog.ask[open]").await?;
        let colour: String = reader.ask(backdrop).await?;
        ensure!(is_clear(&colour) == shines, "with {value} there lies {colour} over the page");
    }
    Ok(())
}

/// Signs that would not be seen in the colours that the system gives: what is painted has the colour of what it is on.
const UNSEEN: &str = "
    const ground = getComputedStyle(document.body).backgroundColor;
    const unseen = [];
    const shapes = document.querySelectorAll('svg :is(path, circle, ellipse, rect, line, text)');
    const isNothing = paint => paint === 'none' || paint === 'rgba(0, 0, 0, 0)';
    for (const one of shapes) {
        if (!one.checkVisibility() || one.closest('defs, pattern')) continue;
        const { fill, stroke } = getComputedStyle(one);
        const paints = [fill, stroke].filter(paint => !isNothing(paint));
        if (paints.length && paints.every(paint => paint === ground)) unseen.push(one.outerHTML.slice(0, 90));
    }
    return [ground, unseen];";

#[tokio::test]
async fn in_the_systems_colours_what_is_chosen_and_what_is_drawn_is_seen() -> Result<()> {
    for is_dark in [false, true] {
        let screen = Screen::new(1280, 900).media("forced-colors", "active");
        let screen = if is_dark { screen.dark() } else { screen.light() };
        let reader = Reader::with(&Collection::own()?, &screen).await?;
        reader.open("compare").await?.press(".status-pills .pill:nth-child(2)").await?;
        reader.sees(".pill.is-chosen:nth-child(2)").await?;
        let grounds = "const ground = css => getComputedStyle(document.querySelector(css)).backgroundColor; \
                       return [ground('.dial-stop[aria-checked=true]'), ground('.dial-stop[aria-checked=false]'), \
                       ground('.pill.is-chosen:nth-child(2)'), ground('.pill:not(.is-chosen)')]";
        let [stop, other, pill, plain]: [String; 4] = reader.ask(grounds).await?;
        ensure!(stop != other, "the stop of the dial looks like the others");
        ensure!(pill != plain, "what is chosen looks like the rest");
        for path in PLACES {
            reader.open(path).await?;
            let (ground, unseen): (String, Vec<String>) = reader.ask(UNSEEN).await?;
            ensure!(unseen.is_empty(), "at /{path}, on {ground}: {unseen:?}");
        }
    }
    Ok(())
}
