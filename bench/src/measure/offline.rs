//! A second visit without a network, beside the first with a slow one: what is asked for, and how soon the app is
//! ready. Both on a slowed-down processor.
//!
//! The first visit ends when the worker has the site. Then the host breaks down: it notes what it is asked for and
//! answers nothing. That the browser looks for another worker after every visit is its own doing and no part of this.

use anyhow::{Result, ensure};
use liner_notes_browser::{Page, Site};
use serde_json::Value;

use crate::figure::{Figure, Target, Unit};
use crate::measure::Ground;
use crate::measure::conditions::{Conditions, phone};
use crate::measure::visit::{fresh, visit};
use crate::statistics::{greatest, median};

/// How late the app may be ready for the first visit.
const READY: f64 = 0.7;

/// The file that browsers look at for another release.
const WORKER: &str = "worker.js";

/// Whether the site is on the device, once it is; at once where no worker was registered.
const KEPT: &str = "\
const done = arguments[arguments.length - 1];
(async () => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  if (!registrations.length) return false;
  await navigator.serviceWorker.ready;
  const { active } = registrations[0];
  if (active.state !== 'activated') await new Promise((then) => { active.onstatechange = then; });
  return true;
})().then(done, () => done(false));
";

/// What was seen of every pair of visits.
#[derive(Default)]
pub(crate) struct Offline {
    first: Vec<f64>,
    second: Vec<f64>,
    asked: Vec<f64>,
}

impl Offline {
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        ensure!(ground.dist.join(WORKER).is_file(), "the site has no {WORKER} that would keep it on the device");
        let site = Site::serve(&ground.dist, "/")?;
        let page = fresh(&ground.browser, &phone(), Conditions::SLOW).await?;
        let address = site.address("compare/");
        let first = visit(&page, &address).await?.ready;
        keeps_the_site(&page).await?;
        site.asked();
        site.break_down_after(0);
        let second = visit(&page, &address).await?.ready;
        let asked = site.asked().into_iter().filter(|target| !target.ends_with(WORKER)).count();
        page.close().await?;
        self.first.push(first);
        self.second.push(second);
        self.asked.push(asked as f64);
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let ratios: Vec<f64> = self.second.iter().zip(&self.first).map(|(second, first)| second / first).collect();
        let (first, second) = (median(&self.first), median(&self.second));
        let times = self.first.len();
        vec![
            Figure::new("requests of a second visit, offline", Unit::Count, Target::AtMost(0.0), greatest(&self.asked))
                .note(format!("the most of {times} visits to Compare")),
            Figure::new(
                "ready, second visit offline / first visit",
                Unit::Ratio,
                Target::AtMost(READY),
                median(&ratios),
            )
            .note(format!(
                "Compare, median of {times}: {:.0} ms / {:.0} ms",
                second.unwrap_or_default(),
                first.unwrap_or_default()
            )),
        ]
    }
}

/// Waits until the worker has the whole site.
async fn keeps_the_site(page: &Page) -> Result<()> {
    let kept = page.execute_async(KEPT, Vec::new()).await?;
    ensure!(kept.json() == &Value::Bool(true), "the page registered no worker");
    Ok(())
}
