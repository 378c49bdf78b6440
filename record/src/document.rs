//! The whole record as one document, for people and programs that want the data and not the app.
//!
//! Its shape is written out here, apart from the [`model`](crate::model), because others build on it: the model may
//! change with the app, the document may not without a word. Three plain lists of words are the model's own: levels,
//! roles, and how a review treats spoilers. The words on each field become the descriptions of its
//! JSON Schema. [`Document::of`] makes it, [`source::load`](crate::source::load) checks one and makes it a record
//! again. With the feature `exports`, `schema` describes it and `csv` is its claims as a table.

mod answer;
#[cfg(feature = "exports")]
mod csv;
mod of_record;
#[cfg(feature = "exports")]
mod schema;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use answer::{Answer, Dates, Exact, Number, Points};
#[cfg(feature = "exports")]
pub use csv::csv;
#[cfg(feature = "exports")]
pub use schema::schema;

use crate::Level;
use crate::model::{Role, SpoilerPolicy};

/// The name of the document's JSON Schema, in the folder in which the document stands.
pub const SCHEMA_FILE: &str = "collection.schema.json";

/// Everything that is held about one work: what each of several reviews says, tells, names and gets wrong, in our own
/// words, with the places where it stands. Holds the ending.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Where this document's JSON Schema is.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// A word to whoever opens the file.
    pub notice: String,
    /// Which state of the record this is.
    pub edition: Edition,
    /// The work that is reviewed.
    pub work: Work,
    /// The reviews, in the order of their numbers.
    pub reviews: Vec<Review>,
    /// Who worked on the work.
    pub people: Vec<Person>,
    /// Who is in the story.
    pub characters: Vec<Character>,
    /// The groups that topics stand in.
    pub groups: Vec<Group>,
    /// The questions that every review can be asked.
    pub topics: Vec<Topic>,
    /// The reviews' answers, by review.
    pub claims: Vec<Claim>,
    /// The stretches of the story.
    pub phases: Vec<Phase>,
    /// The plot points, in story order.
    pub moments: Vec<Moment>,
    /// The other titles that reviews name, one entry for each review that names one.
    pub related_works: Vec<RelatedWork>,
    /// The mistakes inside the reviews, noted and left as they stand.
    pub slips: Vec<Slip>,
}

/// One published state of the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its number.
    pub version: String,
    /// The day it was made, as in ISO 8601.
    pub date: String,
    /// The licence, as an SPDX expression.
    pub licence: String,
    /// SHA-256, in hexadecimal, of this document written without white space and without this field, and a line feed:
    /// what `jq -c 'del(.edition.hash)' | sha256sum` prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

/// The thing reviewed. What is known of it beyond its title are claims of the reviews.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Its id, which also names this file.
    pub id: String,
    /// The title under which the collection goes.
    pub title: String,
    /// The second line on the drawn sleeve.
    pub sleeve: String,
    /// What it is about, without giving anything away.
    pub premise: String,
    /// The ids of the topics that the premise rests on.
    pub premise_topics: Vec<String>,
    /// The ids of the topics that introduce the work.
    pub headline: Vec<String>,
    /// The id of the topic that says whom the work suits.
    pub suits: Option<String>,
    /// The id of the topic that says whom it may not suit.
    pub suits_not: Option<String>,
    /// Where mistakes are reported.
    pub tracker: Option<String>,
}

/// One text about the work. `null` is what is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Its id.
    pub id: String,
    /// 1 to n; fixes its order and its colour.
    pub number: u8,
    /// The short name on the screen.
    pub label: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its own title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it came out, as precisely as known.
    pub date: Option<Dates>,
    /// Where it stands.
    pub address: Option<String>,
    /// Its own rating on its own scale.
    pub rating: Option<Points>,
    /// How it treats spoilers.
    pub spoilers: SpoilerPolicy,
    /// How it treats spoilers, in a sentence.
    pub spoiler_note: String,
    /// A note on the copy of the text that was read.
    pub note: Option<String>,
    /// How many words the text has, parted by white space.
    pub words: u32,
    /// The length of each paragraph (each non-empty line of the normalised text) in Unicode code points.
    pub paragraphs: Vec<u32>,
    /// SHA-256, in hexadecimal, of the normalised text: UTF-8, NFC, line ends LF, no white space at the ends of lines,
    /// no byte-order mark.
    pub sha256: String,
}

/// A passage of a review, without its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// Where the passage starts in it, in Unicode code points from 0.
    pub start: u32,
    /// How many code points it has.
    pub length: u32,
    /// The first five bytes, in hexadecimal, of the SHA-256 of the folded passage with 32 code points of context.
    pub hash: String,
    /// The same of the folded passage alone.
    pub passage: String,
}

/// Someone who worked on the work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their id; people and characters share one space of ids.
    pub id: String,
    /// The canonical name.
    pub name: String,
    /// The name in its own script, where a review gives it.
    pub native: Option<String>,
    /// What they do here.
    pub role: Role,
    /// How much the name gives away.
    pub reveals: Level,
    /// Every form that a review uses.
    pub spellings: Vec<Spelling>,
}

