//! The style sheets as rules: what each declares, for what, and when.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// A rule.
pub(crate) struct Rule {
    /// The conditions round it, as they are written.
    pub(crate) conditions: Vec<String>,
    pub(crate) selector: String,
    /// Names of properties, with their values.
    pub(crate) declarations: Vec<(String, String)>,
}

impl Rule {
    /// Whether it is about what eyes see in the page's own colours, not about paper or about colours that the system
    /// gives.
    pub(crate) fn is_for_eyes(&self) -> bool {
        !self.conditions.iter().any(|one| one.contains("print") || one.contains("forced-colors"))
    }
}

/// Every rule of every sheet.
pub(crate) fn rules() -> Result<Vec<Rule>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/styles");
    let mut files: Vec<_> = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    ensure!(files.len() > 10, "there are only {} sheets in {}", files.len(), folder.display());
    let mut rules = Vec::new();
    for file in files {
        let sheet = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        read(&sheet, &mut rules).with_context(|| format!("in {}", file.display()))?;
    }
    Ok(rules)
}

/// Takes a sheet apart: what stands before a brace opens a rule or what holds rules.
fn read(sheet: &str, rules: &mut Vec<Rule>) -> Result<()> {
    let sheet = without_comments(sheet);
    let mut open: Vec<String> = Vec::new();
    let mut words = String::new();
    for letter in sheet.chars() {
        match letter {
            '{' => open.push(std::mem::take(&mut words).trim().to_owned()),
            '}' => {
                let selector = open.pop().context("a brace closes nothing")?;
                let declarations = declarations(&std::mem::take(&mut words));
                if !declarations.is_empty() && !selector.starts_with('@') {
                    rules.push(Rule { conditions: open.clone(), selector, declarations });
                }
            }
            letter => words.push(letter),
        }
    }
    ensure!(open.is_empty(), "a brace stays open");
    Ok(())
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, rest)| rest))
}

fn declarations(words: &str) -> Vec<(String, String)> {
    let one = |declaration: &str| {
        let (name, value) = declaration.split_once(':')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    };
    words.split(';').filter_map(one).collect()
}
