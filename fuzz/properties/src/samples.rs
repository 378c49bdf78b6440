//! The records and texts that input is held against: the invented collections, whose words are ours, and a small story
//! that can be told up to any stop of the dial.

use std::fs;
use std::path::{Path, PathBuf};

use liner_notes_desk::Desk;
use liner_notes_record::model::Locator;
use liner_notes_record::source::{Folder, check, read};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, carried, packed, proofs};

/// The words that stand in the story only above a stop of the dial, in small letters, with the stop that shows them.
pub const SENTINELS: [(&str, Dial); 4] =
    [("odille", Dial::Middle), ("ladder", Dial::Middle), ("harrow", Dial::All), ("ferry", Dial::All)];

/// The text of the story's first review, short so that it is read in no time.
pub const TEXT: &str = "The lamp on the pier is lit at dusk — “Ada Lund” sees to it.\n\n\
     Odille Senn climbs the ladder, says the harbour master.\n\nSun-woo Harrow takes the ferry in the end.\n";

/// What is taken from each paragraph of it, one for each level.
const PASSAGES: [&str; 3] = ["lamp on the pier", "climbs the ladder", "takes the ferry"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/collections").join(name)
}

/// An invented collection.
#[must_use]
pub fn invented(name: &str) -> Record {
    read(&folder(name)).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The texts of its reviews, by the names of their files.
#[must_use]
pub fn texts(name: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder(name).join("texts")).unwrap().map(|entry| entry.unwrap().path());
    let text =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap());
    let mut texts: Vec<(String, String)> = entries.map(text).collect();
    texts.sort();
    texts
}

/// A desk with a record on it, and no texts.
#[must_use]
pub fn desk(record: &Record) -> Desk {
    Desk::open(&packed::pack(record).unwrap(), &proofs::pack(record), &carried::pack([])).unwrap()
}

const LEVELS: [&str; 3] = ["premise", "middle", "ending"];

const WORK: &str = "id = \"the-pier\"\ntitle = \"The Pier\"\nsleeve = \"at dusk\"\n\
     [edition]\nversion = \"1.0\"\ndate = \"2026-01-31\"\nlicence = \"CC0-1.0\"\n[premise]\ntext = \"A lamp is lit.\"\n";

/// The files of a small story with nothing in them above a stop of the dial. Everything has a word of its own in it.
#[must_use]
pub fn story(dial: Dial) -> Vec<(String, String)> {
    let text = Text::new(TEXT);
    let lengths: Vec<String> = text.paragraphs().iter().map(|one| one.len().to_string()).collect();
    let mut topics = "[[group]]\nid = \"all\"\nname = \"All\"\n".to_owned();
    let mut people = String::new();
    let mut moments = "[[phase]]\nid = \"one\"\nname = \"One\"\n".to_owned();
    let measures = [(text.sha256(), lengths.join(", ")), ("0".repeat(64), "100, 100, 100".to_owned())];
    let review = |(number, (hash, lengths)): (usize, (String, String))| {
        format!(
            "id = \"r{number}\"\nnumber = {number}\nlabel = \"Review {number}\"\nspoilers = \"unmarked\"\n\
             spoiler-note = \"None.\"\nwords = {}\nsha256 = \"{hash}\"\nparagraphs = [{lengths}]\n",
            text.words()
        )
    };
    let mut reviews: Vec<String> = (1..).zip(measures).map(review).collect();
    let names = [["Ada Lund", "lamp"], ["Odille Senn", "ladder"], ["Sun-woo Harrow", "ferry"]];
    let levels = LEVELS.into_iter().take(dial as usize + 1);
    for (n, (level, [who, what])) in levels.zip(names).enumerate() {
        people += &format!("[[character]]\nid = \"c-{n}\"\nname = \"{who}\"\nlevel = \"{level}\"\n");
        topics += &format!(
            "[[topic]]\nid = \"t-{n}\"\ngroup = \"all\"\ntitle = \"The {what}\"\nquestion = \"How is the {what}?\"\n\
             level = \"{level}\"\nkind = \"stance\"\n"
        );
        moments += &format!(
            "[[moment]]\nid = \"m-{n}\"\ntitle = \"The {what} is seen\"\nphase = \"one\"\nlevel = \"{level}\"\n"
        );
        let place = place(&text, n, PASSAGES[n]);
        for (review, stance) in reviews.iter_mut().zip(["+1", "-1"]) {
            *review += &format!(
                "[[claim]]\ntopic = \"t-{n}\"\nanswer = 1\ntext = \"Likes the {what} by {stance}.\"\n\
                 value = \"{stance}\"\nlevel = \"{level}\"\nat = [\"{place}\"]\n\
                 [[telling]]\nmoment = \"m-{n}\"\ntext = \"Sees the {what}.\"\nlevel = \"{level}\"\nat = [\"{place}\"]\n"
            );
        }
        let named = self::place(&text, n, who);
        reviews[0] += &format!("[[spelling]]\nof = \"c-{n}\"\ntext = \"{who}\"\nat = [\"{named}\"]\n");
    }
    let files = [("work.toml", WORK.to_owned()), ("topics.toml", topics), ("people.toml", people)];
    let files = files.into_iter().chain([("moments.toml", moments), ("related.toml", String::new())]);
    let names = ["reviews/1.toml", "reviews/2.toml"];
    files.chain(names.into_iter().zip(reviews)).map(|(name, text)| (name.to_owned(), text)).collect()
}

/// Where words stand in a paragraph, counted from 0.
fn place(text: &Text, paragraph: usize, words: &str) -> String {
    let start = text.paragraphs()[paragraph].find(words)[0];
    Locator::new(text, paragraph as u16 + 1, start, words.chars().count()).unwrap().to_string()
}

/// The record of that story.
#[must_use]
pub fn told(dial: Dial) -> Record {
    check(&Folder::new("the-pier", story(dial))).unwrap_or_else(|problems| panic!("{problems}"))
}