/// Someone in the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Character {
    /// Their id; people and characters share one space of ids.
    pub id: String,
    /// The canonical name.
    pub name: String,
    /// The name in its own script, where a review gives it.
    pub native: Option<String>,
    /// The id of the person who plays them.
    pub played_by: Option<String>,
    /// The id of the topic that asks who plays them.
    pub casting: Option<String>,
    /// How much the name gives away.
    pub reveals: Level,
    /// Every form that a review uses.
    pub spellings: Vec<Spelling>,
}

/// One form of a name, as one review writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spelling {
    /// The review's id.
    pub review: String,
    /// The form, as written.
    pub text: String,
    /// How often it stands there outside a longer form.
    pub count: usize,
    /// How much it gives away.
    pub reveals: Level,
    /// Each place.
    pub at: Vec<Place>,
}

/// Topics that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub name: String,
}

/// One question that every review can be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// The id of its group.
    pub group: String,
    /// Its short title.
    pub title: String,
    /// The question in full.
    pub question: String,
    /// What an answer looks like.
    pub kind: Kind,
    /// What a quantity counts.
    pub unit: Option<String>,
    /// The positions of a choice.
    pub positions: Vec<Position>,
    /// How much asking it gives away.
    pub reveals: Level,
    /// The ids of the people and characters whom it is about.
    pub about: Vec<String>,
}

/// The kind of answer a topic takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// So many of something.
    Quantity,
    /// A date or a range of dates.
    Date,
    /// A name.
    Name,
    /// One of the topic's positions.
    Choice,
    /// Several words, such as genres.
    Set,
    /// Praise or criticism of an aspect.
    Stance,
    /// A rating on the review's own scale.
    Rating,
    /// Words that are not compared.
    Text,
}

/// One position that a choice can take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Its id, within the topic.
    pub id: String,
    /// In a few words.
    pub name: String,
    /// The ids of narrower positions that it is compatible with.
    pub covers: Vec<String>,
    /// The ids of positions that it goes together with.
    pub with: Vec<String>,
}

/// One review's answer to one topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id: the review's, the topic's, and from a review's second answer to a topic on a number.
    pub id: String,
    /// The id of the review that answers.
    pub review: String,
    /// The id of the topic that is answered.
    pub topic: String,
    /// The answer in normalised form.
    pub value: Answer,
    /// The answer in a few words, where its normalised form reads badly.
    pub says: Option<String>,
    /// The answer in a sentence of ours.
    pub text: String,
    /// Whether the review only implies it.
    pub implied: bool,
    /// How much it gives away.
    pub reveals: Level,
    /// The id of the slip that garbles it: this is the literal reading, and no comparison counts it.
    pub slip: Option<String>,
    /// Where it stands.
    pub at: Vec<Place>,
}

/// A stretch of the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// One plot point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// Its id.
    pub id: String,
    /// What happens, in a few words.
    pub title: String,
    /// The id of its phase.
    pub phase: String,
    /// How much it gives away.
    pub reveals: Level,
    /// The ids of the characters in it.
    pub characters: Vec<String>,
    /// The ids of the two moments between which it may stand anywhere, where the reviews do not fix its place.
    pub between: Option<(String, String)>,
    /// The ids of the topics on which its tellings disagree.
    pub topics: Vec<String>,
    /// Which reviews tell it.
    pub tellings: Vec<Telling>,
}

/// One review telling one moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// The review's id.
    pub review: String,
    /// How it tells it, in our words.
    pub text: String,
    /// Whether it only alludes to it.
    pub alludes: bool,
    /// How much the telling gives away.
    pub reveals: Level,
    /// Where it stands; the first place fixes its rank in the review's own order.
    pub at: Vec<Place>,
}

/// A review naming another title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RelatedWork {
    /// The title's id; the same in every entry for it.
    pub id: String,
    /// The title.
    pub title: String,
    /// The id of the review that names it.
    pub review: String,
    /// The title as the review writes it.
    pub named: String,
    /// Why the review names it.
    pub why: String,
    /// The id of the person whose other work it is.
    pub person: Option<String>,
    /// How much this gives away.
    pub reveals: Level,
    /// Where it stands.
    pub at: Vec<Place>,
}

/// A mistake inside a review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "exports", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// Its id.
    pub id: String,
    /// The id of the review that makes it.
    pub review: String,
    /// Our note.
    pub text: String,
    /// How much the note gives away.
    pub reveals: Level,
    /// Where it stands.
    pub at: Vec<Place>,
}

impl Document {
    /// The document as JSON, laid out for reading, with a line feed at its end.
    ///
    /// # Errors
    /// Never for a document made from a record; JSON can write all it holds.
    pub fn json(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// The hash of an edition, as the words on [`Edition::hash`] say.
    ///
    /// # Errors
    /// Never for a document made from a record; JSON can write all it holds.
    pub fn hash(&self) -> serde_json::Result<String> {
        let edition = Edition { hash: None, ..self.edition.clone() };
        let json = serde_json::to_string(&Self { edition, ..self.clone() })? + "\n";
        Ok(Sha256::digest(json.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
