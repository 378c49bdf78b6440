//! How long it is from a press to the next paint, for the presses that change most: a filter, the dial, a moment.
//!
//! Chromium is given mouse presses and releases as from a hand. Its Event Timing tells how long each lasted until the
//! next paint, in steps of 8 ms; of a press, its release and its click the longest counts, as for Interaction to Next
//! Paint. What took less than 16 ms is not told of and counts as 16.

use std::time::Duration;

use anyhow::{Context, Result};
use liner_notes_browser::Page;
use serde_json::{from_value, json};

use crate::figure::{Figure, Target, Unit};
use crate::measure::Ground;
use crate::measure::conditions::{Conditions, desk};
use crate::measure::visit::{fresh, visit};
use crate::statistics::{median, percentile};

/// The longest wait, without and with slowdown, in milliseconds.
const LONGEST: [(u32, f64); 2] = [(1, 50.0), (4, 100.0)];

/// How many of a hundred presses must keep to it.
const PERCENT: usize = 98;

/// What is not told of because it took less.
const SHORTEST: f64 = 16.0;

/// How long a page rests between presses, as a hand would. Longer than any paint takes.
const REST: Duration = Duration::from_millis(500);

/// One kind of press.
struct Kind {
    name: &'static str,
    route: &'static str,
    /// What is pressed, one after the other: which of the elements that fit. Each press changes something.
    pressed: [(&'static str, usize); 4],
}

const PILL: &str = ".status-pills .pill";
const STOP: &str = ".dial-stop";
const CHORD: &str = ".score .chord";

const KINDS: [Kind; 3] = [
    Kind { name: "a filter of Compare", route: "compare/", pressed: [(PILL, 1), (PILL, 2), (PILL, 1), (PILL, 0)] },
    Kind { name: "the dial on Compare", route: "compare/", pressed: [(STOP, 1), (STOP, 2), (STOP, 1), (STOP, 0)] },
    Kind {
        name: "a moment of the timeline",
        route: "timeline/",
        pressed: [(CHORD, 2), (CHORD, 5), (CHORD, 3), (CHORD, 0)],
    },
];

/// The reader has agreed to every stop of the dial on an earlier visit, so that turning it asks nothing.
const AGREED: &str = "localStorage.setItem('liner-notes.agreed', 'all')";

/// A place where a hand would meet an element, once it is in the middle of the window; none where it is behind another.
const PLACE: &str = "\
const element = document.querySelectorAll(arguments[0])[arguments[1]];
if (!element) return null;
element.scrollIntoView({ block: 'center', inline: 'nearest' });
const { left, top, width, height } = element.getBoundingClientRect();
const places = [0.5, 0.25, 0.75].map((down) => [left + width / 2, top + height * down]);
return places.find(([x, y]) => element.contains(document.elementFromPoint(x, y))) ?? null;
";

/// The waits, by kind and slowdown.
#[derive(Default)]
pub(crate) struct Clicks {
    waits: [[Vec<f64>; LONGEST.len()]; KINDS.len()],
}

impl Clicks {
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        for (kind, waits) in KINDS.iter().zip(&mut self.waits) {
            for ((slowdown, _), waits) in LONGEST.iter().zip(waits) {
                let page = fresh(&ground.browser, &desk(), Conditions::FAST).await?;
                page.before_each(AGREED).await?;
                visit(&page, &ground.site.address(kind.route)).await?;
                Conditions { slowdown: *slowdown, ..Conditions::FAST }.apply(&page).await?;
                for (css, place) in kind.pressed {
                    waits.push(press(&page, css, place).await.with_context(|| format!("pressing {}", kind.name))?);
                }
                page.close().await?;
            }
        }
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        for (place, (slowdown, longest)) in LONGEST.iter().enumerate() {
            for (kind, waits) in KINDS.iter().zip(&self.waits) {
                let speed = if *slowdown == 1 { "no slowdown".to_owned() } else { format!("{slowdown}x slowdown") };
                let waits = &waits[place];
                let figure = Figure::new(
                    format!("next paint after {}, {speed}", kind.name),
                    Unit::Milliseconds,
                    Target::AtMost(*longest),
                    percentile(waits, PERCENT),
                );
                let median = median(waits).unwrap_or_default();
                figures
                    .push(figure.note(format!("{PERCENT}th percentile of {}, the median {median:.0} ms", waits.len())));
            }
        }
        figures
    }
}

/// Presses one of the elements that fit, and gives how long it was until the next paint.
async fn press(page: &Page, css: &str, place: usize) -> Result<f64> {
    let at = page.execute(PLACE, vec![css.into(), place.into()]).await?;
    let (x, y): (f64, f64) =
        from_value(at.json().clone()).with_context(|| format!("nothing to press is number {place} of `{css}`"))?;
    tokio::time::sleep(REST).await;
    page.execute("linerNotesNoted.interactions = {}", Vec::new()).await?;
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        let pressed = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        page.cdp().send_raw("Input.dispatchMouseEvent", pressed).await?;
    }
    tokio::time::sleep(REST).await;
    let told = page.execute("return Math.max(0, ...Object.values(linerNotesNoted.interactions))", Vec::new()).await?;
    Ok(told.json().as_f64().map_or(SHORTEST, |wait| wait.max(SHORTEST)))
}
