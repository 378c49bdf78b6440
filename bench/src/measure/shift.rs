//! How much the pages move while they come: every layout shift until the app is ready and the fonts are there, added
//! up, on a phone and on a desk.

use anyhow::Result;

use crate::figure::{Figure, Target, Unit};
use crate::measure::conditions::{Conditions, desk, phone};
use crate::measure::visit::{Seen, fresh, visit};
use crate::measure::{Ground, path};

/// The most that a page may move.
const MOST: f64 = 0.001;

/// How often every route is opened on each screen. A shift comes or does not come, so a few times tell it.
const TIMES: usize = 2;

/// What was seen of every route.
#[derive(Default)]
pub(crate) struct Shift {
    times: usize,
    seen: Vec<(String, Seen)>,
}

impl Shift {
    /// Opens every route on both screens, as often as it takes.
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        if self.times == TIMES {
            return Ok(());
        }
        for (name, screen) in [("a phone", phone()), ("a desk", desk())] {
            for page in &ground.pages {
                let chromium = fresh(&ground.browser, &screen, Conditions::SLOW).await?;
                let seen = visit(&chromium, &ground.site.address(&path(&page.route))).await?;
                chromium.close().await?;
                self.seen.push((format!("/{} on {name}", page.route), seen));
            }
        }
        self.times += 1;
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let worst = self.seen.iter().max_by(|(_, one), (_, other)| one.shift.total_cmp(&other.shift));
        let figure = Figure::new("layout shift", Unit::Shift, Target::AtMost(MOST), worst.map(|(_, seen)| seen.shift));
        vec![figure.note(worst.map_or_else(String::new, |(place, seen)| {
            let over: Vec<String> = self
                .seen
                .iter()
                .filter(|(_, seen)| seen.shift > MOST)
                .map(|(place, seen)| format!("{place} {:.4}", seen.shift))
                .collect();
            let most = seen.shifts.iter().max_by(|one, other| one.value.total_cmp(&other.value));
            let moved = most.map_or_else(String::new, |shift| {
                let nodes: Vec<&str> = shift.moved.iter().flatten().map(String::as_str).collect();
                format!(", at {:.0} ms: {}", shift.at, nodes.join(", "))
            });
            let all = self.seen.len();
            format!("{place}, the most of {all} visits{moved}; {} of them over: {}", over.len(), over.join(", "))
        }))]
    }
}
