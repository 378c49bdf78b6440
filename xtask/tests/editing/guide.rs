//! The editors' guide as its tests read it: fenced blocks, each with the part it plays, and tables of fields.
//!
//! The part stands in the block's info string, which a reader does not see: the words before the block say the same,
//! and a test holds them to naming the file. Paths in it start in the folder that holds the project's.
//!
//! | Info | The block is |
//! |---|---|
//! | `file=F` | the file F |
//! | `append=F` | added to F after an empty line |
//! | `change=F` | lines, each written over the line of F that has the same first word |
//! | `holds=F` | what F holds at this point |
//! | `sh` | commands |
//! | `printed` | what the commands before it printed |
//! | `mistakes=F` | mistakes in F: see [`mistakes`](crate::mistakes) |

use std::sync::LazyLock;

use anyhow::{Context, Result, bail};

use crate::program::{read, root};

/// The guide.
pub(crate) fn guide() -> Result<&'static Guide> {
    static GUIDE: LazyLock<Result<Guide, String>> = LazyLock::new(|| {
        let text = read(&root().join("docs/editing.md")).map_err(|error| format!("{error:#}"))?;
        Guide::parse(&text).map_err(|error| format!("{error:#}"))
    });
    GUIDE.as_ref().map_err(|error| anyhow::anyhow!("{error}"))
}

/// What the tests need of the guide.
pub(crate) struct Guide {
    pub(crate) blocks: Vec<Block>,
    /// The headings with the first cell of each table row below them.
    pub(crate) sections: Vec<(String, Vec<String>)>,
}

/// A fenced block.
pub(crate) struct Block {
    /// The line of its fence, from 1.
    pub(crate) line: usize,
    pub(crate) part: Part,
    /// Its lines, each with its end.
    pub(crate) content: String,
    /// The paragraph before it.
    pub(crate) lead: String,
}

/// The part a block plays.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    File(String),
    Append(String),
    Change(String),
    Holds(String),
    Commands,
    Printed,
    /// The file, and the text to fill its drafts from if that is where the mistake shows.
    Mistakes(String, Option<String>),
}

impl Guide {
    fn parse(text: &str) -> Result<Self> {
        let mut guide = Self { blocks: Vec::new(), sections: vec![(String::new(), Vec::new())] };
        let mut lines = (1..).zip(text.lines());
        let (mut lead, mut is_over) = (String::new(), false);
        while let Some((number, line)) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                let part = part(info).with_context(|| format!("the block in line {number}"))?;
                let content = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
                let content = content.flat_map(|line| [line, "\n"]).collect();
                guide.blocks.push(Block { line: number, part, content, lead: lead.clone() });
                continue;
            }
            if line.is_empty() {
                is_over = true;
                continue;
            }
            if std::mem::take(&mut is_over) {
                lead.clear();
            }
            lead.push_str(line);
            lead.push('\n');
            if line.starts_with('#') {
                guide.sections.push((line.trim_start_matches(['#', ' ']).to_owned(), Vec::new()));
            }
            let cell = line.strip_prefix("| `").and_then(|rest| rest.split_once('`'));
            if let (Some((cell, _)), Some((_, cells))) = (cell, guide.sections.last_mut()) {
                cells.push(cell.to_owned());
            }
        }
        Ok(guide)
    }
}

fn part(info: &str) -> Result<Part> {
    let mut words = info.split(' ');
    let language = words.next().unwrap_or_default();
    let role = words.next();
    let more = words.next();
    let part = match role.map(|role| role.split_once('=').unwrap_or((role, ""))) {
        Some(("file", file)) => Part::File(file.to_owned()),
        Some(("append", file)) => Part::Append(file.to_owned()),
        Some(("change", file)) => Part::Change(file.to_owned()),
        Some(("holds", file)) => Part::Holds(file.to_owned()),
        Some(("mistakes", file)) => {
            let text = more.map(|more| more.strip_prefix("fill=").context("only `fill=` comes after `mistakes=`"));
            return Ok(Part::Mistakes(file.to_owned(), text.transpose()?.map(str::to_owned)));
        }
        Some(("printed", "")) => Part::Printed,
        None if language == "sh" => Part::Commands,
        _ => bail!("`{info}` says no part that a test can play; say one, or use no block"),
    };
    if more.is_some() {
        bail!("`{info}` says more than one part");
    }
    Ok(part)
}

#[test]
fn every_block_that_touches_a_file_names_it_in_the_words_before_it() -> Result<()> {
    for block in &guide()?.blocks {
        if let Part::File(file) | Part::Append(file) | Part::Change(file) | Part::Holds(file) = &block.part {
            let name = file.split_once('/').map_or(file.as_str(), |(_, name)| name);
            let lead = &block.lead;
            assert!(lead.contains(&format!("`{name}`")), "`{name}`, block in line {}, after: {lead}", block.line);
        }
    }
    Ok(())
}

#[test]
fn a_block_that_plays_no_part_is_refused() {
    assert!(Guide::parse("```toml\nid = 1\n```\n").is_err());
    assert!(Guide::parse("```toml file=a append=b\n```\n").is_err());
}
