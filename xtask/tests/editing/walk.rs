//! Following the guide word for word: its files are written, its commands run, what it says is printed is compared.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::guide::{Block, Part, guide};
use crate::program::{empty_folder, files_below, read, root, write, xtask};

/// The commands that are run. They take all their folders from the command line.
const RUN: [&str; 4] = ["add-review", "locate", "audit", "data"];

/// The commands that are not: they need a browser's tools, and other tests run them.
const PASSED_OVER: [&str; 3] = ["serve", "dist", "test"];

/// The folder of the project in the walk, which stays empty: every path leads out of it.
const PROJECT: &str = "liner-notes";

/// Walks to the end of the guide in a folder of that name, and says which.
pub(crate) fn walk(name: &str) -> Result<PathBuf> {
    let folder = empty_folder(name)?;
    let mut printed = String::new();
    for block in &guide()?.blocks {
        step(&folder, block, &mut printed).with_context(|| format!("the guide's block in line {}", block.line))?;
    }
    Ok(folder)
}

/// Does what a block says.
fn step(folder: &Path, block: &Block, printed: &mut String) -> Result<()> {
    let content = &block.content;
    match &block.part {
        Part::File(file) => write(&folder.join(file), content),
        Part::Append(file) => {
            let file = folder.join(file);
            write(&file, &format!("{}\n{content}", read(&file)?))
        }
        Part::Change(file) => {
            let file = folder.join(file);
            write(&file, &changed(&read(&file)?, content)?)
        }
        Part::Holds(file) => same(content, &read(&folder.join(file))?),
        Part::Commands => {
            printed.clear();
            content.lines().try_for_each(|line| run(folder, line, printed))
        }
        Part::Printed => same(content, printed),
        // Those are made by themselves, each in a copy of the finished work.
        Part::Mistakes(..) => Ok(()),
    }
}

/// The text with each line of `lines` in place of the one with the same first word, which may be a comment.
fn changed(text: &str, lines: &str) -> Result<String> {
    let mut changed: Vec<&str> = text.lines().collect();
    for line in lines.lines() {
        let (word, _) = line.split_once(" = ").with_context(|| format!("`{line}` sets nothing"))?;
        let is_set = |other: &&str| {
            let other = other.strip_prefix("# ").unwrap_or(other);
            other.split_once(" = ").is_some_and(|(other, _)| other == word)
        };
        let places: Vec<usize> = (0..changed.len()).filter(|place| is_set(&changed[*place])).collect();
        ensure!(places.len() == 1, "{} lines set `{word}`", places.len());
        changed[places[0]] = line;
    }
    Ok(changed.into_iter().flat_map(|line| [line, "\n"]).collect())
}

/// Runs a command line such as `NAME=value cargo xtask audit --texts "some folder"`.
fn run(folder: &Path, line: &str, printed: &mut String) -> Result<()> {
    let words = words(line)?;
    let mut words = words.iter().skip_while(|word| word.contains('='));
    let starts = words.next().is_some_and(|word| word == "cargo") && words.next().is_some_and(|word| word == "xtask");
    ensure!(starts, "`{line}` is no `cargo xtask`");
    let arguments: Vec<String> = words.cloned().collect();
    let command = arguments.first().map(String::as_str).unwrap_or_default();
    if PASSED_OVER.contains(&command) {
        return Ok(());
    }
    ensure!(RUN.contains(&command), "`{command}` is no command that this test knows how to run");
    let project = folder.join(PROJECT);
    std::fs::create_dir_all(&project)?;
    let outcome = xtask(&project, &arguments)?;
    ensure!(outcome.succeeded, "`{line}` failed:\n{}", outcome.printed);
    printed.push_str(&outcome.printed);
    Ok(())
}

/// The words of a command line; quotes hold several together.
fn words(line: &str) -> Result<Vec<String>> {
    let mut words = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    ensure!(line.matches('"').count().is_multiple_of(2), "a quote in `{line}` is not closed");
    Ok(words)
}

/// Fails with the first line in which what the guide says is not what there is.
fn same(said: &str, is: &str) -> Result<()> {
    let (mut said, mut is) = (said.lines(), is.lines());
    for number in 1.. {
        match (said.next(), is.next()) {
            (None, None) => break,
            (said, is) if said == is => {}
            (said, is) => bail!("line {number} should be\n    {}\nbut is\n    {}", shown(said), shown(is)),
        }
    }
    Ok(())
}

fn shown(line: Option<&str>) -> &str {
    line.unwrap_or("(nothing: it ends before)")
}

#[test]
fn whoever_follows_the_guide_ends_with_the_collection_made_for_tests() -> Result<()> {
    let folder = walk("walk")?;
    let kept = root().join("tests/collections/guide");
    let mut made = Vec::new();
    for (below, from) in [("", "nine-tons"), ("texts", "nine-tons-texts")] {
        for file in files_below(&folder.join(from))? {
            made.push((Path::new(below).join(&file), folder.join(from).join(&file)));
        }
    }
    made.sort();
    let names: Vec<PathBuf> = made.iter().map(|(name, _)| name.clone()).collect();
    let remedy = format!("copy what the walk made in {}, or mend the guide", folder.display());
    assert_eq!(names, files_below(&kept)?, "{remedy}");
    for (name, file) in made {
        same(&read(&kept.join(&name))?, &read(&file)?).with_context(|| format!("{}: {remedy}", name.display()))?;
    }
    Ok(())
}

#[test]
fn the_walk_ends_with_the_record_as_data() -> Result<()> {
    let files = files_below(&walk("walk-data")?.join("nine-tons-data"))?;
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    assert!(names.contains(&"nine-tons.json".to_owned()) && names.contains(&"nine-tons.csv".to_owned()), "{names:?}");
    Ok(())
}

#[test]
fn a_line_is_written_over_the_one_with_the_same_first_word_be_it_a_comment() -> Result<()> {
    let text = "id = \"a\"\n# title = \"\"\ntitles = 1\n";
    assert_eq!(changed(text, "title = \"A\"\n")?, "id = \"a\"\ntitle = \"A\"\ntitles = 1\n");
    assert!(changed(text, "label = \"A\"\n").is_err());
    Ok(())
}
