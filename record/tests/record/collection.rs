//! Small collections made up on the spot, as files in memory, so that tests go the way the build goes.

use std::fmt::Write as _;

use liner_notes_record::Record;
use liner_notes_record::source::{Folder, check};

/// A passage that every review's only paragraph, of 100 characters, has.
pub(crate) const PLACE: &str = "¶1 0+10 0000000000 0000000000";

/// The text of each file.
#[derive(Clone, Debug)]
pub(crate) struct Collection {
    pub(crate) work: String,
    pub(crate) topics: String,
    pub(crate) people: String,
    pub(crate) moments: String,
    pub(crate) related: String,
    pub(crate) reviews: Vec<String>,
}

impl Collection {
    /// A collection of so many reviews that say nothing.
    pub(crate) fn of(reviews: usize) -> Self {
        let review = |number: usize| {
            format!(
                "id = \"r{number}\"\nnumber = {number}\nlabel = \"Review {number}\"\nspoilers = \"unmarked\"\n\
                 spoiler-note = \"None.\"\nwords = 20\nsha256 = \"{}\"\nparagraphs = [100]\n",
                "0".repeat(64)
            )
        };
        Self {
            work:
                "id = \"made-up\"\ntitle = \"Made Up\"\nsleeve = \"on one\"\n[edition]\nversion = \"1.0\"\ndate = \"2026-01-31\"\nlicence = \"CC0-1.0\"\n[premise]\ntext = \"Nothing happens.\"\n"
                    .into(),
            topics: "[[group]]\nid = \"all\"\nname = \"All\"\n".into(),
            people: String::new(),
            moments: "[[phase]]\nid = \"one\"\nname = \"One\"\n".into(),
            related: String::new(),
            reviews: (1..=reviews).map(review).collect(),
        }
    }

    /// Adds a topic; `kind` is the rest of its table.
    pub(crate) fn topic(&mut self, id: &str, level: &str, kind: &str) {
        write!(
            self.topics,
            "[[topic]]\nid = \"{id}\"\ngroup = \"all\"\ntitle = \"{id}\"\nquestion = \"{id}?\"\nlevel = \"{level}\"\n{kind}\n"
        )
        .unwrap();
    }

    /// Adds a claim of a review, counted from 0, with the next number of its answers to the topic; `more` is the rest of
    /// its table.
    pub(crate) fn claim(&mut self, review: usize, topic: &str, more: &str) {
        let answer = self.reviews[review].matches(&format!("[[claim]]\ntopic = \"{topic}\"\n")).count() + 1;
        write!(
            self.reviews[review],
            "[[claim]]\ntopic = \"{topic}\"\nanswer = {answer}\ntext = \"Says so.\"\nat = [\"{PLACE}\"]\n{more}\n"
        )
        .unwrap();
    }

    pub(crate) fn folder(&self) -> Folder {
        let shared = [
            ("work.toml", &self.work),
            ("topics.toml", &self.topics),
            ("people.toml", &self.people),
            ("moments.toml", &self.moments),
            ("related.toml", &self.related),
        ];
        let shared = shared.map(|(name, text)| (name.to_owned(), text.clone()));
        let reviews = (1..).zip(&self.reviews).map(|(number, text)| (format!("reviews/{number}.toml"), text.clone()));
        Folder::new("made-up", shared.into_iter().chain(reviews))
    }

    /// The checked record.
    #[track_caller]
    pub(crate) fn record(&self) -> Record {
        check(&self.folder()).unwrap_or_else(|problems| panic!("{problems}\n{self:#?}"))
    }

    /// What the check says is wrong.
    #[track_caller]
    pub(crate) fn refusal(&self) -> String {
        check(&self.folder()).expect_err("this collection must be refused").to_string()
    }
}
