//! Long use: hundreds of steps back and forth, a thousand views.

use anyhow::{Context, Result, ensure};

use crate::collection::Collection;
use crate::patience::becomes;
use crate::reader::Reader;

/// What one more view is reached by, and what is there once it is drawn: the address and what the page says.
const WALKER: &str = "
    // The address is another one before the view is, and the title comes last.
    const isDrawn = () => {
        const named = document.title.split(' · ')[0];
        const [, ...places] = document.querySelectorAll('.places a');
        const place = places.find(place => place.textContent.trim() === named);
        return place ? place.pathname === location.pathname : places.every(place => place.pathname !== location.pathname);
    };
    // The rows of the table come group by group after the number of them, with turns of the browser's in between.
    const number = words => parseInt(words.textContent);
    const hasItsRows = () => {
        const corner = document.querySelector('.comparison .corner');
        const folded = Array.from(document.querySelectorAll('.fold[aria-expanded=false] .fold-words'), number);
        return !corner || number(corner) === folded.reduce((sum, one) => sum + one, count('.topic-row:not([hidden])'));
    };
    // Waits, a frame at a time, until what the page says fits and stays so for two frames; some seconds at most.
    const until = fits => new Promise(go_on => {
        const end = performance.now() + 20000;
        const look = before => {
            const now = says();
            if ((isDrawn() && hasItsRows() && fits(now) && now === before) || performance.now() > end) go_on(now);
            else requestAnimationFrame(() => look(now));
        };
        look();
    });
    const count = css => document.querySelectorAll(css).length;
    const says = () => [location.pathname + location.search, document.title, document.querySelector('h1').textContent,
        count('.topic-row:not([hidden])'), count('main [aria-pressed=true]')].join(' ');
    const place = number => () => document.querySelectorAll('.places a')[number];
    const first = css => () => document.querySelector(css);
    const presses = [
        place(1), first('.pill[data-status=differ]'), first('.pill[data-status=agree]'), place(2),
        first('main a[href*=\"/cast/\"]'), place(4), first('main a[href*=\"/reviews/\"]'), place(3),
    ];
    window.walk = { seen: [says()], step: 0, until, presses };";

/// Takes some more steps, and keeps what is there after each.
const STEP: &str = "
    const [steps, done] = arguments;
    const { seen, until, presses } = window.walk;
    (async () => {
        for (let left = steps; left; left--) {
            const before = seen.at(-1);
            presses[walk.step++ % presses.length]().click();
            seen.push(await until(now => now !== before));
        }
    })().then(() => done(''), error => done(`${error}`));";

/// Goes some steps back or forward from one of them, and gives those at which something else was there.
const RETRACE: &str = "
    const [from, by, steps, done] = arguments;
    const { seen, until } = window.walk;
    (async () => {
        const wrong = [];
        for (let step = 1; step <= steps; step++) {
            history.go(by);
            const expected = seen[from + by * step];
            const now = await until(now => now === expected);
            if (now !== expected) wrong.push(`${expected} was ${now}`);
        }
        done(wrong);
    })();";

/// How many steps lead away; browsers remember 50 at least.
const STEPS: usize = 40;

/// How they are gone back and forward again: two hundred steps.
const WAYS: [i64; 5] = [-1, 1, -1, 1, -1];

/// How many a driver waits for at once.
const AT_ONCE: usize = 8;

async fn walk(reader: &Reader, steps: usize) -> Result<()> {
    for _ in 0..steps / AT_ONCE {
        let error: String = reader.page().execute_async(STEP, vec![AT_ONCE.into()]).await?.convert()?;
        ensure!(error.is_empty(), "{error}");
    }
    Ok(())
}

#[tokio::test]
async fn two_hundred_steps_back_and_forward_lead_to_what_was_there() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.open("").await?.sees("html[data-copies]").await?.page().execute(WALKER, Vec::new()).await?;
    walk(&reader, STEPS).await?;
    assert_eq!(reader.ask::<usize>("return walk.seen.length").await?, STEPS + 1);
    let different = "return new Set(walk.seen).size";
    ensure!(reader.ask::<usize>(different).await? > 5, "the steps lead to the same few views");
    for by in WAYS {
        let start = if by < 0 { STEPS } else { 0 };
        for done in (0..STEPS).step_by(AT_ONCE) {
            let from = if by < 0 { start - done } else { done };
            let given = vec![from.into(), by.into(), AT_ONCE.into()];
            let wrong: Vec<String> = reader.page().execute_async(RETRACE, given).await?.convert()?;
            ensure!(wrong.is_empty(), "from step {from} by {by}: {wrong:?}");
        }
    }
    reader.is_answered().await?.hears_nothing().await?;
    Ok(())
}

/// Has the app's memory at hand, which it hands to nobody.
const MEMORY: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const own = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await own.apply(WebAssembly, given);
            window.appMemory = (made.instance ?? made).exports.memory;
            return made;
        };
    }";

/// What is in use once everything has been put away that nobody needs: bytes of the page's own heap and of the app's
/// memory, nodes, listeners.
async fn in_use(reader: &Reader) -> Result<[u64; 4]> {
    // What is noted of the way is none of the app's.
    reader.page().execute("walk.seen.splice(0, walk.seen.length - 1)", Vec::new()).await?;
    let [heap, nodes, listeners] = reader.page().in_use().await?;
    let app = reader.ask("return window.appMemory?.buffer.byteLength ?? 0").await?;
    Ok([heap, app, nodes, listeners])
}

/// By how much more of anything may be in use after a thousand views than after the first few, in a hundred.
const GROWTH: u64 = 5;

#[tokio::test]
async fn after_a_thousand_views_no_more_memory_is_in_use() -> Result<()> {
    let reader = Reader::of(&Collection::invented("three")?).await?;
    reader.page().before_each(MEMORY).await?;
    reader.open("").await?.sees("html[data-copies]").await?.page().execute(WALKER, Vec::new()).await?;
    // Every view has been there some times, and whatever is kept of each is kept.
    walk(&reader, 200).await?;
    let before = in_use(&reader).await?;
    ensure!(before.iter().all(|used| *used > 0), "nothing was measured: {before:?}");
    walk(&reader, 1000).await?;
    let after = in_use(&reader).await?;
    for ((what, before), after) in ["heap", "app", "nodes", "listeners"].into_iter().zip(before).zip(after) {
        ensure!(after * 100 <= before * (100 + GROWTH), "{what}: {before} became {after}");
    }
    becomes(true, async || reader.ask("return !document.querySelector('dialog.guard')").await)
        .await
        .context("it failed")
}
