//! A family of figures that takes its samples one repetition at a time.

use anyhow::Result;

use crate::figure::Figure;
use crate::measure::Ground;
use crate::measure::clicks::Clicks;
use crate::measure::hydration::Hydration;
use crate::measure::offline::Offline;
use crate::measure::one_file::OneFile;
use crate::measure::paint::Paint;
use crate::measure::search::Search;
use crate::measure::shift::Shift;

/// What the families take.
enum Samples {
    Paint(Paint),
    Shift(Shift),
    Hydration(Hydration),
    Clicks(Clicks),
    Offline(Offline),
    OneFile(OneFile),
    Search(Search),
}

/// One family.
pub(crate) struct Family {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    samples: Samples,
    /// Why it takes no more samples.
    failed: Option<String>,
}

impl Family {
    /// All of them, without samples yet.
    pub(crate) fn all() -> Vec<Self> {
        let family = |name, samples| Self { name, samples, failed: None };
        vec![
            family("paint", Samples::Paint(Paint::default())),
            family("shift", Samples::Shift(Shift::default())),
            family("hydration", Samples::Hydration(Hydration::default())),
            family("clicks", Samples::Clicks(Clicks::default())),
            family("offline", Samples::Offline(Offline::default())),
            family("one-file", Samples::OneFile(OneFile::default())),
            family("search", Samples::Search(Search::default())),
        ]
    }

    /// Takes the samples of one repetition. Where a browser was lost it does so once more; a family that then fails
    /// takes no more samples.
    pub(crate) async fn repeat(&mut self, ground: &Ground) {
        if self.failed.is_some() {
            return;
        }
        let Err(first) = self.samples.repeat(ground).await else {
            return;
        };
        eprintln!("{}, once more: {first:#}", self.name);
        if let Err(error) = self.samples.repeat(ground).await {
            eprintln!("{}: {error:#}", self.name);
            self.failed = Some(format!("{error:#}"));
        }
    }

    /// What the samples come to; nothing for a family that has failed.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        let figures = self.samples.figures();
        match &self.failed {
            None => figures,
            Some(why) => figures.into_iter().map(|figure| figure.unmeasured(why)).collect(),
        }
    }
}

impl Samples {
    async fn repeat(&mut self, ground: &Ground) -> Result<()> {
        match self {
            Self::Paint(paint) => paint.repeat(ground).await,
            Self::Shift(shift) => shift.repeat(ground).await,
            Self::Hydration(hydration) => hydration.repeat(ground).await,
            Self::Clicks(clicks) => clicks.repeat(ground).await,
            Self::Offline(offline) => offline.repeat(ground).await,
            Self::OneFile(one_file) => one_file.repeat(ground).await,
            Self::Search(search) => search.repeat(ground).await,
        }
    }

    fn figures(&self) -> Vec<Figure> {
        match self {
            Self::Paint(paint) => paint.figures(),
            Self::Shift(shift) => shift.figures(),
            Self::Hydration(hydration) => hydration.figures(),
            Self::Clicks(clicks) => clicks.figures(),
            Self::Offline(offline) => offline.figures(),
            Self::OneFile(one_file) => one_file.figures(),
            Self::Search(search) => search.figures(),
        }
    }
}
