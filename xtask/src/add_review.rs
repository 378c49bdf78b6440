//! `add-review`: starts the file of a new review, so that nobody has to count words, paragraphs or reviews.
//!
//! What it makes is a whole file that the check accepts, with the review saying nothing yet. It works while other
//! files of the collection are broken, and it leaves the text where it is.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;
use liner_notes_record::text::Text;
use toml_edit::{DocumentMut, value};

use crate::heads::{self, Head};
use crate::locate::measure;
use crate::workspace::Workspace;

/// The colours of the reviews by their numbers, in a word; `assets/styles/tokens.css` has them. The views are drawn for as many
/// reviews as there are colours.
const COLOURS: [&str; 8] = ["red", "teal", "ochre", "plum", "blue", "olive", "pink", "slate"];

/// A review that says nothing yet. Its id, its label and the measures of its text are entered by name.
const SKELETON: &str = r#"id = ""
number = 0
label = ""
# publisher = ""
# title = ""
# author = ""
# date = ""
# address = "https://"
# rating = "4/5"
# note = ""
spoilers = "unmarked"
spoiler-note = "Not looked at yet."

# The entries go below this line, in any order; docs/editing.md shows every field. Draft a place as
# "5: words as in the text", the number being the paragraph's: `cargo xtask locate --fill` makes it a locator.
#
# [[claim]]     an answer to a topic: topic, value, text, at
# [[telling]]   a moment that it tells: moment, text, at
# [[spelling]]  a form of a name: of, text; its places are found by themselves
# [[mention]]   another title that it names: work, title, why, at
# [[slip]]      a mistake that it makes: id, text, at
"#;

/// What to add where.
pub(crate) struct Options {
    text: PathBuf,
    id: Option<String>,
    label: Option<String>,
    collection: PathBuf,
}

impl Options {
    /// Reads what follows `add-review`.
    pub(crate) fn read(workspace: &Workspace, mut arguments: lexopt::Parser) -> Result<Self> {
        let mut collection = workspace.own_collection();
        let (mut text, mut id, mut label) = (None, None, None);
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("collection") => collection = arguments.value()?.into(),
                Long("id") => id = Some(arguments.value()?.string()?),
                Long("label") => label = Some(arguments.value()?.string()?),
                Value(file) if text.is_none() => text = Some(PathBuf::from(file)),
                other => return Err(other.unexpected().into()),
            }
        }
        let text = text.context("`add-review` needs the file with the review's text")?;
        Ok(Self { text, id, label, collection })
    }
}

/// Makes the review's file and says what to do with it.
///
/// # Errors
/// When the text cannot be read or holds nothing, when it or the id is in the collection already, when the collection
/// is full, and when the file cannot be written.
pub(crate) fn run(options: &Options) -> Result<()> {
    let text = read_text(&options.text)?;
    let collection = &options.collection;
    ensure!(
        collection.join("work.toml").is_file(),
        "{} is no collection, as it has no work.toml; write that first, or name another folder with --collection",
        collection.display()
    );
    let id = match &options.id {
        Some(id) => id.clone(),
        None => id_of(&options.text)?,
    };
    ensure!(is_slug(&id), "`{id}` is not an id; give one of a-z, 0-9 and - with --id");
    let reviews = collection.join("reviews");
    fs::create_dir_all(&reviews).with_context(|| format!("making the folder {}", reviews.display()))?;
    let place = place(&heads(collection)?, &id, &text.sha256())?;
    let label = options.label.clone().unwrap_or_else(|| label_of(&id));
    let file = reviews.join(format!("{}-{id}.toml", place.number));
    write_new(&file, &skeleton(&id, place.number, &label, &text)?)?;
    print!("{}", report(&file, &options.text, &label, &place, &text));
    Ok(())
}

/// Where a review stands in its collection.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    number: i64,
    colour: &'static str,
}

/// Reads the text, which has to be one.
fn read_text(file: &Path) -> Result<Text> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    // A NUL is UTF-8, but stands in no text: it is what UTF-16 makes of plain letters.
    let raw = String::from_utf8(bytes).ok().filter(|raw| !raw.contains('\0'));
    let raw = raw.with_context(|| {
        format!("{} is not text in UTF-8; save the review as plain text in UTF-8, with no layout", file.display())
    })?;
    let text = Text::new(&raw);
    ensure!(text.words() > 0, "{} holds no words; put the review's text into it", file.display());
    Ok(text)
}

