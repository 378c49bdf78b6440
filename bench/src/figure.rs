//! A figure: what was measured, what it may be, and whether it is.

use serde::Serialize;

/// What a figure may be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

impl Target {
    /// Whether `value` keeps to it.
    fn takes(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    /// Bytes after `gzip -9`.
    Bytes,
    /// Milliseconds.
    Milliseconds,
    /// One figure for each of another.
    Ratio,
    /// How many, or how many of a hundred.
    Count,
    /// Layout shift, as browsers score it.
    Shift,
}

/// What came of measuring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    /// It is as it should be.
    Met,
    /// It is not.
    Missed,
    /// It could not be measured.
    NotMeasured,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Figure {
    /// What it is, in words.
    pub(crate) name: String,
    pub(crate) unit: Unit,
    pub(crate) target: Target,
    /// What was measured; nothing where it could not be.
    pub(crate) value: Option<f64>,
    pub(crate) verdict: Verdict,
    /// What it was made of, or why there is none.
    pub(crate) note: String,
}

impl Figure {
    /// A figure of which `value` was measured, or nothing.
    pub(crate) fn new(name: impl Into<String>, unit: Unit, target: Target, value: Option<f64>) -> Self {
        let verdict = match value {
            Some(value) if target.takes(value) => Verdict::Met,
            Some(_) => Verdict::Missed,
            None => Verdict::NotMeasured,
        };
        Self { name: name.into(), unit, target, value, verdict, note: String::new() }
    }

    /// The same with a word on what it was made of.
    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The same without what was measured, because of this.
    pub(crate) fn unmeasured(self, why: &str) -> Self {
        Self::new(self.name, self.unit, self.target, None).note(why)
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Target, Unit, Verdict};

    #[test]
    fn the_target_itself_is_still_met() {
        let figure = |target, value| Figure::new("", Unit::Ratio, target, value).verdict;
        assert_eq!(figure(Target::AtMost(0.55), Some(0.55)), Verdict::Met);
        assert_eq!(figure(Target::AtMost(0.55), Some(0.5501)), Verdict::Missed);
        assert_eq!(figure(Target::AtLeast(99.0), Some(99.0)), Verdict::Met);
        assert_eq!(figure(Target::AtLeast(99.0), Some(98.0)), Verdict::Missed);
    }

    #[test]
    fn what_was_not_measured_is_not_met() {
        assert_eq!(Figure::new("", Unit::Count, Target::AtMost(1.0), None).verdict, Verdict::NotMeasured);
    }
}
