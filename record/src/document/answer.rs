//! Answers, dates and numbers as the document writes them.

use serde::{Deserialize, Serialize};

use crate::value::{Amount, DateRange, Exactness, Quantity, Rating, Value};

/// One answer in normalised form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// So many of something.
    Quantity {
        /// How exactly it is said.
        exactness: Exact,
        /// The figure, or the lower one; `null` where the review gives none.
        from: Option<Number>,
        /// The upper figure; the same where there is one only.
        to: Option<Number>,
        /// What is counted, in the plural.
        unit: String,
    },
    /// A date or a range of dates.
    Date {
        /// The first, as precise as given: `2022`, `2022-04`, `2022-04-13`.
        from: String,
        /// The last; the same where there is one only.
        to: String,
    },
    /// A name, as written.
    Name {
        /// The name.
        name: String,
    },
    /// One of the topic's positions.
    Choice {
        /// The position's id.
        position: String,
    },
    /// Several words.
    Set {
        /// The words, sorted, in lower case.
        members: Vec<String>,
    },
    /// Praise or criticism of an aspect.
    Stance {
        /// From -2, strong criticism, over 0, mixed or neutral, to 2, strong praise.
        #[cfg_attr(feature = "exports", schemars(range(min = -2, max = 2)))]
        steps: i8,
    },
    /// A rating on the review's own scale.
    Rating {
        /// How many points it gives.
        points: Number,
        /// Out of how many.
        scale: Number,
    },
    /// Only words, which are not compared.
    Text {},
}

/// How exactly a quantity is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Exact {
    /// The figure itself, or a range of figures.
    Exact,
    /// The figure, 10 % more or less.
    About,
    /// From nine tenths of the figure to the figure.
    Almost,
    /// The figure or more.
    AtLeast,
    /// The figure or less.
    AtMost,
    /// Without a figure: long, some.
    NoFigure,
}

/// A date or a range of dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// The first, as precise as known: `2022`, `2022-04`, `2022-04-13`.
    pub from: String,
    /// The last; the same where there is one only.
    pub to: String,
}

/// A rating on its own scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// How many points.
    pub points: Number,
    /// Out of how many.
    pub scale: Number,
}

/// A number of at most two decimals, none below 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "serde_json::Number")]
pub struct Number(pub(crate) Amount);

#[cfg(feature = "exports")]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let description = "A number of at most two decimals.";
        schemars::json_schema!({ "description": description, "type": "number", "minimum": 0 })
    }
}

impl From<Number> for serde_json::Number {
    fn from(Number(amount): Number) -> Self {
        let fraction = || Self::from_f64(f64::from(amount.0) / 100.0);
        // A whole number is written as one, without `.0`.
        (amount.0 % 100 != 0).then(fraction).flatten().unwrap_or_else(|| Self::from(amount.0 / 100))
    }
}

impl TryFrom<f64> for Number {
    type Error = String;

    fn try_from(number: f64) -> Result<Self, String> {
        // Written out and read again as an editor's figure, so that one rule says what an amount may be.
        number.to_string().parse().map(Self)
    }
}

impl From<&DateRange> for Dates {
    fn from(range: &DateRange) -> Self {
        Self { from: range.from().iso(), to: range.to().iso() }
    }
}

impl Dates {
    /// The dates as a collection's file gives them.
    pub(crate) fn notation(&self) -> String {
        if self.from == self.to { self.from.clone() } else { format!("{}..{}", self.from, self.to) }
    }
}

impl From<&Rating> for Points {
    fn from(rating: &Rating) -> Self {
        Self { points: Number(rating.points()), scale: Number(rating.scale()) }
    }
}

impl Points {
    /// The rating as a collection's file gives it.
    pub(crate) fn notation(&self) -> String {
        format!("{}/{}", self.points.0, self.scale.0)
    }
}

impl From<&Value> for Answer {
    fn from(value: &Value) -> Self {
        match value {
            Value::Quantity(Quantity::Figure { exactness, from, to, unit }) => Self::Quantity {
                exactness: match exactness {
                    Exactness::Exact => Exact::Exact,
                    Exactness::About => Exact::About,
                    Exactness::Almost => Exact::Almost,
                    Exactness::AtLeast => Exact::AtLeast,
                    Exactness::AtMost => Exact::AtMost,
                },
                from: Some(Number(*from)),
                to: Some(Number(*to)),
                unit: unit.to_string(),
            },
            Value::Quantity(Quantity::Some { unit }) => {
                Self::Quantity { exactness: Exact::NoFigure, from: None, to: None, unit: unit.to_string() }
            }
            Value::Date(range) => {
                let Dates { from, to } = range.into();
                Self::Date { from, to }
            }
            Value::Name(name) => Self::Name { name: name.clone() },
            Value::Choice(position) => Self::Choice { position: position.to_string() },
            Value::Set(members) => Self::Set { members: members.clone() },
            Value::Stance(stance) => Self::Stance { steps: stance.steps() },
            Value::Rating(rating) => {
                let Points { points, scale } = rating.into();
                Self::Rating { points, scale }
            }
            Value::Text => Self::Text {},
        }
    }
}

impl Answer {
    /// The answer as a collection's file gives it, unless it is a set or only words.
    pub(crate) fn notation(&self) -> Option<String> {
        Some(match self {
            Self::Quantity { exactness, from, to, unit } => {
                let word = match exactness {
                    Exact::Exact => "",
                    Exact::About => "about ",
                    Exact::Almost => "almost ",
                    Exact::AtLeast => "at least ",
                    Exact::AtMost => "at most ",
                    Exact::NoFigure => return Some(format!("some {unit}")),
                };
                let figure = |number: &Option<Number>| number.map(|number| number.0.to_string()).unwrap_or_default();
                let (from, to) = (figure(from), figure(to));
                if from == to { format!("{word}{from} {unit}") } else { format!("{word}{from}-{to} {unit}") }
            }
            Self::Date { from, to } => Dates { from: from.clone(), to: to.clone() }.notation(),
            Self::Name { name } => name.clone(),
            Self::Choice { position } => position.clone(),
            Self::Stance { steps: 0 } => "0".to_owned(),
            Self::Stance { steps } => format!("{steps:+}"),
            Self::Rating { points, scale } => Points { points: *points, scale: *scale }.notation(),
            Self::Set { .. } | Self::Text {} => return None,
        })
    }
}
