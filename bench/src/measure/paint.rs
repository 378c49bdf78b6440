//! When something is to be seen: the first contentful paint beside that of the same site rendered only in the browser,
//! and the largest beside the first.

use anyhow::Result;

use crate::figure::{Figure, Target, Unit};
use crate::measure::conditions::{Conditions, phone};
use crate::measure::visit::{Seen, fresh, visit};
use crate::measure::{Ground, path};
use crate::statistics::median;

/// How late the first paint may be for one rendered only in the browser.
const FIRST: f64 = 0.55;

/// How late the largest paint may be for the first.
const LARGEST: f64 = 1.02;

/// What was seen of one route, of the same route rendered only in the browser beside it.
#[derive(Default)]
struct Route {
    name: String,
    drawn: Vec<Seen>,
    browser_only: Vec<Seen>,
}

/// The samples of every kind of route.
#[derive(Default)]
pub(crate) struct Paint {
    routes: Vec<Route>,
}

impl Paint {
    /// Opens every kind of route in both variants, one after the other.
    pub(crate) async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        if self.routes.is_empty() {
            self.routes =
                ground.kinds().into_iter().map(|name| Route { name: name.to_owned(), ..Route::default() }).collect();
        }
        for route in &mut self.routes {
            let path = path(&route.name);
            for (site, seen) in [(&ground.site, &mut route.drawn), (&ground.browser_only, &mut route.browser_only)] {
                let page = fresh(&ground.browser, &phone(), Conditions::SLOW).await?;
                seen.push(visit(&page, &site.address(&path)).await?);
                page.close().await?;
            }
        }
        Ok(())
    }

    pub(crate) fn figures(&self) -> Vec<Figure> {
        let first = self.worst(|route| Some(route.first()? / route.first_browser_only()?));
        let largest = self.worst(Route::largest_per_first);
        let ready = self.worst(|route| median(&route.drawn.iter().map(|seen| seen.ready).collect::<Vec<_>>()));
        vec![
            Figure::new(
                "first contentful paint / rendered only in the browser",
                Unit::Ratio,
                Target::AtMost(FIRST),
                first.as_ref().map(|(value, _)| *value),
            )
            .note(self.told(first.map(|(_, route)| route), |route| {
                format!(
                    "{:.0} ms / {:.0} ms",
                    route.first().unwrap_or_default(),
                    route.first_browser_only().unwrap_or_default()
                )
            })),
            Figure::new(
                "largest contentful paint / first",
                Unit::Ratio,
                Target::AtMost(LARGEST),
                largest.as_ref().map(|(value, _)| *value),
            )
            .note(self.told(largest.map(|(_, route)| route), |route| {
                let ready = ready.map_or(0.0, |(ready, _)| ready);
                format!("{}; ready after {ready:.0} ms at the latest", route.largest())
            })),
        ]
    }

    /// The route with the greatest figure, and the figure.
    fn worst(&self, figure: impl Fn(&Route) -> Option<f64>) -> Option<(f64, &Route)> {
        let figures = self.routes.iter().filter_map(|route| Some((figure(route)?, route)));
        figures.max_by(|(one, _), (other, _)| one.total_cmp(other))
    }

    fn told(&self, worst: Option<&Route>, words: impl Fn(&Route) -> String) -> String {
        worst.map_or_else(String::new, |route| {
            format!(
                "/{}, the worst of {} kinds of route, median of {}: {}",
                route.name,
                self.routes.len(),
                route.drawn.len(),
                words(route)
            )
        })
    }
}

impl Route {
    fn first(&self) -> Option<f64> {
        median(&self.drawn.iter().map(|seen| seen.first_paint).collect::<Vec<_>>())
    }

    fn first_browser_only(&self) -> Option<f64> {
        median(&self.browser_only.iter().map(|seen| seen.first_paint).collect::<Vec<_>>())
    }

    /// How the largest thing came to be, in the visit where it took longest for the first.
    fn largest(&self) -> String {
        let late = |seen: &Seen| seen.largest_paint / seen.first_paint;
        let Some(worst) = self.drawn.iter().max_by(|one, other| late(one).total_cmp(&late(other))) else {
            return String::new();
        };
        let each =
            worst.largest.iter().map(|thing| format!("{} of {} px² at {:.0} ms", thing.what, thing.size, thing.at));
        format!("at worst {:.0} ms, then {}", worst.first_paint, each.collect::<Vec<_>>().join(", "))
    }

    fn largest_per_first(&self) -> Option<f64> {
        let each: Vec<f64> = self.drawn.iter().map(|seen| seen.largest_paint / seen.first_paint).collect();
        median(&each)
    }
}
