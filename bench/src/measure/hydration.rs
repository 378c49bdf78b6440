//! How long the browser is kept from answering while the app takes Compare over, on a machine that is not slowed down:
//! the longest task of the page's main thread, from Chromium's own trace.
//!
//! The network is slow, so that the page has been laid out and has its fonts by the time the app arrives, as it has for
//! most readers. Counted is every task from then on.

use anyhow::{Context, Result};
use liner_notes_browser::Page;
use serde_json::Value;

use crate::figure::{Figure, Target, Unit};
use crate::measure::Ground;
use crate::measure::conditions::{Conditions, desk};
use crate::measure::visit::{traced, visit};
use crate::statistics::{greatest, median};

/// The longest that a task may be: beyond it browsers call it long.
const LONGEST: f64 = 50.0;

/// Tasks and marks.
const CATEGORIES: [&str; 2] = ["disabled-by-default-devtools.timeline", "blink.user_timing"];

/// The mark that the page sets when its app is ready.
const READY: &str = "liner-notes.ready";

/// A task of the main thread, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Task {
    /// How long it lasted.
    lasted: f64,
    /// How much of that the processor worked on it. It is less where other programs were at work as well.
    worked: f64,
}

/// The longest tasks, one for each repetition.
#[derive(Default)]
pub(crate) struct Hydration {
    longest: Vec<Task>,
}

impl Hydration {
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        let page = traced(&ground.browser, &desk(), &CATEGORIES).await?;
        Conditions { slow_network: true, ..Conditions::FAST }.apply(&page).await?;
        visit(&page, &ground.site.address("compare/")).await?;
        let start = app_arrived(&page).await?;
        let trace = page.trace().await?;
        page.close().await?;
        self.longest.push(longest_task(&trace, start).context("the trace does not tell of the app")?);
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let lasted: Vec<f64> = self.longest.iter().map(|task| task.lasted).collect();
        let longest = Figure::new(
            "longest task while Compare is taken over",
            Unit::Milliseconds,
            Target::AtMost(LONGEST),
            median(&lasted),
        );
        let most = greatest(&lasted).unwrap_or_default();
        let worked = median(&self.longest.iter().map(|task| task.worked).collect::<Vec<_>>()).unwrap_or_default();
        vec![longest.note(format!(
            "median of {}, the longest of all {most:.0} ms; the processor worked {worked:.0} ms on it",
            self.longest.len()
        ))]
    }
}

/// When the app's WebAssembly had arrived, in milliseconds since the visit began.
async fn app_arrived(page: &Page) -> Result<f64> {
    let script = "return performance.getEntriesByType('resource')\
                  .find(({ name }) => name.endsWith('.wasm')).responseEnd";
    page.execute(script, Vec::new()).await?.json().as_f64().context("no WebAssembly arrived")
}

/// The longest task of the thread that set [`READY`], of those that ended later than `start` after the page was
/// navigated to.
fn longest_task(trace: &[Value], start: f64) -> Option<Task> {
    let ready = trace.iter().find(|event| text(event, "name") == Some(READY))?;
    let is_here = |event: &&Value| event.get("pid") == ready.get("pid") && event.get("tid") == ready.get("tid");
    let here: Vec<&Value> = trace.iter().filter(is_here).collect();
    let until_ready = ready.pointer("/args/data/startTime").and_then(Value::as_f64)?;
    // Times of the trace are in microseconds.
    let start = number(ready, "ts")? / 1_000.0 - until_ready + start;
    let tasks = here.iter().filter(|event| text(event, "name") == Some("RunTask"));
    let late = tasks.filter_map(|event| {
        let lasted = number(event, "dur")? / 1_000.0;
        let ended = number(event, "ts")? / 1_000.0 + lasted;
        let worked = number(event, "tdur").map_or(lasted, |worked| worked / 1_000.0);
        (ended > start).then_some(Task { lasted, worked })
    });
    late.max_by(|one, other| one.lasted.total_cmp(&other.lasted))
}

fn text<'a>(event: &'a Value, key: &str) -> Option<&'a str> {
    event.get(key)?.as_str()
}

fn number(event: &Value, key: &str) -> Option<f64> {
    event.get(key)?.as_f64()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::longest_task;

    #[test]
    fn only_the_page_s_own_tasks_after_the_start_count() {
        let task = |tid: u32, ts: u32, dur: u32| json!({"name": "RunTask", "pid": 1, "tid": tid, "ts": ts, "dur": dur});
        let ready = json!({
            "name": "liner-notes.ready", "pid": 1, "tid": 1, "ts": 150_000, "args": {"data": {"startTime": 100.0}}
        });
        // The visit began at 50 ms of the trace.
        let trace = [task(1, 60_000, 30_000), task(1, 120_000, 20_000), task(2, 120_000, 90_000), ready];
        let lasted = |start| longest_task(&trace, start).map(|task| task.lasted);
        assert_eq!(lasted(50.0), Some(20.0));
        assert_eq!(lasted(30.0), Some(30.0));
        assert_eq!(longest_task(&trace[..3], 30.0), None);
    }
}
