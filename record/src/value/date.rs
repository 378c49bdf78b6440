//! Dates as precise as a review gives them: a year, a month, a day, or a range of them.

use std::fmt;
use std::str::FromStr;

use super::Relation;

use crate::packed::packs;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A year, a month of it, or a day of that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// As in ISO 8601: `2022`, `2022-04`, `2022-04-13`.
    #[must_use]
    pub fn iso(self) -> String {
        let part = |part: Option<u8>| part.map(|part| format!("-{part:02}")).unwrap_or_default();
        format!("{:04}{}{}", self.year, part(self.month), part(self.day))
    }

    /// First and last day of it as a number that sorts by time.
    fn days(self) -> (u32, u32) {
        let number = |month: u8, day: u8| u32::from(self.year) * 10_000 + u32::from(month) * 100 + u32::from(day);
        match (self.month, self.day) {
            (Some(month), Some(day)) => (number(month, day), number(month, day)),
            (Some(month), None) => (number(month, 1), number(month, 31)),
            _ => (number(1, 1), number(12, 31)),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        if let Some(month) = self.month {
            let name = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
            write!(f, "{name} ")?;
        }
        write!(f, "{}", self.year)
    }
}

impl FromStr for Date {
    type Err = String;

    /// Reads "2022", "2022-04" and "2022-04-13".
    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || format!("`{text}` is not a date such as 2022, 2022-04 or 2022-04-13");
        let mut parts = text.split('-');
        let mut next = |width: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| refuse())
            }
            Some(_) => Err(refuse()),
        };
        let year = next(4)?.ok_or_else(refuse)?;
        let month = next(2)?;
        let day = next(2)?;
        if parts.next().is_some() || month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(refuse());
        }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let longest = match month {
            Some(2) if leap => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            _ => 31,
        };
        if day.is_some_and(|day| !(1..=longest).contains(&day)) {
            return Err(refuse());
        }
        // Both fit: they were just found to be at most 31.
        Ok(Self { year, month: month.map(|month| month as u8), day: day.map(|day| day as u8) })
    }
}

/// From one date to another, both included; often the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    from: Date,
    to: Date,
}

impl DateRange {
    /// The first date.
    #[must_use]
    pub fn from(self) -> Date {
        self.from
    }

    /// The last date.
    #[must_use]
    pub fn to(self) -> Date {
        self.to
    }

    fn days(self) -> (u32, u32) {
        (self.from.days().0, self.to.days().1)
    }

    pub(super) fn relation(&self, other: &Self) -> Relation {
        let (one, two) = (self.days(), other.days());
        let within = |inner: (u32, u32), outer: (u32, u32)| outer.0 <= inner.0 && inner.1 <= outer.1;
        if one == two {
            Relation::Same
        } else if within(one, two) || within(two, one) {
            Relation::Compatible
        } else {
            Relation::Incompatible
        }
    }

    pub(super) fn is_narrower_than(&self, other: &Self) -> bool {
        let width = |(from, to): (u32, u32)| to - from;
        width(self.days()) < width(other.days())
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        if self.from != self.to {
            write!(f, " to {}", self.to)?;
        }
        Ok(())
    }
}

impl FromStr for DateRange {
    type Err = String;

    /// Reads a date, or two with `..` between.
    fn from_str(text: &str) -> Result<Self, String> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let (from, to): (Date, Date) = (from.trim().parse()?, to.trim().parse()?);
        if from.days().0 > to.days().1 {
            return Err(format!("`{text}` runs backwards; write the earlier date first"));
        }
        Ok(Self { from, to })
    }
}

packs! {
    struct Date { year, month, day };
    struct DateRange { from, to };
}
