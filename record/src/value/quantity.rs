//! So many of something, as exactly as a review says it.

use std::fmt;
use std::str::FromStr;

use super::Relation;

use crate::packed::packs;

/// A number of units in hundredths, so that half an hour and 1.5 stars stay whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub u32);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

impl FromStr for Amount {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || format!("`{text}` is not a number of up to two decimals, such as 19 or 1.5");
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 2 {
            return Err(refuse());
        }
        let whole: u32 = whole.parse().map_err(|_| refuse())?;
        let hundredths: u32 = format!("{part:0<2}").parse().map_err(|_| refuse())?;
        let amount = whole.checked_mul(100).and_then(|amount| amount.checked_add(hundredths));
        amount.map(Self).ok_or_else(refuse)
    }
}

/// What is counted: a span of time, or anything with a name in the plural, such as "episodes".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit(String);

impl Unit {
    /// The unit of that name in the plural.
    #[must_use]
    pub fn new(plural: &str) -> Self {
        let plural = plural.trim().to_lowercase();
        Self(if plural.ends_with('s') { plural } else { format!("{plural}s") })
    }

    /// How many minutes one of it has; nothing for what is not a span of time. A year has 365.25 days and twelve
    /// equal months.
    fn minutes(&self) -> Option<u64> {
        const DAY: u64 = 24 * 60;
        Some(match self.0.as_str() {
            "minutes" => 1,
            "hours" => 60,
            "days" => DAY,
            "weeks" => 7 * DAY,
            "months" => 43_830,
            "years" => 525_960,
            "decades" => 5_259_600,
            _ => return None,
        })
    }

    /// Whether amounts of the two can be compared.
    #[must_use]
    pub fn is_comparable_to(&self, other: &Self) -> bool {
        self == other || self.minutes().is_some() && other.minutes().is_some()
    }

    fn name_for(&self, amount: Amount) -> &str {
        if amount == Amount(100) { self.0.strip_suffix('s').unwrap_or(&self.0) } else { &self.0 }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How exactly a review says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exactness {
    /// The figure itself, or a range of figures.
    Exact,
    /// "About n", "around n", a round word: n ± 10 %.
    About,
    /// "Almost n": from nine tenths of n to n.
    Almost,
    /// n or more.
    AtLeast,
    /// n or fewer.
    AtMost,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A figure, or a range of figures.
    Figure {
        /// How exactly it is said.
        exactness: Exactness,
        /// The figure, or the lower one.
        from: Amount,
        /// The upper figure; the same where there is one only.
        to: Amount,
        /// What is counted.
        unit: Unit,
    },
    /// "Long", "some": without a figure.
    Some {
        /// What is counted.
        unit: Unit,
    },
}

impl Quantity {
    /// What is counted.
    #[must_use]
    pub fn unit(&self) -> &Unit {
        match self {
            Self::Figure { unit, .. } | Self::Some { unit } => unit,
        }
    }

    /// What it may be, both ends included, in thousandths of its unit or of a minute.
    fn interval(&self) -> (u64, u64) {
        let Self::Figure { exactness, from, to, unit } = self else {
            return (0, u64::MAX);
        };
        let scale = unit.minutes().unwrap_or(1);
        let (from, to) = (u64::from(from.0) * scale, u64::from(to.0) * scale);
        match exactness {
            Exactness::Exact => (from * 10, to * 10),
            Exactness::About => (from * 9, to * 11),
            Exactness::Almost => (from * 9, to * 10),
            Exactness::AtLeast => (from * 10, u64::MAX),
            Exactness::AtMost => (0, to * 10),
        }
    }

    pub(super) fn relation(&self, other: &Self) -> Relation {
        if !self.unit().is_comparable_to(other.unit()) {
            return Relation::NotCompared;
        }
        let (one, two) = (self.interval(), other.interval());
        if one == two {
            Relation::Same
        } else if one.0 <= two.1 && two.0 <= one.1 {
            Relation::Compatible
        } else {
            Relation::Incompatible
        }
    }

    pub(super) fn is_narrower_than(&self, other: &Self) -> bool {
        let width = |(from, to): (u64, u64)| to - from;
        width(self.interval()) < width(other.interval())
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Figure { exactness, from, to, unit } = self else {
            return write!(f, "some {}", self.unit());
        };
        f.write_str(match exactness {
            Exactness::Exact => "",
            Exactness::About => "about ",
            Exactness::Almost => "almost ",
            Exactness::AtLeast => "at least ",
            Exactness::AtMost => "at most ",
        })?;
        if from == to { write!(f, "{from} {}", unit.name_for(*from)) } else { write!(f, "{from}–{to} {unit}") }
    }
}

impl FromStr for Quantity {
    type Err = String;

    /// Reads "19 years", "about 20 years", "almost 20 years", "at least 3 weeks", "at most 2 hours", "3-4 weeks" and
    /// "some years" (no figure given).
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Some(unit) = text.strip_prefix("some ") {
            return Ok(Self::Some { unit: Unit::new(unit) });
        }
        let prefixes = [
            ("about ", Exactness::About),
            ("almost ", Exactness::Almost),
            ("at least ", Exactness::AtLeast),
            ("at most ", Exactness::AtMost),
        ];
        let (exactness, rest) = prefixes
            .into_iter()
            .find_map(|(prefix, exactness)| Some((exactness, text.strip_prefix(prefix)?)))
            .unwrap_or((Exactness::Exact, text));
        let starts_with_figure = |rest: &&str| rest.starts_with(|letter: char| letter.is_ascii_digit());
        let parts = Some(rest.trim()).filter(starts_with_figure).and_then(|rest| rest.split_once(' '));
        let (figures, unit) = parts.ok_or_else(|| {
            format!("`{text}` is not a quantity such as `19 years`, `about 20 years` or `some years`")
        })?;
        let (from, to) = figures.split_once(['-', '–']).unwrap_or((figures, figures));
        let (from, to): (Amount, Amount) = (from.parse()?, to.parse()?);
        if from > to {
            return Err(format!("`{figures}` runs backwards; write the smaller figure first"));
        }
        if from != to && exactness != Exactness::Exact {
            return Err(format!("`{text}` is both a range and inexact; write the range alone"));
        }
        Ok(Self::Figure { exactness, from, to, unit: Unit::new(unit) })
    }
}

packs! {
    struct Amount(it);
    struct Unit(it);
}

packs!(enum Exactness { 0 = Exact, 1 = About, 2 = Almost, 3 = AtLeast, 4 = AtMost });

packs!(enum Quantity { 0 = Figure { exactness, from, to, unit }, 1 = Some { unit } });
