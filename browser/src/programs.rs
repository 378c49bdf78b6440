//! Where Chromium and the program that drives it are on this machine; the other engines have files of their own.

mod firefox;
mod webkit;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

pub use firefox::Firefox;
pub use webkit::WebKit;

/// Names that Chromium goes by.
const CHROMIUM: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where Chromium is on systems that put it on no PATH.
const CHROMIUM_ELSEWHERE: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// Where the driver is on systems that put it on no PATH.
const DRIVER_ELSEWHERE: [&str; 2] = ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];

/// Chromium and its driver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programs {
    /// Chromium, or Chrome.
    pub chromium: PathBuf,
    /// ChromeDriver of the same version.
    pub driver: PathBuf,
}

impl Programs {
    /// Finds both programs and checks that they fit each other.
    ///
    /// The variables `CHROME` and `CHROMEDRIVER` decide where they are set; else PATH does.
    ///
    /// # Errors
    ///
    /// When one is missing, does not run, or is of another version than the other; the error
    /// says what to install.
    pub fn find() -> Result<Self> {
        let chromium = find("CHROME", &CHROMIUM, &CHROMIUM_ELSEWHERE)
            .context("Chromium is missing: install Chromium or Chrome, or set CHROME to where it is")?;
        let driver = find("CHROMEDRIVER", &["chromedriver"], &DRIVER_ELSEWHERE).context(
            "the driver of Chromium is missing: install ChromeDriver of the version that \
             Chromium has, or set CHROMEDRIVER to where it is",
        )?;
        let versions = (release(&chromium)?, release(&driver)?);
        ensure!(
            versions.0 == versions.1,
            "Chromium is of version {} and its driver of version {}, which do not work together; \
             install the driver of version {}",
            versions.0,
            versions.1,
            versions.0
        );
        Ok(Self { chromium, driver })
    }

    /// The settings that wasm-bindgen's test runner takes, as the text of a JSON file.
    #[must_use]
    pub fn webdriver_settings(&self) -> String {
        let flags: Vec<String> = flags().into_iter().map(quoted).collect();
        format!(
            "{{\"goog:chromeOptions\": {{\"binary\": {}, \"args\": [{}]}}}}\n",
            quoted(&self.chromium.to_string_lossy()),
            flags.join(", ")
        )
    }
}

/// The flags that Chromium is started with: without a window, without what it would otherwise do
/// on its own on the network.
#[must_use]
pub fn flags() -> Vec<&'static str> {
    let mut flags = vec![
        "--headless=new",
        "--disable-gpu",
        // Nothing stands round a page that would be painted for nobody.
        "--kiosk",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];
    if as_root() {
        // Chromium refuses to build its sandbox for root, which is whom containers run as.
        flags.push("--no-sandbox");
    }
    flags
}

/// Whether this process may do everything on this machine.
#[must_use]
pub fn as_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The first program on PATH of that name.
#[must_use]
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}

/// The program that `variable` names, else the first of `names` on PATH, else of `elsewhere`.
fn find(variable: &str, names: &[&str], elsewhere: &[&str]) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|program| !program.is_empty())
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| on_path(name)))
        .or_else(|| elsewhere.iter().map(PathBuf::from).find(|program| program.is_file()))
}

/// The first number of a program's version.
fn release(program: &Path) -> Result<String> {
    let output = Command::new(program)
        .arg("--version")
        .output()
        .with_context(|| format!("{} does not start", program.display()))?;
    let answer = String::from_utf8_lossy(&output.stdout);
    first_number(&answer)
        .with_context(|| format!("{} does not say its version, only `{}`", program.display(), answer.trim()))
}

/// The first number of the version in an answer such as `Chromium 156.0.8078.79 built on Debian`.
fn first_number(answer: &str) -> Option<String> {
    let version = answer.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next().map(str::to_owned)
}

/// `text` as a JSON string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Programs, first_number};

    #[test]
    fn reads_the_version_from_what_the_programs_say() {
        let release = |answer| first_number(answer);
        assert_eq!(release("Chromium 156.0.8078.79 built on Debian").as_deref(), Some("156"));
        assert_eq!(release("ChromeDriver 156.0.8078.79 (a21ce95c)").as_deref(), Some("156"));
        assert_eq!(release("Google Chrome 139.0.7258.66").as_deref(), Some("139"));
        assert_eq!(release("command not found"), None);
    }

    #[test]
    fn settings_name_the_program_whatever_its_path() {
        let programs = Programs { chromium: r"C:\odd \one".into(), driver: "driver".into() };
        let settings = programs.webdriver_settings();
        assert!(settings.contains(r#""binary": "C:\\odd \\one""#));
        assert!(settings.contains(r#""--headless=new", "#));
    }
}
