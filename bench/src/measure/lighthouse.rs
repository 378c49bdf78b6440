//! What Lighthouse says: every category of every route once, and the speed of one route of each kind three times.
//!
//! It runs Chromium itself, as a phone, with network and processor slowed down for real (`--throttling-method=devtools`)
//! instead of reckoning what a slow one would do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use liner_notes_browser::programs::{Programs, flags};
use serde_json::Value;

use crate::figure::{Figure, Target, Unit};
use crate::measure::{Ground, path};
use crate::statistics::median;

/// How often the speed of a route is measured.
const TIMES: usize = 3;

/// The least score for speed, of a hundred.
const PERFORMANCE: f64 = 99.0;

/// The categories that are all or nothing.
const OTHERS: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// Where Lighthouse is, and where its reports go.
pub(crate) struct Lighthouse {
    program: PathBuf,
    reports: PathBuf,
}

/// The scores of one run, of a hundred, and the audits that took something off them.
struct Scores {
    performance: f64,
    others: [f64; OTHERS.len()],
    faults: Vec<String>,
}

impl Lighthouse {
    /// The Lighthouse that is `program`, with a folder of its own for reports.
    pub(crate) fn new(program: PathBuf, reports: PathBuf) -> Self {
        Self { program, reports }
    }

    /// Looks at every route.
    pub(crate) fn figures(&self, ground: &Ground) -> Result<Vec<Figure>> {
        fs::create_dir_all(&self.reports).with_context(|| format!("making the folder {}", self.reports.display()))?;
        let kinds = ground.kinds();
        let mut speeds = Vec::new();
        let mut seen = Vec::new();
        for page in &ground.pages {
            let first = self.look(ground, &page.route, 1)?;
            if kinds.contains(&page.route.as_str()) {
                let mut scores = vec![first.performance];
                for time in 2..=TIMES {
                    scores.push(self.look(ground, &page.route, time)?.performance);
                }
                speeds.extend(median(&scores).map(|score| (score, page.route.clone())));
            }
            seen.push((page.route.clone(), first));
        }
        let slowest = speeds.iter().min_by(|(one, _), (other, _)| one.total_cmp(other));
        let each: Vec<String> = speeds.iter().map(|(score, route)| format!("/{route} {score:.0}")).collect();
        let speed = Figure::new(
            "Lighthouse: performance",
            Unit::Count,
            Target::AtLeast(PERFORMANCE),
            slowest.map(|(score, _)| *score),
        );
        let mut figures = vec![speed.note(format!("median of {TIMES} of each kind: {}", each.join(", ")))];
        for (place, name) in OTHERS.iter().enumerate() {
            figures.push(worst(name, place, &seen));
        }
        Ok(figures)
    }

    /// Looks at one route; once more where Lighthouse gives no score, as when its Chromium is kept from painting for too
    /// long. One such look would else lose those at all other routes.
    fn look(&self, ground: &Ground, route: &str, time: usize) -> Result<Scores> {
        let seen = self.look_once(ground, route, time);
        let Err(error) = seen else { return seen };
        eprintln!("Lighthouse looks at /{route} once more: {error:#}");
        self.look_once(ground, route, time).with_context(|| format!("looking at /{route}"))
    }

    fn look_once(&self, ground: &Ground, route: &str, time: usize) -> Result<Scores> {
        let name = if route.is_empty() { "first" } else { route };
        let report = self.reports.join(format!("{}-{time}.json", name.replace('/', "-")));
        let status = Command::new(&self.program)
            .arg(ground.site.address(&path(route)))
            .args(["--quiet", "--output=json", "--form-factor=mobile", "--throttling-method=devtools"])
            .arg("--only-categories=performance,accessibility,best-practices,seo")
            .arg(format!("--chrome-flags={}", flags().join(" ")))
            .arg(format!("--output-path={}", report.display()))
            .env("CHROME_PATH", Programs::find()?.chromium)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .with_context(|| format!("{} does not start", self.program.display()))?;
        ensure!(status.success(), "Lighthouse ended with {status} on /{route}");
        read(&report)
    }
}

/// Where Lighthouse is, or why it is not.
pub(crate) fn found(told: Option<PathBuf>) -> Result<PathBuf> {
    told.filter(|program| program.is_file())
        .context("no Lighthouse: it takes Node 18 or newer, and npm to fetch it with")
}

/// The figures of a Lighthouse that could not be run, as one.
pub(crate) fn unmeasured(why: &str) -> Figure {
    Figure::new("Lighthouse", Unit::Count, Target::AtLeast(PERFORMANCE), None).note(why)
}

/// The least score of a category, with what took something off.
fn worst(name: &str, place: usize, seen: &[(String, Scores)]) -> Figure {
    let score = seen.iter().map(|(_, scores)| scores.others[place]).reduce(f64::min);
    let short: Vec<&(String, Scores)> = seen.iter().filter(|(_, scores)| scores.others[place] < 100.0).collect();
    let figure = Figure::new(format!("Lighthouse: {name}"), Unit::Count, Target::AtLeast(100.0), score);
    figure.note(match short.first() {
        None => format!("every one of {} routes", seen.len()),
        Some((route, scores)) => {
            format!("{} of {} routes fall short; /{route}: {}", short.len(), seen.len(), scores.faults.join(", "))
        }
    })
}

/// Reads a report.
fn read(report: &Path) -> Result<Scores> {
    let text = fs::read_to_string(report).with_context(|| format!("reading {}", report.display()))?;
    let report: Value = serde_json::from_str(&text).with_context(|| format!("the report {}", report.display()))?;
    let score = |category: &str| {
        let score = report.pointer(&format!("/categories/{category}/score")).and_then(Value::as_f64);
        score.map(|score| (100.0 * score).round()).with_context(|| format!("Lighthouse gave no score for {category}"))
    };
    let mut others = [0.0; OTHERS.len()];
    for (place, category) in OTHERS.iter().enumerate() {
        others[place] = score(category)?;
    }
    Ok(Scores { performance: score("performance")?, others, faults: faults(&report) })
}

/// The audits of the categories that are all or nothing that did not pass and count.
fn faults(report: &Value) -> Vec<String> {
    let counting =
        OTHERS.iter().filter_map(|category| report.pointer(&format!("/categories/{category}/auditRefs"))?.as_array());
    let weighty = counting.flatten().filter(|audit| audit.get("weight").and_then(Value::as_f64) > Some(0.0));
    let ids = weighty.filter_map(|audit| audit.get("id")?.as_str());
    let is_short = |id: &&str| {
        report.pointer(&format!("/audits/{id}/score")).and_then(Value::as_f64).is_some_and(|score| score < 1.0)
    };
    ids.filter(is_short).map(str::to_owned).collect()
}
