//! The mistakes for which the guide quotes a message: each is made in a copy of the finished work, and the message must
//! be among what is then printed.
//!
//! A block holds mistakes parted by empty lines. `-` lines stand in the file one after the other, once; `+` lines come
//! in their place, or at the file's end; without either the whole file is gone. `!` is the message.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::guide::{Part, guide};
use crate::program::{copy, empty_folder, read, write, xtask};
use crate::walk::walk;

/// One mistake.
struct Mistake {
    right: String,
    wrong: String,
    message: String,
}

impl Mistake {
    fn parse(hunk: &str) -> Self {
        let lines = |sign: char| hunk.lines().filter_map(move |line| line.strip_prefix(sign));
        let text = |sign| lines(sign).flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect();
        Self { right: text('-'), wrong: text('+'), message: lines('!').map(str::trim).collect::<Vec<_>>().join(" ") }
    }

    fn make(&self, file: &Path) -> Result<()> {
        let Self { right, wrong, .. } = self;
        if right.is_empty() && wrong.is_empty() {
            return Ok(fs::remove_file(file)?);
        }
        let text = format!("\n{}", read(file)?);
        let found = text.matches(&format!("\n{right}")).count();
        ensure!(right.is_empty() || found == 1, "the right lines stand in {} {found} times", file.display());
        let text = match right.as_str() {
            "" => format!("{text}{wrong}"),
            right => text.replacen(&format!("\n{right}"), &format!("\n{wrong}"), 1),
        };
        write(file, &text[1..])
    }
}

#[test]
fn every_mistake_in_the_guide_is_told_in_the_words_that_it_quotes() -> Result<()> {
    let finished = walk("walk-mistakes")?;
    let (mut made, mut untold) = (0, Vec::new());
    for block in &guide()?.blocks {
        let Part::Mistakes(file, text) = &block.part else { continue };
        for hunk in block.content.split("\n\n") {
            if let Err(error) = told(&finished, file, text.as_deref(), &Mistake::parse(hunk)) {
                untold.push(format!("in the block in line {}:\n{hunk}\n{error}", block.line));
            }
            made += 1;
        }
    }
    assert!(made > 0, "the guide quotes no message");
    assert!(untold.is_empty(), "{} of {made} mistakes\n{}", untold.len(), untold.join("\n"));
    Ok(())
}

/// Makes a mistake in a copy and fails unless the message is printed.
fn told(finished: &Path, file: &str, text: Option<&str>, mistake: &Mistake) -> Result<()> {
    ensure!(!mistake.message.is_empty(), "no message is quoted");
    let folder = empty_folder("mistake")?;
    copy(finished, &folder)?;
    mistake.make(&folder.join(file))?;
    let line = match text {
        Some(text) => format!("locate --fill {file} --text {text}"),
        None => "audit --texts nine-tons-texts --collection nine-tons".to_owned(),
    };
    let arguments: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let outcome = xtask(&folder, &arguments)?;
    ensure!(!outcome.succeeded, "nobody minds:\n{}", outcome.printed);
    ensure!(outcome.printed.contains(&mistake.message), "but it says:\n{}", outcome.printed);
    Ok(())
}
