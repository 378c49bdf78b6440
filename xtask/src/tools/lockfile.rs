//! Reads from `Cargo.lock` which version of a package the project uses.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// The version of `package` that the project is locked to.
pub(super) fn version(workspace: &Workspace, package: &str) -> Result<String> {
    let path = workspace.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read; `cargo generate-lockfile` makes it", path.display()))?;
    locked(&lock, package)
        .with_context(|| format!("{} names no package `{package}`; does the app still depend on it?", path.display()))
}

/// The first version of `package` in the text of a lock file.
fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked;

    const LOCK: &str = "\
version = 4

[[package]]
name = \"wasm-bindgen-test\"
version = \"0.3.80\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";

    #[test]
    fn finds_the_version_of_exactly_that_package() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_there_has_no_version() {
        assert_eq!(locked(LOCK, "wasm"), None);
        assert_eq!(locked("", "wasm-bindgen"), None);
    }
}