/// The heads of all reviews. Here each must be read: a review whose number, id or text is not known may have those of
/// the new one.
fn heads(collection: &Path) -> Result<Vec<Head>> {
    let whole = |head: Head| {
        ensure!(head.id.is_some() && head.number.is_some(), "{} has no `id` or no `number`", head.file.display());
        Ok(head)
    };
    let heads: Result<Vec<Head>> = heads::of_collection(collection)?.into_iter().map(|head| whole(head?)).collect();
    heads.context("without the heads of all reviews the new one's number is not known; mend this one first")
}

/// The place of a new review beside those that there are: the lowest free number, which is the next one unless there is
/// a gap.
fn place(heads: &[Head], id: &str, sha256: &str) -> Result<Place> {
    let named = |head: &Head| {
        let id = head.id.as_deref().unwrap_or("a review without an id");
        format!("`{id}` in {}", head.file.display())
    };
    let same = |head: &&Head| head.sha256.as_deref().is_some_and(|other| other.eq_ignore_ascii_case(sha256));
    if let Some(head) = heads.iter().find(same) {
        bail!("this text is in the collection already: it is that of {}", named(head));
    }
    if let Some(head) = heads.iter().find(|head| head.id.as_deref() == Some(id)) {
        bail!("the id is taken by {}; give this review another one with --id", named(head));
    }
    let most = COLOURS.len();
    let is_free = |number: &i64| heads.iter().all(|head| head.number != Some(*number));
    let free = (1..).zip(COLOURS).find(|(number, _)| is_free(number)).filter(|_| heads.len() < most);
    let (number, colour) = free.with_context(|| {
        format!(
            "the collection has {most} reviews, and the views hold no more; take one out, or begin another collection"
        )
    })?;
    Ok(Place { number, colour })
}

/// The id that the file's name makes. A number in front, as in `2-footlight.txt`, is not part of it.
fn id_of(file: &Path) -> Result<String> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = match stem.split_once('-') {
        Some((number, rest)) if !rest.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ => &stem,
    };
    let refuse = || format!("the name `{stem}` makes no id, which is of a-z, 0-9 and -; give one with --id");
    // To leave out such a letter would misspell the name.
    let is_plain = name.chars().all(|letter| letter.is_ascii() || !letter.is_alphanumeric());
    let words: Vec<String> = name
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    (is_plain && !words.is_empty()).then(|| words.join("-")).with_context(refuse)
}

/// Whether the check would take it for an id.
fn is_slug(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The words of an id as a name: `hearsay-weekly` is "Hearsay Weekly".
fn label_of(id: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    id.split('-').filter(|word| !word.is_empty()).map(capital).collect::<Vec<_>>().join(" ")
}

fn skeleton(id: &str, number: i64, label: &str, text: &Text) -> Result<String> {
    let mut document: DocumentMut = SKELETON.parse().context("the skeleton of a review")?;
    document["id"] = value(id);
    document["number"] = value(number);
    document["label"] = value(label);
    measure(&mut document, text);
    Ok(document.to_string())
}

/// Writes a file where none is.
fn write_new(file: &Path, content: &str) -> Result<()> {
    let mut made = File::create_new(file).with_context(|| format!("cannot make {}", file.display()))?;
    made.write_all(content.as_bytes()).with_context(|| format!("cannot write {}", file.display()))
}

/// What was made, and what to do next.
fn report(file: &Path, text_file: &Path, label: &str, place: &Place, text: &Text) -> String {
    let (paragraphs, words) = (text.paragraphs().len(), text.words());
    let Place { number, colour } = place;
    format!(
        "made {made}
“{label}” is review {number}, which is {colour} on the screen; {paragraphs}, {words}

next: write its spoilers, its spoiler-note and whatever is known of it,
then its entries, and make locators of their places:
    cargo xtask locate --fill {file} --text {text}
",
        made = file.display(),
        paragraphs = counted(paragraphs, "paragraph"),
        words = counted(words, "word"),
        file = quoted(file),
        text = quoted(text_file),
    )
}

fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// A path as a command line takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}
