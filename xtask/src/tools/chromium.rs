//! Chromium and its driver, which the system's package manager installs.

use std::env;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::process::Command;

use anyhow::{Context, Result, bail};
use liner_notes_browser::programs::{self, Programs};

use crate::program;

/// Finds Chromium and its driver, offering to install them where it is known how.
pub(super) fn provide() -> Result<Programs> {
    let missing = match Programs::find() {
        Ok(programs) => return Ok(programs),
        Err(missing) => missing,
    };
    if ["CHROME", "CHROMEDRIVER"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Err(missing.context("CHROME and CHROMEDRIVER say which Chromium to use, and it will not do"));
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let Some(packages) = packages(&release) else {
        return Err(missing);
    };
    let commands = commands(packages, programs::as_root());
    println!("{missing:#}\nThese commands install what the tests need:\n");
    for command in &commands {
        println!("    {}", command.join(" "));
    }
    if !agreed()? {
        bail!("Chromium was not installed; run the commands above to install it");
    }
    for command in &commands {
        let [name, arguments @ ..] = command.as_slice() else {
            continue;
        };
        program::run(
            Command::new(name).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"),
            "If packages could not be fetched, check the network; if it lacks rights, run the \
             command as an administrator.",
        )?;
    }
    Programs::find().context("Chromium was installed, and still does not run")
}

/// The packages that hold Chromium and its driver on the system that `release` describes, where
/// that is one with `apt-get`.
fn packages(release: &str) -> Option<[&'static str; 2]> {
    let families: Vec<&str> = release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .collect();
    if families.contains(&"ubuntu") {
        Some(["chromium-browser", "chromium-chromedriver"])
    } else if families.contains(&"debian") {
        Some(["chromium", "chromium-driver"])
    } else {
        None
    }
}

/// The commands that install `packages`.
fn commands(packages: [&'static str; 2], as_root: bool) -> [Vec<&'static str>; 2] {
    let [browser, driver] = packages;
    let mut commands = [vec!["apt-get", "update"], vec!["apt-get", "install", "--yes", browser, driver]];
    if !as_root {
        for command in &mut commands {
            command.insert(0, "sudo");
        }
    }
    commands
}

/// Whether to go on: always in continuous integration, else as the person at the terminal says.
fn agreed() -> Result<bool> {
    if env::var_os("CI").is_some_and(|value| !value.is_empty()) {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        bail!("nobody is here to ask whether to run them; run them yourself, or set CI=1");
    }
    print!("\nRun them now? [y/N] ");
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).context("the answer could not be read")?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

#[cfg(test)]
mod tests {
    use super::{commands, packages};

    #[test]
    fn knows_the_packages_of_debian_and_ubuntu_and_their_relatives() {
        assert_eq!(packages("NAME=x\nID=debian\n"), Some(["chromium", "chromium-driver"]));
        let ubuntu = Some(["chromium-browser", "chromium-chromedriver"]);
        assert_eq!(packages("ID=ubuntu\nID_LIKE=debian\n"), ubuntu);
        assert_eq!(packages("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), ubuntu);
        assert_eq!(packages("ID=fedora\n"), None);
        assert_eq!(packages(""), None);
    }

    #[test]
    fn asks_for_rights_only_without_them() {
        let [update, install] = commands(["a", "b"], false);
        assert_eq!(update.join(" "), "sudo apt-get update");
        assert_eq!(install.join(" "), "sudo apt-get install --yes a b");
        assert_eq!(commands(["a", "b"], true)[0].join(" "), "apt-get update");
    }
}
