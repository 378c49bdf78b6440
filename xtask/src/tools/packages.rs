//! What the system's package manager installs, where it is known how.

use std::env;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::process::Command;

use anyhow::{Context, Error, Result, bail};
use liner_notes_browser::programs;

use crate::program;

/// Packages by the names that each family of systems has for them.
pub(super) struct Packages {
    pub(super) debian: &'static [&'static str],
    pub(super) ubuntu: &'static [&'static str],
}

impl Packages {
    /// Offers to install what is `missing`, and gives it back where it is not known how, or where `variables` already
    /// say what to use.
    pub(super) fn install(&self, missing: Error, variables: &[&str]) -> Result<()> {
        if variables.iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty())) {
            return Err(missing.context(format!("{} say what to use, and it will not do", variables.join(" and "))));
        }
        let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
        let Some(packages) = self.on(&release) else {
            return Err(missing);
        };
        let commands = commands(packages, programs::as_root());
        println!("{missing:#}\nThese commands install what the tests need:\n");
        for command in &commands {
            println!("    {}", command.join(" "));
        }
        if !agreed()? {
            bail!("nothing was installed; run the commands above to install it");
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
        Ok(())
    }

    /// Their names on the system that `release` describes, where that is one with `apt-get`.
    fn on(&self, release: &str) -> Option<&'static [&'static str]> {
        let families: Vec<&str> = release
            .lines()
            .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")))
            .flat_map(|value| value.trim_matches('"').split_whitespace())
            .collect();
        if families.contains(&"ubuntu") {
            Some(self.ubuntu)
        } else if families.contains(&"debian") {
            Some(self.debian)
        } else {
            None
        }
    }
}

/// The commands that install `packages`.
fn commands(packages: &[&'static str], as_root: bool) -> [Vec<&'static str>; 2] {
    let mut commands = [vec!["apt-get", "update"], [&["apt-get", "install", "--yes"], packages].concat()];
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
    use super::{Packages, commands};

    #[test]
    fn knows_the_packages_of_debian_and_ubuntu_and_their_relatives() {
        let packages = Packages { debian: &["chromium"], ubuntu: &["chromium-browser"] };
        assert_eq!(packages.on("NAME=x\nID=debian\n"), Some(packages.debian));
        assert_eq!(packages.on("ID=ubuntu\nID_LIKE=debian\n"), Some(packages.ubuntu));
        assert_eq!(packages.on("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Some(packages.ubuntu));
        assert_eq!(packages.on("ID=fedora\n"), None);
        assert_eq!(packages.on(""), None);
    }

    #[test]
    fn asks_for_rights_only_without_them() {
        let [update, install] = commands(&["a", "b"], false);
        assert_eq!(update.join(" "), "sudo apt-get update");
        assert_eq!(install.join(" "), "sudo apt-get install --yes a b");
        assert_eq!(commands(&["a", "b"], true)[0].join(" "), "apt-get update");
    }
}
