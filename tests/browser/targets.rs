//! What can be pressed and what has the focus: large enough for a finger, and never under something else.

use anyhow::{Result, ensure};
use liner_notes_browser::{Engine, Screen};
use liner_notes_record::Dial;
use serde::Deserialize;

use crate::collection::Collection;
use crate::reader::Reader;

/// Puts the focus on every stop in turn, has the browser bring it into view as it does for the tab key, and looks whether
/// something lies over all of it.
const COVERED: &str = "
    const [isLate] = arguments;
    const stops = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]');
    const covered = [];
    let count = 0;
    for (const one of stops) {
        if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ checkVisibilityCSS: true })) continue;
        one.focus();
        // WebKit brings it into view later.
        if (isLate) one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        if (document.activeElement !== one) continue;
        count += 1;
        // A field for files is seen by its label.
        const shown = one.matches('input[type=file]') ? one.closest('label') : one;
        const isSeen = Array.from(shown.getClientRects()).some(({ left, right, top, bottom }) => {
            // As far as it is in the window.
            const [from, to, over, under] = [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)];
            for (let across = 1; across < 8; across += 1) for (let down = 1; down < 4; down += 1) {
                const x = from + (to - from) * across / 8;
                const y = over + (under - over) * down / 4;
                const there = document.elementFromPoint(x, y);
                if (there && (shown.contains(there) || there.contains(shown) && there.matches('label, td, th'))) return true;
            }
            return false;
        });
        if (!isSeen) covered.push(one.outerHTML.slice(0, 120));
    }
    return [count, covered];";

#[tokio::test]
async fn nothing_that_stays_at_the_edges_lies_over_what_has_the_focus() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    let is_late = reader.page().engine() == Engine::WebKit;
    let places = own.places()?;
    let (mut stops, mut faults) = (0, Vec::new());
    for route in &places {
        for (width, height) in [(360, 740), (1280, 900)] {
            reader.page().show_on(&Screen::new(width, height).light()).await?;
            reader.open(&route.path).await?;
            let (count, covered): (usize, Vec<String>) = reader.ask_with(COVERED, vec![is_late.into()]).await?;
            stops += count;
            faults.extend(covered.into_iter().map(|one| format!("/{} at {width}: {one}", route.path)));
        }
    }
    ensure!(stops > 90 * places.len(), "only {stops} stops were looked at");
    ensure!(faults.is_empty(), "{} of {stops}:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

/// What a finger would miss: what can be pressed has to answer along 44 px across and down.
#[derive(Deserialize)]
struct Small {
    count: usize,
    small: Vec<String>,
}

const SMALL: &str = "
    // What stands among words, as a link does, an answer or the title of a row, is as high as they are.
    const controls = 'button, select, input, textarea, .button, .pill, .icon-button, .brand, .place, .take-link, .chooser > summary';
    const isInline = one => !one.matches(controls);
    const small = [];
    let count = 0;
    for (const one of document.querySelectorAll('a[href], button, select, input, textarea, summary')) {
        if (!one.checkVisibility({ checkVisibilityCSS: true }) || one.disabled || isInline(one)) continue;
        const target = one.closest('label') ?? one;
        if (one.closest('.visually-hidden, .skip-link, .table-region thead')) continue;
        target.scrollIntoView({ block: 'center', inline: 'center' });
        const { left, right, top, bottom, width, height } = target.getBoundingClientRect();
        if (width < 2) continue;
        count += 1;
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const reach = (dx, dy) => {
            let steps = 0;
            while (steps < 44 && target.contains(document.elementFromPoint(x + dx * steps, y + dy * steps))) steps += 1;
            return steps;
        };
        const reaches = reach(-1, 0) + reach(1, 0) > 43 && reach(0, -1) + reach(0, 1) > 43;
        if (!(width >= 44 && height >= 44) && !reaches) {
            small.push(`${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 110)}`);
        }
    }
    return { count, small };";

#[tokio::test]
async fn what_is_pressed_by_a_finger_is_forty_four_pixels_wide_and_high() -> Result<()> {
    let own = Collection::own()?;
    let phone = Screen::new(360, 740).without_scroll_bars().with_fingers().light();
    let reader = Reader::with(&own, &phone).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    ensure!(reader.ask::<bool>("return matchMedia('(pointer: coarse)').matches").await?, "there is no finger");
    let places = own.places()?;
    let (mut targets, mut faults) = (0, Vec::new());
    for route in &places {
        reader.open(&route.path).await?;
        let Small { count, small } = reader.ask(SMALL).await?;
        targets += count;
        faults.extend(small.into_iter().map(|one| format!("/{}: {one}", route.path)));
    }
    ensure!(targets > 14 * places.len(), "only {targets} were looked at");
    ensure!(
        faults.is_empty(),
        "{} of {targets}:\n{}",
        faults.len(),
        faults.iter().take(60).cloned().collect::<Vec<_>>().join("\n")
    );
    Ok(())
}
