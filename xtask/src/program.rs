//! Runs other programs, showing what is run and saying what to do when it fails.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Shows `command`, runs it with its output going straight through, and waits for it.
///
/// `remedy` is what to do when it fails, as a sentence.
pub(crate) fn run(command: &mut Command, remedy: &str) -> Result<()> {
    println!("$ {}", line(command));
    let status = command.status().with_context(|| format!("`{}` could not be started. {remedy}", line(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}. {remedy}", line(command));
    }
    Ok(())
}

/// The program and its arguments as one would type them.
pub(crate) fn line(command: &Command) -> String {
    let mut line = name(command);
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// The program's name without the folder it is in.
fn name(command: &Command) -> String {
    let program = command.get_program();
    std::path::Path::new(program).file_name().unwrap_or(program).to_string_lossy().into_owned()
}

/// What `program --version` prints, or nothing when it cannot be run.
pub(crate) fn version(command: &mut Command) -> Option<String> {
    let output = command.arg("--version").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{line, run, version};

    #[test]
    fn shows_the_program_without_its_folder() {
        let mut command = Command::new("/some/where/trunk");
        command.args(["build", "--release"]);
        assert_eq!(line(&command), "trunk build --release");
    }

    #[test]
    fn a_program_that_is_missing_is_an_error_with_the_remedy() {
        let ran = run(&mut Command::new("no-such-program-here"), "Install it.");
        assert!(ran.is_err_and(|error| format!("{error:#}").contains("Install it.")));
        assert_eq!(version(&mut Command::new("no-such-program-here")), None);
    }
}
