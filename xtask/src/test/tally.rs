//! Counts tests that passed and failed.

use std::fmt;

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// The tally of a step that counts no tests of its own: itself.
    pub(super) fn step(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed) }
    }

    /// What a line of a test program's output reports, such as
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub(super) fn reported(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count =
            |what: &str| counts.split("; ").find_map(|part| part.strip_suffix(what)?.trim().parse::<usize>().ok());
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }

    /// Both tallies together.
    pub(super) fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// How many passed.
    pub(super) fn passed(self) -> usize {
        self.passed
    }

    /// Whether no test has run.
    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether no test failed.
    pub(super) fn all_passed(self) -> bool {
        self.failed == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn reads_what_the_test_harness_prints() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; \
                    finished in 0.02s";
        assert_eq!(Tally::reported(line), Some(Tally { passed: 12, failed: 0 }));
        let line = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished";
        assert_eq!(Tally::reported(line), Some(Tally { passed: 3, failed: 2 }));
    }

    #[test]
    fn other_lines_report_nothing() {
        assert_eq!(Tally::reported("test tests::all_passed ... ok"), None);
        assert_eq!(Tally::reported("test result: odd"), None);
        assert_eq!(Tally::reported(""), None);
    }

    #[test]
    fn adds_up_and_prints() {
        let sum = Tally::step(true).and(Tally::step(false)).and(Tally::step(true));
        assert_eq!(sum.to_string(), "2 passed, 1 failed");
        assert!(!sum.all_passed());
        assert!(Tally::default().is_empty());
    }
}
