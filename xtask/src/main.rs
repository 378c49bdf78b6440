//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Each command is one module that reads its own options and does its own work; this file only
//! picks the module.

mod add_review;
mod assemble;
mod audit;
mod bench;
mod carried;
mod data;
mod dist;
mod fuzz;
mod heads;
mod licences;
mod locate;
mod nearest;
mod one_file;
mod program;
mod public_url;
mod serve;
mod shots;
mod size;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Arg;

use crate::workspace::Workspace;

/// What `cargo xtask` prints when it is asked for nothing.
const USAGE: &str = "\
The project's own commands. What they need and do not find, they set up first.

cargo xtask serve [--port N] [--open] [--texts DIR]
    Builds the site and serves it on this machine, rebuilding when a file changes.

cargo xtask dist [--collection DIR] [--out DIR] [--public-url URL] [--texts DIR]
    Makes the folder to publish, in target/site/own unless --out says otherwise, from the
    project's own collection unless --collection says otherwise: every page drawn beforehand,
    the whole app as one file, `liner-notes.html`, and everyone's `licences.txt`. --public-url
    is the path below which it will be published, `/` unless given; a full address also tells
    the pages their canonical names. Prints the app's sizes, and fails when they are over the
    limit. With --texts, here and for `serve`, the build carries those files of DIR that are texts
    of the collection's reviews, and says which; without it, none. To publish such a build one
    needs the rights to the texts.

cargo xtask test [--only STEP] [--engines ENGINES]
    Runs every check the project has, or one step of it, and counts what passed. The site is looked
    at with Chromium unless --engines names others of chromium, firefox and webkit, with a comma
    between them, or all.

cargo xtask bench [--only FAMILY] [--repetitions N]
    Builds the site and measures everything that the project promises in figures (docs/bench.md),
    each 15 times unless told otherwise, into target/bench. Fails when a figure is not as promised.
    The families are weight, paint, shift, hydration, clicks, offline, one-file and lighthouse.

cargo xtask fuzz [TARGET] [--runs N]
    Tries what must hold of everything that reads input from outside on what a fuzzer makes up, a
    million times each unless told otherwise, and takes down in docs/fuzz.toml how often. Wants a
    nightly compiler.

cargo xtask add-review FILE [--id ID] [--label LABEL] [--collection DIR]
    Starts a review's file in the collection, from the file with the review's text: its number,
    its id (made of the file's name unless given), the text's measures. The text is not copied.

cargo xtask audit --texts DIR [--collection DIR]
    Holds every locator and every spelling's count against the texts, which are found in DIR by
    their SHA-256, whatever their files are called. Fails when anything is not as the record says.

cargo xtask data --out DIR [--collection DIR]
    Writes the record as JSON, its JSON Schema, and the claims as CSV. Every build does it.

cargo xtask locate REVIEW WORDS --texts DIR [--paragraph N] [--collection DIR]
    Prints the entry for the words' place in a review, to paste into its file. The text is found
    in DIR by its SHA-256, whatever its file is called.

cargo xtask locate --fill FILE --text TEXT
    Turns the draft places of a review's file (`5: words`) into entries, lists the places of
    every spelling, and enters the text's measures where they are missing.

cargo xtask shots [--out DIR] [--view NAME]
    Photographs every view (or one) at every width, theme and dial stop, into target/shots
    unless --out says otherwise, with a contact sheet.
";

/// The names of the commands, for the nearest one to a name that is none of them.
const COMMANDS: [&str; 10] =
    ["serve", "dist", "test", "bench", "fuzz", "add-review", "audit", "data", "locate", "shots"];

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the command line names.
fn command() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let name = match arguments.next()? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => {
            print!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(Arg::Value(name)) => name.to_string_lossy().into_owned(),
        Some(option) => bail!("{}; a command comes first, and `cargo xtask` alone lists them", option.unexpected()),
    };
    let workspace = Workspace::find()?;
    match name.as_str() {
        "serve" => serve::run(&workspace, &serve::Options::read(arguments)?)?,
        "dist" => dist::run(&workspace, &dist::Options::read(arguments)?)?,
        "assemble" => assemble::run(&workspace, &assemble::Build::read(&workspace, arguments)?)?,
        "test" => return test::run(&workspace, &test::Options::read(arguments)?),
        "bench" => bench::run(&workspace, &bench::Options::read(arguments)?)?,
        "fuzz" => fuzz::run(&workspace, &fuzz::Options::read(arguments)?)?,
        "add-review" => add_review::run(&add_review::Options::read(&workspace, arguments)?)?,
        "audit" => return audit::run(&audit::Options::read(&workspace, arguments)?),
        "data" => data::run(&data::Options::read(&workspace, arguments)?)?,
        "locate" => locate::run(&locate::Request::read(&workspace, arguments)?)?,
        "shots" => shots::run(&workspace, &shots::Options::read(arguments)?)?,
        unknown => bail!(
            "there is no command `{unknown}`; the nearest is `{}`, and `cargo xtask` alone lists \
             them all",
            nearest::nearest(unknown, &COMMANDS)
        ),
    }
    Ok(ExitCode::SUCCESS)
}
