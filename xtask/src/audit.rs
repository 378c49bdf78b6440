//! `audit`: holds the record against the texts it was taken from and prints what stands, what has moved, what is lost.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;
use liner_notes_record::audit::{Against, Audit, audit};
use liner_notes_record::locator::Found;
use liner_notes_record::source;
use liner_notes_record::text::Text;

use crate::workspace::Workspace;

/// What to audit.
pub(crate) struct Options {
    collection: PathBuf,
    texts: PathBuf,
}

impl Options {
    /// Reads what follows `audit`.
    pub(crate) fn read(workspace: &Workspace, mut arguments: lexopt::Parser) -> Result<Self> {
        let mut collection = workspace.own_collection();
        let mut texts = None;
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => collection = arguments.value()?.into(),
                Long("texts") => texts = Some(PathBuf::from(arguments.value()?)),
                other => return Err(other.unexpected().into()),
            }
        }
        let texts = texts.context("`audit` needs --texts, the folder with the reviews' texts")?;
        Ok(Self { collection, texts })
    }
}

/// Holds the record against the texts; succeeds when everything is as the record says.
///
/// # Errors
/// When the record is refused or the folder cannot be read.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let record = source::read(&options.collection)?;
    let files = text_files(&options.texts)?;
    let texts: Vec<Text> = files.iter().map(|(_, text)| text.clone()).collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let result = audit(&record, &texts);
    print!("{}", report(&result, &names));
    Ok(if result.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The files of a folder that hold text, by name.
fn text_files(folder: &Path) -> Result<Vec<(String, Text)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        // A folder, or a file that is no text, is none of those that are looked for.
        if let Ok(raw) = fs::read_to_string(&path) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, Text::new(&raw)));
        }
    }
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    ensure!(!files.is_empty(), "{} holds no text; name the folder with the reviews' texts", folder.display());
    Ok(files)
}

/// The result in words, ending with one line that sums it up.
fn report(audit: &Audit, names: &[&str]) -> String {
    let mut lines = String::new();
    let mut line = |text: String| {
        lines.push_str(&text);
        lines.push('\n');
    };
    for audited in &audit.reviews {
        match &audited.against {
            None => line(format!("{}: missing, no file is its text; nothing of it was checked", audited.review)),
            Some(against) => {
                let name = names.get(against.text).copied().unwrap_or_default();
                line(format!("{}: {}", audited.review, in_short(against, name)));
                for detail in details(against) {
                    line(format!("    {detail}"));
                }
            }
        }
    }
    for stranger in &audit.strangers {
        line(format!("{}: belongs to no review of this record", names.get(*stranger).copied().unwrap_or_default()));
    }
    line(sum(audit));
    lines
}

fn in_short(against: &Against, name: &str) -> String {
    let total = against.in_place + against.astray.len();
    let mut words = format!("{} of {total} places in place", against.in_place);
    if against.moved() > 0 {
        let _ = write!(words, ", {} moved", against.moved());
    }
    if against.lost() > 0 {
        let _ = write!(words, ", {} lost", against.lost());
    }
    let right = against.spellings - against.miscounted.len();
    let _ = write!(words, "; {right} of {} spellings counted right", against.spellings);
    if !against.is_same {
        let _ = write!(words, "; {name} is not the text that was read, but at least half of its passages stand in it");
    }
    words
}

fn details(against: &Against) -> Vec<String> {
    let mut details = against.measures.clone();
    for astray in &against.astray {
        let place = &astray.locator;
        let from = format!("¶{} {}+{}", place.paragraph, place.start, place.length);
        details.push(match astray.found {
            Found::Moved { paragraph, start } => {
                format!("moved  {}  {from} is at ¶{paragraph} {start}+{}", astray.entry, place.length)
            }
            Found::InPlace | Found::Lost => format!("lost   {}  {from}", astray.entry),
        });
    }
    for miscount in &against.miscounted {
        let (text, listed, counted) = (&miscount.text, miscount.listed, miscount.counted);
        details.push(format!("count  spelling {text}: {listed} listed, {counted} in the text"));
    }
    if !against.untouched.is_empty() {
        let paragraphs: Vec<String> = against.untouched.iter().map(|number| format!("¶{number}")).collect();
        details.push(format!("nothing was taken from {}", paragraphs.join(", ")));
    }
    details
}

