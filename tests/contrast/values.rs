//! What a name for a colour stands for, by who looks.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::colour::{Rgb, mixed, read};
use crate::sheets::Rule;

/// Someone who looks, or the paper.
pub(crate) struct Look {
    pub(crate) name: &'static str,
    is_dark: bool,
    /// What the conditions say of the rules that hold for them beside those without any.
    condition: Option<&'static str>,
}

const MORE: Option<&str> = Some("prefers-contrast: more");

/// All of them.
pub(crate) const LOOKS: [Look; 5] = [
    Look { name: "light", is_dark: false, condition: None },
    Look { name: "dark", is_dark: true, condition: None },
    Look { name: "light, with more contrast", is_dark: false, condition: MORE },
    Look { name: "dark, with more contrast", is_dark: true, condition: MORE },
    Look { name: "paper", is_dark: false, condition: Some("@media print") },
];

/// A colour with its name.
pub(crate) struct Colour {
    pub(crate) name: String,
    pub(crate) rgb: Rgb,
}

/// The values of all custom properties for someone who looks.
pub(crate) struct Values {
    values: BTreeMap<String, String>,
    is_dark: bool,
}

impl Values {
    /// Reads them from the rules for the root.
    pub(crate) fn read(rules: &[Rule], look: &Look) -> Result<Self> {
        let mut values = BTreeMap::new();
        for condition in [None, look.condition] {
            let holds = |rule: &&Rule| match condition {
                None => rule.conditions.is_empty(),
                Some(condition) => rule.conditions.iter().any(|one| one.contains(condition)),
            };
            let root = rules.iter().filter(|rule| rule.selector.starts_with(":root")).filter(holds);
            for (name, value) in root.flat_map(|rule| &rule.declarations) {
                if let Some(name) = name.strip_prefix("--") {
                    values.insert(name.to_owned(), value.clone());
                }
            }
        }
        anyhow::ensure!(values.contains_key("paper"), "no rule for the root says what paper is");
        Ok(Self { values, is_dark: look.is_dark })
    }

    /// The colours in a value, as the list of pairs names them: `ink` for `var(--ink)`, `#fffaf0` for itself, and
    /// `differ 9% sheet` for a mix. What is no colour names none.
    pub(crate) fn named(&self, value: &str) -> Vec<String> {
        if let Some(mix) = value.split("color-mix(in srgb, ").nth(1) {
            let words: String = mix.chars().filter(|letter| !matches!(letter, ',' | '(' | ')')).collect();
            return vec![words.replace("var--", "")];
        }
        let variables = value.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next());
        let of_variables = variables.flat_map(|name| match (name, self.values.get(name)) {
            ("review" | "status", _) => vec![name.to_owned()],
            (_, Some(value)) if value.starts_with("light-dark(") || value.starts_with('#') => vec![name.to_owned()],
            // `--framed` and the like hold a colour among other things.
            (_, Some(value)) => self.named(value),
            (_, None) => Vec::new(),
        });
        let plain = value.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#');
        of_variables.chain(plain.filter(|word| word.starts_with('#')).map(str::to_owned)).collect()
    }

    /// A sign and its ground, once for each review or status that either stands for; for the same one where both do.
    pub(crate) fn both(&self, mark: &str, ground: &str) -> Result<Vec<(Colour, Colour)>> {
        let kinds = ["review", "status"];
        let kind =
            kinds.into_iter().find(|kind| [mark, ground].iter().any(|name| name.split(' ').next() == Some(kind)));
        let each: Vec<String> = match kind {
            Some("review") => (1..=8).map(|number| format!("review-{number}")).collect(),
            Some(_) => STATUSES.map(str::to_owned).into(),
            None => vec![String::new()],
        };
        let both = |one: String| {
            let named = |name: &str| {
                kind.map_or(name.to_owned(), |kind| {
                    let (first, rest) =
                        name.split_once(' ').map_or((name, ""), |(first, _)| (first, &name[first.len()..]));
                    if first == kind { format!("{one}{rest}") } else { name.to_owned() }
                })
            };
            Ok((self.colour(&named(mark))?, self.colour(&named(ground))?))
        };
        each.into_iter().map(both).collect()
    }

    fn colour(&self, name: &str) -> Result<Colour> {
        let rgb = match name.split(' ').collect::<Vec<_>>().as_slice() {
            [over, share, under] => {
                let share: f64 = share.trim_end_matches('%').parse().with_context(|| format!("`{name}`"))?;
                mixed(self.plain(over)?, share / 100.0, self.plain(under)?)
            }
            _ => self.plain(name)?,
        };
        Ok(Colour { name: name.to_owned(), rgb })
    }

    fn plain(&self, name: &str) -> Result<Rgb> {
        if name.starts_with('#') {
            return read(name);
        }
        let value = self.values.get(name).with_context(|| format!("nothing says what `--{name}` is"))?;
        if let Some(other) = value.strip_prefix("var(--") {
            return self.plain(other.trim_end_matches(')'));
        }
        match value.strip_prefix("light-dark(").and_then(|both| both.trim_end_matches(')').split_once(", ")) {
            Some((light, dark)) => read(if self.is_dark { dark } else { light }),
            None => read(value),
        }
    }
}

/// The names of the colours that `--status` stands for.
const STATUSES: [&str; 6] = ["agree", "close", "differ", "only-one", "in-their-words", "silent"];
