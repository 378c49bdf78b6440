//! The style sheet of a picture that other programs read as well, made of the pages' own.
//!
//! Those programs know no custom properties, no two values for light and dark, of selectors only the plainest, and of
//! weights only hundreds. A review's colour goes by a class, `review-1`, as the colour of what is in the element.

use std::collections::BTreeMap;

/// The values of the pages' custom properties, on a light page, without those of other values resolved.
pub(crate) struct Tokens(BTreeMap<String, String>);

/// How the reviews' colours are called, before their numbers.
const REVIEW: &str = "--review-";

impl Tokens {
    /// Reads what a sheet says of the root first: the plainest page.
    pub(crate) fn read(sheet: &str) -> Self {
        let mut tokens = BTreeMap::new();
        for (selector, declarations) in rules(&without_comments(sheet)) {
            if selector == ":root" {
                for (name, value) in declarations {
                    tokens.entry(name).or_insert(value);
                }
            }
        }
        // What a review's colour is depends on where it stands.
        tokens.insert("--review".to_owned(), "currentColor".to_owned());
        Self(tokens)
    }

    /// A rule for each review.
    pub(crate) fn reviews(&self) -> Result<String, String> {
        let numbered = self.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(REVIEW)?, value)));
        numbered.map(|(number, value)| Ok(format!(".review-{number}{{color:{}}}", self.resolve(value)?))).collect()
    }

    /// A value with no `var(…)` in it, as it is on a light page.
    fn resolve(&self, value: &str) -> Result<String, String> {
        let mut value = value.to_owned();
        while let Some((before, rest)) = value.split_once("var(") {
            let (name, after) = rest.split_once(')').ok_or_else(|| format!("`{value}` has no end"))?;
            let meant = self.0.get(name).ok_or_else(|| format!("tokens.css has no `{name}`"))?;
            value = format!("{before}{meant}{after}");
        }
        if let Some(both) = value.strip_prefix("light-dark(") {
            let (light, _) = both.split_once(',').ok_or_else(|| format!("`{value}` has no dark"))?;
            value = light.trim().to_owned();
        }
        Ok(value)
    }

    /// A declaration as other programs read it.
    fn declaration(&self, name: &str, value: &str) -> Result<String, String> {
        let value = self.resolve(value)?;
        if value.contains('(') {
            return Err(format!("`{name}: {value}` is more than other programs know"));
        }
        let value = match name {
            "font-weight" => {
                let weight: u32 = value.parse().map_err(|_| format!("`{value}` is no weight"))?;
                ((weight + 50) / 100 * 100).to_string()
            }
            "font-family" => faces(&value),
            _ => value,
        };
        Ok(format!("{name}:{value}"))
    }
}

/// The families of a list as other programs have them: a stand-in, which the pages name after the face that it stands in
/// for and the one that does, is that face.
fn faces(list: &str) -> String {
    let names: Vec<&str> = list.split(',').map(|name| name.trim().trim_matches('"')).collect();
    let own = names.first().copied().unwrap_or_default();
    let face = |name: &&str| {
        let name = name.strip_prefix(own).map(str::trim).filter(|face| !face.is_empty()).unwrap_or(name);
        if name.contains(' ') { format!("'{name}'") } else { name.to_owned() }
    };
    names.iter().map(face).collect::<Vec<_>>().join(",")
}

/// A rule, as short as it can be written, and how much it weighs: its classes, and its names.
pub(crate) type Rule = ((usize, usize), String);

/// The rules of a sheet.
pub(crate) fn sheet(text: &str, tokens: &Tokens) -> Result<Vec<Rule>, String> {
    let text = without_comments(text);
    if let Some((_, block)) = text.split_once('@') {
        return Err(format!(
            "`@{}` is for pages, not for pictures",
            block.split_whitespace().next().unwrap_or_default()
        ));
    }
    let mut sheet = Vec::new();
    for (selector, declarations) in rules(&text) {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let is_name = |one: &str| one.strip_prefix('.').unwrap_or(one).chars().all(is_plain);
        if !selector.split_whitespace().all(is_name) {
            return Err(format!(
                "`{selector}` is more than other programs know; use one class or element below another"
            ));
        }
        let declarations: Result<Vec<_>, _> =
            declarations.iter().map(|(name, value)| tokens.declaration(name, value)).collect();
        let names: Vec<&str> = selector.split_whitespace().collect();
        let classes = names.iter().filter(|name| name.starts_with('.')).count();
        sheet.push(((classes, names.len()), format!("{}{{{}}}", names.join(" "), declarations?.join(";"))));
    }
    Ok(sheet)
}

fn without_comments(sheet: &str) -> String {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        text.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text + rest
}

/// Each selector with its declarations. What stands in a block of another kind, `@media` and the like, is no rule here.
fn rules(sheet: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules = Vec::new();
    let mut rest = sheet;
    while let Some((selector, after)) = rest.split_once('{') {
        let selector = selector.trim();
        if selector.starts_with('@') {
            rest = after_block(after);
            continue;
        }
        let (declarations, next) = after.split_once('}').unwrap_or((after, ""));
        let declarations = declarations.split(';').filter_map(|one| one.split_once(':'));
        let declarations = declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        rules.push((selector.to_owned(), declarations.collect()));
        rest = next;
    }
    rules
}

/// What follows the end of a block whose start was just read.
fn after_block(text: &str) -> &str {
    let mut open = 1_u32;
    for (place, character) in text.char_indices() {
        match character {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return &text[place + 1..];
        }
    }
    ""
}
