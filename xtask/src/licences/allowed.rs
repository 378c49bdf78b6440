//! Whether every package of the project is under a licence, and from a place, that `deny.toml` allows.
//!
//! That file is cargo-deny's, which looks at more, and takes longer to install than all the rest of the tests take to
//! compile; the hosted workflow runs it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use toml_edit::DocumentMut;

use super::packages::cargo;

/// The file with the lists.
const LISTS: &str = "deny.toml";

/// The folders with a lock file of their own, from the project's: everything but the fuzz targets, and those.
const WORKSPACES: [&str; 2] = ["", "fuzz"];

/// How the name of a registry begins where Cargo names one.
const REGISTRY: &str = "registry+";

/// What is allowed.
struct Allowed {
    licences: Vec<String>,
    registries: Vec<String>,
}

/// What Cargo knows of all packages of the project, whatever they are compiled for.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// What it knows of one.
#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Nothing for the project's own.
    source: Option<String>,
}

/// Fails with every package of the project in the folder `root` that is not allowed.
pub(crate) fn check(root: &Path) -> Result<()> {
    let file = root.join(LISTS);
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let allowed = Allowed::read(&text).with_context(|| format!("reading {}", file.display()))?;
    let mut packages = BTreeSet::new();
    for workspace in WORKSPACES {
        let metadata = cargo(&root.join(workspace), &["metadata", "--format-version=1", "--locked"])?;
        let metadata: Metadata = serde_json::from_str(&metadata).context("what `cargo metadata` says")?;
        let before = packages.len();
        packages.extend(metadata.packages.into_iter().filter(|package| package.source.is_some()));
        ensure!(packages.len() > before, "Cargo names no package from elsewhere in the workspace `./{workspace}`");
    }
    let faults: Vec<String> = packages.iter().filter_map(|package| allowed.fault(package)).collect();
    ensure!(
        faults.is_empty(),
        "{}\nTake another package, or, after a look at it, let {LISTS} allow what it is under or where it is from.",
        faults.join("\n")
    );
    println!("All {} packages from elsewhere are as {LISTS} allows.", packages.len());
    Ok(())
}

impl Allowed {
    fn read(text: &str) -> Result<Self> {
        let lists: DocumentMut = text.parse()?;
        let list = |table: &str, key: &str| -> Result<Vec<String>> {
            let items = lists.get(table).and_then(|table| table.get(key)).and_then(|list| list.as_array());
            let items = items.with_context(|| format!("there is no list `{key}` in [{table}]"))?;
            Ok(items.iter().filter_map(|item| item.as_str()).map(str::to_owned).collect())
        };
        Ok(Self { licences: list("licenses", "allow")?, registries: list("sources", "allow-registry")? })
    }

    /// What is wrong with a package.
    fn fault(&self, package: &Package) -> Option<String> {
        let Package { name, version, license, source } = package;
        let registry = source.as_deref()?.strip_prefix(REGISTRY);
        if !registry.is_some_and(|registry| self.registries.iter().any(|allowed| allowed == registry)) {
            return Some(format!("{name} {version} is from {}", source.as_deref().unwrap_or_default()));
        }
        match license {
            Some(licence) if self.allows(licence) => None,
            Some(licence) => Some(format!("{name} {version} is under {licence}")),
            None => Some(format!("{name} {version} says nothing of a licence")),
        }
    }

    /// Whether an expression of SPDX comes to what is allowed. The slash that older packages have is an `OR`.
    fn allows(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let mut words = spaced.split_whitespace().collect::<Vec<_>>();
        words.reverse();
        self.any(&mut words).is_some_and(|is_allowed| is_allowed && words.is_empty())
    }

    /// Parts with `OR` between them; nothing where the words make no sense. The next word is the last of the list.
    fn any(&self, words: &mut Vec<&str>) -> Option<bool> {
        let mut is_allowed = self.all(words)?;
        while words.last() == Some(&"OR") {
            words.pop();
            is_allowed |= self.all(words)?;
        }
        Some(is_allowed)
    }

    /// Parts with `AND` between them.
    fn all(&self, words: &mut Vec<&str>) -> Option<bool> {
        let mut is_allowed = self.one(words)?;
        while words.last() == Some(&"AND") {
            words.pop();
            is_allowed &= self.one(words)?;
        }
        Some(is_allowed)
    }

    /// A licence, with its exception where it has one, or what is in brackets.
    fn one(&self, words: &mut Vec<&str>) -> Option<bool> {
        let first = words.pop()?;
        if first == "(" {
            let inside = self.any(words)?;
            return (words.pop()? == ")").then_some(inside);
        }
        let mut licence = first.to_owned();
        if words.last() == Some(&"WITH") {
            words.pop();
            licence = format!("{first} WITH {}", words.pop()?);
        }
        Some(self.licences.contains(&licence))
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{Allowed, Package};

    const LISTS: &str = "[licenses]\nallow = [\"MIT\", \"Unicode-3.0\", \"Apache-2.0 WITH LLVM-exception\"]\n\
                         [sources]\nallow-registry = [\"https://crates\"]\n";

    #[test]
    fn an_expression_is_allowed_where_what_it_demands_is() -> Result<()> {
        let allowed = Allowed::read(LISTS)?;
        for yes in [
            "MIT",
            "GPL-3.0-only OR MIT",
            "GPL-3.0-only/MIT",
            "(GPL-3.0-only OR MIT) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
        ] {
            assert!(allowed.allows(yes), "{yes}");
        }
        for no in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0", "MIT WITH x", "", "(MIT", "MIT)", "MIT OR"] {
            assert!(!allowed.allows(no), "{no}");
        }
        Ok(())
    }

    #[test]
    fn a_package_from_another_place_or_without_a_licence_is_named() -> Result<()> {
        let allowed = Allowed::read(LISTS)?;
        let fault = |licence: Option<&str>, source: &str| {
            let (name, version) = ("a".to_owned(), "1.0.0".to_owned());
            let license = licence.map(str::to_owned);
            allowed.fault(&Package { name, version, license, source: Some(source.to_owned()) })
        };
        assert_eq!(fault(Some("MIT"), "registry+https://crates"), None);
        for (licence, source, said) in [
            (Some("MIT"), "git+https://crates", "git+https://crates"),
            (Some("MIT"), "registry+https://other", "other"),
            (Some("GPL-3.0-only"), "registry+https://crates", "under GPL-3.0-only"),
            (None, "registry+https://crates", "nothing of a licence"),
        ] {
            let fault = fault(licence, source).unwrap_or_default();
            assert!(fault.contains(said), "“{fault}” says nothing of {said}");
        }
        Ok(())
    }
}
