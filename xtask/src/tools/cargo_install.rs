//! Tools that Cargo compiles and installs.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::program;
use crate::tools::{cache, version_on_path};

/// The release of Trunk that the project is built and tested with.
const TRUNK: &str = "0.21.14";

/// The release of Firefox's driver; it drives any Firefox of these years.
const GECKODRIVER: &str = "0.37.1";

/// The release of cargo-fuzz that the fuzz targets are run with.
const CARGO_FUZZ: &str = "0.13.2";

/// A package with the programs that it installs.
pub(super) struct Installable {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// What the version of a program already on PATH must begin with.
    accepted: String,
    /// Whether the package brings the exact versions of what it depends on.
    locked: bool,
    minutes: u32,
}

impl Installable {
    /// The bundler. Any 0.21 will do: they read the same `Trunk.toml` and `index.html`.
    pub(super) fn trunk() -> Self {
        Self {
            package: "trunk",
            version: TRUNK.to_owned(),
            programs: &["trunk"],
            accepted: "0.21.".to_owned(),
            locked: true,
            minutes: 6,
        }
    }

    /// The program that joins the app to JavaScript. Its version must be the very one of the
    /// library in the app.
    pub(super) fn wasm_bindgen(version: String) -> Self {
        Self {
            package: "wasm-bindgen-cli",
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            accepted: version.clone(),
            version,
            locked: false,
            minutes: 3,
        }
    }

    /// The program that drives Firefox. Any of the same series will do.
    pub(super) fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            version: GECKODRIVER.to_owned(),
            programs: &["geckodriver"],
            accepted: "0.37.".to_owned(),
            locked: true,
            minutes: 2,
        }
    }

    /// The program that compiles and runs the fuzz targets. Any of the same series will do.
    pub(super) fn cargo_fuzz() -> Self {
        Self {
            package: "cargo-fuzz",
            version: CARGO_FUZZ.to_owned(),
            programs: &["cargo-fuzz"],
            accepted: "0.13.".to_owned(),
            locked: true,
            minutes: 1,
        }
    }

    /// Gives the folder to put on PATH, or none when PATH has the programs already.
    pub(super) fn provide(&self) -> Result<Option<PathBuf>> {
        if self.programs.iter().all(|name| self.accepts(version_on_path(name).as_deref())) {
            return Ok(None);
        }
        let root = cache::folder(self.package, &self.version)?;
        let folder = root.join("bin");
        if self.installed_in(&folder) {
            return Ok(Some(folder));
        }
        println!(
            "{} {} is missing. Cargo compiles it once, for about {} minutes on two cores, into {}.",
            self.package,
            self.version,
            self.minutes,
            root.display()
        );
        let mut install = Command::new("cargo");
        install.args(["install", self.package, "--version", &self.version, "--root"]).arg(&root);
        if self.locked {
            install.arg("--locked");
        }
        // The compiler settings of a surrounding build are not meant for tools.
        install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
        program::run(&mut install, &self.remedy())
            .with_context(|| format!("setting up {} {}", self.package, self.version))?;
        ensure!(
            self.installed_in(&folder),
            "{} was installed into {} but does not run from there; remove that folder and try again",
            self.package,
            root.display()
        );
        Ok(Some(folder))
    }

    /// Whether every program is in `folder` and runs.
    fn installed_in(&self, folder: &std::path::Path) -> bool {
        self.programs.iter().all(|name| self.accepts(program::version(&mut Command::new(folder.join(name))).as_deref()))
    }

    /// Whether the answer to `--version`, such as `trunk 0.21.14`, names a fitting version.
    fn accepts(&self, answer: Option<&str>) -> bool {
        let version = answer.and_then(|answer| answer.split_whitespace().nth(1));
        version.is_some_and(|version| {
            version == self.accepted || (self.accepted.ends_with('.') && version.starts_with(&self.accepted))
        })
    }

    /// What to do when the installation fails.
    fn remedy(&self) -> String {
        format!(
            "If packages could not be downloaded, Cargo does not reach its registry: check the \
             network and proxy. If it misses `cc` or a linker, install a C compiler (Debian and \
             Ubuntu: `apt-get install build-essential`; macOS: `xcode-select --install`). Or \
             install {} {} in another way and have it on PATH.",
            self.package, self.version
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Installable;

    #[test]
    fn any_trunk_of_the_same_series_will_do() {
        let trunk = Installable::trunk();
        assert!(trunk.accepts(Some("trunk 0.21.14")));
        assert!(trunk.accepts(Some("trunk 0.21.2")));
        assert!(!trunk.accepts(Some("trunk 0.22.0")));
        assert!(!trunk.accepts(Some("trunk 0.2.21")));
        assert!(!trunk.accepts(Some("trunk")));
        assert!(!trunk.accepts(None));
    }

    #[test]
    fn wasm_bindgen_must_be_of_the_very_version() {
        let tool = Installable::wasm_bindgen("0.2.13".to_owned());
        assert!(tool.accepts(Some("wasm-bindgen 0.2.13")));
        assert!(!tool.accepts(Some("wasm-bindgen 0.2.130")));
    }
}
