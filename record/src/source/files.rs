//! The files as they are written: raw shapes that know no more than what keys there may be.

use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::folder::Folder;
use super::problem::{Problem, Problems};
use crate::Level;
use crate::document::Kind;
use crate::model::{Role, SpoilerPolicy};

/// A file that was read: where it is, its text, and what it says.
pub(super) struct File<T> {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) content: T,
}

/// All files of a collection.
pub(super) struct Files {
    pub(super) work: File<WorkFile>,
    pub(super) topics: File<TopicsFile>,
    pub(super) people: File<PeopleFile>,
    pub(super) moments: File<MomentsFile>,
    pub(super) related: File<RelatedFile>,
    /// In the order of their names.
    pub(super) reviews: Vec<File<ReviewFile>>,
}

impl Files {
    pub(super) fn read(folder: &Folder) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let work = read(folder, "work.toml", &mut problems);
        let topics = read(folder, "topics.toml", &mut problems);
        let people = read(folder, "people.toml", &mut problems);
        let moments = read(folder, "moments.toml", &mut problems);
        let related = read(folder, "related.toml", &mut problems);
        let reviews = folder.reviews().filter_map(|name| read(folder, name, &mut problems)).collect();
        match (work, topics, people, moments, related) {
            (Some(work), Some(topics), Some(people), Some(moments), Some(related)) if problems.is_empty() => {
                Ok(Self { work, topics, people, moments, related, reviews })
            }
            _ => Err(Problems(problems)),
        }
    }
}

fn read<T: DeserializeOwned>(folder: &Folder, name: &str, problems: &mut Vec<Problem>) -> Option<File<T>> {
    let path = folder.path_of(name);
    let Some(text) = folder.text_of(name) else {
        problems.push(Problem::with_file(&path, "is missing; add it, even if it stays empty"));
        return None;
    };
    match toml::from_str(text) {
        Ok(content) => Some(File { path, text: text.to_owned(), content }),
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            problems.push(Problem::new(&path, text, &span, error.message()));
            None
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WorkFile {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    pub(super) sleeve: String,
    #[serde(default)]
    pub(super) headline: Vec<Spanned<String>>,
    pub(super) suits: Option<Spanned<String>>,
    pub(super) suits_not: Option<Spanned<String>>,
    pub(super) tracker: Option<Spanned<String>>,
    pub(super) edition: EditionTable,
    pub(super) premise: PremiseTable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EditionTable {
    pub(super) version: Spanned<String>,
    pub(super) date: Spanned<String>,
    pub(super) licence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PremiseTable {
    pub(super) text: String,
    #[serde(default)]
    pub(super) topics: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TopicsFile {
    #[serde(default, rename = "group")]
    pub(super) groups: Vec<GroupTable>,
    #[serde(default, rename = "topic")]
    pub(super) topics: Vec<TopicTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GroupTable {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TopicTable {
    pub(super) id: Spanned<String>,
    pub(super) group: Spanned<String>,
    pub(super) title: String,
    pub(super) question: String,
    pub(super) kind: Spanned<Kind>,
    pub(super) unit: Option<Spanned<String>>,
    pub(super) level: Level,
    #[serde(default)]
    pub(super) about: Vec<Spanned<String>>,
    #[serde(default, rename = "position")]
    pub(super) positions: Vec<PositionTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PositionTable {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    #[serde(default)]
    pub(super) covers: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) with: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PeopleFile {
    #[serde(default, rename = "person")]
    pub(super) people: Vec<PersonTable>,
    #[serde(default, rename = "character")]
    pub(super) characters: Vec<CharacterTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PersonTable {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) native: Option<String>,
    pub(super) role: Role,
    #[serde(default)]
    pub(super) level: Level,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CharacterTable {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) native: Option<String>,
    pub(super) played_by: Option<Spanned<String>>,
    pub(super) casting: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) level: Level,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MomentsFile {
    #[serde(default, rename = "phase")]
    pub(super) phases: Vec<PhaseTable>,
    #[serde(default, rename = "moment")]
    pub(super) moments: Vec<MomentTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PhaseTable {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MomentTable {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    pub(super) phase: Spanned<String>,
    pub(super) level: Level,
    #[serde(default)]
    pub(super) characters: Vec<Spanned<String>>,
    pub(super) between: Option<(Spanned<String>, Spanned<String>)>,
    #[serde(default)]
    pub(super) topics: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RelatedFile {
    #[serde(default, rename = "related")]
    pub(super) related: Vec<RelatedTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RelatedTable {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ReviewFile {
    pub(super) id: Spanned<String>,
    pub(super) number: Spanned<u8>,
    pub(super) label: String,
    pub(super) publisher: Option<String>,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<Spanned<String>>,
    pub(super) address: Option<Spanned<String>>,
    pub(super) rating: Option<Spanned<String>>,
    pub(super) spoilers: SpoilerPolicy,
    pub(super) spoiler_note: String,
    pub(super) note: Option<String>,
    pub(super) words: u32,
    pub(super) sha256: Spanned<String>,
    pub(super) paragraphs: Spanned<Vec<u32>>,
    #[serde(default, rename = "claim")]
    pub(super) claims: Vec<ClaimTable>,
    #[serde(default, rename = "telling")]
    pub(super) tellings: Vec<TellingTable>,
    #[serde(default, rename = "spelling")]
    pub(super) spellings: Vec<SpellingTable>,
    #[serde(default, rename = "mention")]
    pub(super) mentions: Vec<MentionTable>,
    #[serde(default, rename = "slip")]
    pub(super) slips: Vec<SlipTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClaimTable {
    pub(super) topic: Spanned<String>,
    pub(super) answer: Option<Spanned<u8>>,
    pub(super) value: Option<Spanned<RawValue>>,
    pub(super) says: Option<String>,
    pub(super) text: Spanned<String>,
    #[serde(default)]
    pub(super) implied: bool,
    pub(super) level: Option<Spanned<Level>>,
    pub(super) slip: Option<Spanned<String>>,
    pub(super) at: Vec<Spanned<String>>,
}

/// A value as written: words, or a list of words for a set.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum RawValue {
    Words(String),
    List(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TellingTable {
    pub(super) moment: Spanned<String>,
    pub(super) text: Spanned<String>,
    #[serde(default)]
    pub(super) alludes: bool,
    pub(super) level: Option<Spanned<Level>>,
    pub(super) at: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SpellingTable {
    pub(super) of: Spanned<String>,
    pub(super) text: Spanned<String>,
    #[serde(default)]
    pub(super) level: Level,
    pub(super) at: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MentionTable {
    pub(super) work: Spanned<String>,
    pub(super) title: String,
    pub(super) why: Spanned<String>,
    pub(super) person: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) level: Level,
    pub(super) at: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SlipTable {
    pub(super) id: Spanned<String>,
    pub(super) text: Spanned<String>,
    #[serde(default)]
    pub(super) level: Level,
    pub(super) at: Vec<Spanned<String>>,
}
