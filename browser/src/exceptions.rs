//! What an engine cannot do: which tests of the site are not for it, and why not.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::engine::Engine;

/// Tests that an engine cannot pass, whatever the site is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The engine.
    pub engine: Engine,
    /// The tests by their full names, or whole modules of them, with `::` at their end.
    pub tests: Vec<String>,
    /// What it lacks.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(default)]
    exception: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    engines: Vec<String>,
    tests: Vec<String>,
    reason: String,
}

impl Exception {
    /// Reads the file that lists all of them.
    ///
    /// # Errors
    ///
    /// When it is no such list, or names an engine that there is not.
    pub fn read(list: &str) -> Result<Vec<Self>> {
        let list: List = toml::from_str(list).context("the list of what engines cannot do")?;
        let mut all = Vec::new();
        for Written { engines, tests, reason } in list.exception {
            if reason.trim().is_empty() || tests.is_empty() || engines.is_empty() {
                bail!("an exception needs an engine, a test and a reason: {tests:?}");
            }
            for engine in engines {
                let engine = Engine::called(&engine).with_context(|| format!("there is no engine `{engine}`"))?;
                all.push(Self { engine, tests: tests.clone(), reason: reason.clone() });
            }
        }
        Ok(all)
    }

    /// How many tests it is about, where none is a whole module.
    #[must_use]
    pub fn count(&self) -> Option<usize> {
        let is_module = |named: &String| named.ends_with("::");
        (!self.tests.iter().any(is_module)).then_some(self.tests.len())
    }

    /// Whether it is about the test of that name.
    #[must_use]
    pub fn is_about(&self, test: &str) -> bool {
        self.tests.iter().any(|named| if named.ends_with("::") { test.starts_with(named) } else { test == named })
    }
}

#[cfg(test)]
mod tests {
    use super::Exception;

    #[test]
    fn an_exception_is_about_a_test_or_all_of_a_module() -> anyhow::Result<()> {
        let list =
            "[[exception]]\nengines = [\"webkit\", \"firefox\"]\ntests = [\"a::b\", \"c::\"]\nreason = \"none\"\n";
        let all = Exception::read(list)?;
        assert_eq!(all.len(), 2);
        assert!(all[0].is_about("a::b") && all[0].is_about("c::d"));
        assert!(!all[0].is_about("a::bb") && !all[0].is_about("x::c::d"));
        assert_eq!(all[0].count(), None);
        Ok(())
    }

    #[test]
    fn an_unknown_engine_or_no_reason_is_refused() {
        let entry = |engine: &str, reason: &str| {
            format!("[[exception]]\nengines = [\"{engine}\"]\ntests = [\"a\"]\nreason = \"{reason}\"\n")
        };
        assert!(Exception::read(&entry("blink", "none")).is_err());
        assert!(Exception::read(&entry("webkit", " ")).is_err());
    }
}
