//! The records that files are made of: the project's own, those made for tests, and some made of any strings at all.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use liner_notes_export::comparison::Compared;
use liner_notes_record::model::Review;
use liner_notes_record::questions::{Filter, Status};
use liner_notes_record::source::{Folder, check, read};
use liner_notes_record::{Dial, Record, Shown};

/// The project's own collection and those made for tests.
pub(crate) static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["assets/record", "tests/collections/two", "tests/collections/three", "tests/collections/eight"];
    let folders = folders.into_iter().chain(["tests/collections/guide"]);
    folders.map(|folder| read(&root.join(folder)).unwrap_or_else(|problems| panic!("{problems}"))).collect()
});

/// A record at every stop of the dial.
pub(crate) fn stops(record: &Record) -> impl Iterator<Item = Shown<'_>> {
    Dial::STOPS.into_iter().map(|dial| Shown::new(record, dial))
}

/// Every record at every stop.
pub(crate) fn all_shown() -> impl Iterator<Item = Shown<'static>> {
    RECORDS.iter().flat_map(stops)
}

/// The reviews in the order of their numbers.
pub(crate) fn reviews<'r>(shown: Shown<'r>) -> Vec<&'r Review> {
    shown.reviews().iter().collect()
}

/// What readers may ask of Compare: other orders, fewer reviews, each status, each group, a word.
pub(crate) fn views<'r>(shown: Shown<'r>) -> Vec<Compared<'r>> {
    let whole = Compared::whole(shown);
    let with = |filter: Filter| Compared { filter, ..whole.clone() };
    let backwards = whole.reviews.iter().rev().copied().collect();
    let two = whole.reviews.iter().rev().take(2).copied().collect();
    let mut views = vec![whole.clone()];
    views.extend([backwards, two].map(|reviews| Compared { reviews, ..whole.clone() }));
    views.extend(Status::ALL.map(|status| with(Filter { statuses: vec![status], ..Filter::default() })));
    let group =
        |group: &liner_notes_record::model::Group| Filter { group: Some(group.id.clone()), ..Filter::default() };
    views.extend(shown.groups().map(|one| with(group(one))));
    views.push(with(Filter { text: " THE ".into(), ..Filter::default() }));
    views
}

/// An address with much that no address may have, and as files write it.
const ADDRESS: (&str, &str) = (
    "https://a.example/ {b}\\\"<c>|^`?d=%20&e=é_~#f",
    "https://a.example/%20%7Bb%7D%5C%22%3Cc%3E%7C%5E%60?d=%20&e=é_~#f",
);

/// A review's address as files write it.
pub(crate) fn address(review: &Review) -> Option<String> {
    let address = review.address.as_ref()?.to_string();
    Some(if address == ADDRESS.0 { ADDRESS.1.to_owned() } else { address })
}

/// A record in which every text of ours and of the reviews is one of these strings, each in turn.
#[track_caller]
pub(crate) fn made_of(strings: &[String]) -> Record {
    let mut turn = strings.iter().cycle();
    // What JSON writes as a string TOML reads as one.
    let mut next = || serde_json::to_string(turn.next().unwrap()).unwrap();
    let at = "at = [\"¶1 0+10 0000000000 0000000000\", \"¶2 3+4 0000000000 0000000000\"]";
    let work = format!(
        "id = \"made-up\"\ntitle = {}\nsleeve = \"on one\"\n[edition]\nversion = \"1.0\"\ndate = \"2026-01-31\"\n\
         licence = {}\n[premise]\ntext = \"Nothing happens.\"\n",
        next(),
        next()
    );
    let mut topics = format!("[[group]]\nid = \"all\"\nname = {}\n", next());
    for id in ["one", "two", "three"] {
        let (title, question) = (next(), next());
        write!(
            topics,
            "[[topic]]\nid = \"{id}\"\ngroup = \"all\"\ntitle = {title}\nquestion = {question}\nlevel = \"premise\"\nkind = \"text\"\n"
        )
        .unwrap();
    }
    let moments = format!(
        "[[phase]]\nid = \"one\"\nname = {}\n[[moment]]\nid = \"m-1\"\ntitle = {}\nphase = \"one\"\nlevel = \"premise\"\n",
        next(),
        next()
    );
    let related = format!("[[related]]\nid = \"other\"\ntitle = {}\n", next());
    let people = format!("[[character]]\nid = \"c-1\"\nname = {}\n", next());
    let review = |number: usize| {
        let mut file = format!("id = \"r{number}\"\nnumber = {number}\nspoilers = \"unmarked\"\n");
        for field in ["label", "publisher", "title", "author", "spoiler-note"] {
            writeln!(file, "{field} = {}", next()).unwrap();
        }
        if number != 2 {
            writeln!(file, "address = {}", serde_json::to_string(ADDRESS.0).unwrap()).unwrap();
        }
        writeln!(file, "words = 20\nsha256 = \"{}\"\nparagraphs = [100, 100]", "0".repeat(64)).unwrap();
        for topic in ["one", "two"] {
            let (says, text) = (next(), next());
            write!(file, "[[claim]]\ntopic = \"{topic}\"\nsays = {says}\ntext = {text}\nimplied = true\n{at}\n")
                .unwrap();
        }
        write!(file, "[[claim]]\ntopic = \"one\"\nanswer = 2\ntext = {}\n{at}\n", next()).unwrap();
        // Told twice in the same places: nothing of the two but their words is different.
        for text in [next(), next()] {
            write!(file, "[[telling]]\nmoment = \"m-1\"\ntext = {text}\n{at}\n").unwrap();
        }
        write!(file, "[[slip]]\nid = \"s-{number}\"\ntext = {}\n{at}\n", next()).unwrap();
        write!(file, "[[spelling]]\nof = \"c-1\"\ntext = {}\n{at}\n", next()).unwrap();
        write!(file, "[[mention]]\nwork = \"other\"\ntitle = {}\nwhy = {}\n{at}\n", next(), next()).unwrap();
        file
    };
    let reviews: Vec<String> = (1..=3).map(review).collect();
    let shared = [("work", work), ("topics", topics), ("people", people), ("moments", moments), ("related", related)];
    let shared = shared.into_iter().map(|(name, text)| (format!("{name}.toml"), text));
    let reviews = (1..).zip(reviews).map(|(number, text)| (format!("reviews/{number}.toml"), text));
    check(&Folder::new("made-up", shared.chain(reviews))).unwrap_or_else(|problems| panic!("{problems}"))
}