fn sum(audit: &Audit) -> String {
    let found: Vec<&Against> = audit.reviews.iter().filter_map(|audited| audited.against.as_ref()).collect();
    let total = |of: fn(&Against) -> usize| found.iter().map(|against| of(against)).sum::<usize>();
    let (in_place, moved, lost) = (total(|one| one.in_place), total(Against::moved), total(Against::lost));
    let miscounted = total(|one| one.miscounted.len());
    let texts = format!("{} of {} texts", found.len(), audit.reviews.len());
    if audit.is_clean() {
        return format!("{texts}: every one of {in_place} places in place, every count right");
    }
    let count = |number: usize, what: &str| (number > 0).then(|| format!("{number} {what}"));
    let wrong = [
        count(audit.reviews.len() - found.len(), "missing"),
        count(found.iter().filter(|one| !one.is_same).count(), "not as it was read"),
        count(total(|one| one.measures.len()), "figures of a text wrong"),
        count(moved, "places moved"),
        count(lost, "places lost"),
        count(miscounted, "spellings counted wrong"),
    ];
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    format!("{texts}: {in_place} places in place; not right: {}", wrong.join(", "))
}

#[cfg(test)]
mod tests {
    use liner_notes_record::audit::{Against, Astray, Audit, Audited, Miscount};
    use liner_notes_record::locator::Found;
    use liner_notes_record::model::ReviewId;

    use super::report;

    fn clean() -> Against {
        let (in_place, spellings) = (7, 2);
        let none = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (measures, astray, miscounted, untouched) = none;
        Against { text: 0, is_same: true, measures, in_place, astray, spellings, miscounted, untouched }
    }

    fn of(against: Option<Against>) -> Audit {
        Audit { reviews: vec![Audited { review: ReviewId::new("gazette"), against }], strangers: vec![1] }
    }

    #[test]
    fn a_clean_audit_ends_by_saying_so() {
        let text = report(&of(Some(clean())), &["a.txt", "b.txt"]);
        assert!(text.contains("gazette: 7 of 7 places in place; 2 of 2 spellings counted right\n"), "{text}");
        assert!(text.contains("b.txt: belongs to no review"), "{text}");
        assert!(text.ends_with("1 of 1 texts: every one of 7 places in place, every count right\n"), "{text}");
    }

    #[test]
    fn what_has_moved_or_is_lost_or_miscounted_is_named_with_its_place() -> Result<(), String> {
        let astray = |entry: &str, place: &str, found| -> Result<Astray, String> {
            Ok(Astray { entry: entry.into(), locator: format!("{place} 0000000000 0000000000").parse()?, found })
        };
        let moved = Found::Moved { paragraph: 2, start: 9 };
        let against = Against {
            is_same: false,
            astray: vec![
                astray("claim gazette/year", "¶1 4+5", moved)?,
                astray("telling m-001", "¶3 0+8", Found::Lost)?,
            ],
            miscounted: vec![Miscount { text: "Ada".into(), listed: 3, counted: 4 }],
            untouched: vec![4, 5],
            ..clean()
        };
        let text = report(&of(Some(against)), &["a.txt", "b.txt"]);
        for line in [
            "moved  claim gazette/year  ¶1 4+5 is at ¶2 9+5",
            "lost   telling m-001  ¶3 0+8",
            "count  spelling Ada: 3 listed, 4 in the text",
            "nothing was taken from ¶4, ¶5",
            "a.txt is not the text that was read",
            "7 places in place; not right: 1 not as it was read, 1 places moved, 1 places lost, 1 spellings counted wrong",
        ] {
            assert!(text.contains(line), "`{line}` is not in:\n{text}");
        }
        Ok(())
    }

    #[test]
    fn a_missing_text_is_told_and_what_that_means() {
        let text = report(&of(None), &["a.txt", "b.txt"]);
        assert!(text.contains("gazette: missing, no file is its text; nothing of it was checked"), "{text}");
        assert!(text.ends_with("0 of 1 texts: 0 places in place; not right: 1 missing\n"), "{text}");
    }
}
