//! From raw files to a checked record: the order of the checks, and what all of them share.

use std::collections::HashSet;
use std::fmt::Display;
use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use toml::Spanned;

use super::files::{EditionTable, File, Files};
use super::problem::{Problem, Problems};
use crate::document::Document;
use crate::model::{Edition, MomentId, Record, ReviewId, TopicId, Who, Work};
use crate::value::Date;
use crate::{Level, model};

/// Checks the files against each other.
pub(super) fn check(files: &Files) -> Result<Record, Problems> {
    let mut problems = Vec::new();
    let mut record = Record {
        edition: Edition {
            version: files.work.content.edition.version.get_ref().clone(),
            date: Date::default(),
            hash: String::new(),
            licence: files.work.content.edition.licence.clone(),
        },
        work: Work {
            id: files.work.content.id.get_ref().clone(),
            title: files.work.content.title.clone(),
            sleeve: files.work.content.sleeve.clone(),
            premise: files.work.content.premise.text.clone(),
            premise_topics: Vec::new(),
            headline: Vec::new(),
            suits: None,
            suits_not: None,
            tracker: None,
        },
        reviews: Vec::new(),
        people: Vec::new(),
        characters: Vec::new(),
        spellings: Vec::new(),
        groups: Vec::new(),
        topics: Vec::new(),
        claims: Vec::new(),
        phases: Vec::new(),
        moments: Vec::new(),
        tellings: Vec::new(),
        related: Vec::new(),
        mentions: Vec::new(),
        slips: Vec::new(),
    };
    // People first, because topics are about them; then topics, because everything else refers to those.
    super::story::check_people(&Desk::new(&files.people), &mut record, &mut problems);
    super::story::check_topics(&Desk::new(&files.topics), &mut record, &mut problems);
    super::story::check_casting(&Desk::new(&files.people), &mut record, &mut problems);
    super::story::check_moments(&Desk::new(&files.moments), &mut record, &mut problems);
    super::story::check_related(&Desk::new(&files.related), &mut record, &mut problems);
    check_work(&Desk::new(&files.work), &mut record, &mut problems);
    super::voices::check_reviews(&files.reviews, &mut record, &mut problems);
    check_named(&Desk::new(&files.related), &record, &mut problems);
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    arrange(&mut record);
    seal(&files.work.path, record)
}

/// Puts in one order what files may give in any, so that a record does not depend on it.
fn arrange(record: &mut Record) {
    let Record { reviews, characters, people, moments, .. } = record;
    let review = |id: &ReviewId| reviews.iter().position(|one| one.id == *id);
    let who = |who: &Who| match who {
        Who::Character(id) => (0, characters.iter().position(|one| one.id == *id)),
        Who::Person(id) => (1, people.iter().position(|one| one.id == *id)),
    };
    record.spellings.sort_by_key(|spelling| (review(&spelling.review), who(&spelling.of)));
    let moment = |id: &MomentId| moments.iter().position(|one| one.id == *id);
    record.tellings.sort_by_key(|telling| (review(&telling.review), moment(&telling.moment)));
    let mentions = &record.mentions;
    record.related.sort_by_key(|work| mentions.iter().position(|mention| mention.work == work.id));
}

/// Enters the hash over everything that the record holds.
fn seal(path: &Path, mut record: Record) -> Result<Record, Problems> {
    let hash = Document::of(&record).hash();
    record.edition.hash = hash.map_err(|error| Problem::with_file(path, format!("cannot be hashed: {error}")))?;
    Ok(record)
}

/// A file under check: makes problems that point into it.
pub(super) struct Desk<'f, T> {
    file: &'f File<T>,
}

impl<'f, T> Desk<'f, T> {
    pub(super) fn new(file: &'f File<T>) -> Self {
        Self { file }
    }

    pub(super) fn content(&self) -> &'f T {
        &self.file.content
    }

    /// A problem at a span of the file.
    pub(super) fn problem(&self, span: &Range<usize>, what: impl Into<String>) -> Problem {
        Problem::new(&self.file.path, &self.file.text, span, what)
    }

    /// Reads words that stand in the file as a `V`.
    pub(super) fn parse<V: FromStr<Err = String>>(&self, words: &Spanned<String>) -> Result<V, Problem> {
        words.get_ref().parse().map_err(|what: String| self.problem(&words.span(), what))
    }

    /// Takes a new id: a slug that nothing else of its kind goes by, and a neutral one above the premise.
    pub(super) fn new_id(
        &self,
        id: &Spanned<String>,
        level: Level,
        letter: char,
        taken: &mut HashSet<String>,
    ) -> Result<String, Problem> {
        let slug = id.get_ref();
        let is_slug = !slug.is_empty()
            && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_slug {
            return Err(self.problem(&id.span(), format!("`{slug}` is not an id; use a-z, 0-9 and -")));
        }
        let number = slug.strip_prefix(letter).and_then(|rest| rest.strip_prefix('-'));
        let is_neutral = number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
        if level > Level::Premise && !is_neutral {
            let what = format!(
                "`{slug}` is above the premise, so its id stands in addresses and must tell nothing; use `{letter}-` and a number"
            );
            return Err(self.problem(&id.span(), what));
        }
        if !taken.insert(slug.clone()) {
            return Err(self.problem(&id.span(), format!("`{slug}` is taken; give each an id of its own")));
        }
        Ok(slug.clone())
    }

    /// Finds what a reference names, or says what there is.
    pub(super) fn resolve<'r, V>(
        &self,
        reference: &Spanned<String>,
        what: &str,
        among: impl IntoIterator<Item = &'r V>,
        id_of: impl Fn(&V) -> &str,
    ) -> Result<&'r V, Problem> {
        let wanted = reference.get_ref();
        let mut ids = Vec::new();
        for item in among {
            if id_of(item) == wanted {
                return Ok(item);
            }
            ids.push(id_of(item));
        }
        Err(self.problem(&reference.span(), unknown(wanted, what, &ids)))
    }

    /// Finds the character or person that a reference names.
    pub(super) fn resolve_who(&self, reference: &Spanned<String>, record: &Record) -> Result<(Who, Level), Problem> {
        let wanted = reference.get_ref();
        let character = record.characters.iter().find(|one| one.id.as_str() == wanted);
        let person = record.people.iter().find(|one| one.id.as_str() == wanted);
        match (character, person) {
            (Some(one), _) => Ok((Who::Character(one.id.clone()), one.level)),
            (_, Some(one)) => Ok((Who::Person(one.id.clone()), one.level)),
            _ => {
                let characters = record.characters.iter().map(|one| one.id.as_str());
                let ids: Vec<&str> = characters.chain(record.people.iter().map(|one| one.id.as_str())).collect();
                Err(self.problem(&reference.span(), unknown(wanted, "character or person", &ids)))
            }
        }
    }
}

/// Words for a reference that leads nowhere, with the nearest ids there are.
fn unknown(wanted: &str, what: &str, ids: &[&str]) -> String {
    let shared = |id: &&str| std::cmp::Reverse(id.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count());
    let mut nearest = ids.to_vec();
    nearest.sort_by_key(shared);
    nearest.truncate(5);
    match nearest.as_slice() {
        [] => format!("`{wanted}` names no {what}, and there is none yet; add it first"),
        nearest => format!("`{wanted}` names no {what}; add it, or use one that there is, such as {}", listed(nearest)),
    }
}

/// `a`, `b`, `c`.
pub(super) fn listed(words: &[impl Display]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Keeps what is right and notes what is wrong.
pub(super) fn keep<T>(result: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

/// Every title is named by a review: the record holds what they say, and no more.
fn check_named(desk: &Desk<'_, super::files::RelatedFile>, record: &Record, problems: &mut Vec<Problem>) {
    for table in &desk.content().related {
        if record.mentions.iter().all(|mention| mention.work.as_str() != table.id.get_ref()) {
            let what = format!("no review names `{}`; add a [[mention]] of it, or take it out", table.id.get_ref());
            problems.push(desk.problem(&table.id.span(), what));
        }
    }
}

fn check_work(desk: &Desk<'_, super::files::WorkFile>, record: &mut Record, problems: &mut Vec<Problem>) {
    let content = desk.content();
    let mut front_topic = |reference: &Spanned<String>| -> Option<TopicId> {
        let topic =
            keep(desk.resolve(reference, "topic", &record.topics, |topic: &model::Topic| topic.id.as_str()), problems)?;
        if topic.level > Level::Premise {
            let what =
                format!("`{}` is above the premise, and the front page is for everyone; choose another", topic.id);
            problems.push(desk.problem(&reference.span(), what));
        }
        Some(topic.id.clone())
    };
    let headline = content.headline.iter().filter_map(&mut front_topic).collect();
    let premise_topics = content.premise.topics.iter().filter_map(&mut front_topic).collect();
    let suits = content.suits.as_ref().and_then(&mut front_topic);
    let suits_not = content.suits_not.as_ref().and_then(&mut front_topic);
    record.work.headline = headline;
    record.work.premise_topics = premise_topics;
    record.work.suits = suits;
    record.work.suits_not = suits_not;
    record.work.tracker = content.tracker.as_ref().and_then(|address| keep(desk.parse(address), problems));
    let EditionTable { version, date, .. } = &content.edition;
    if version.get_ref().is_empty() || !version.get_ref().bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        let what = format!("`{}` is not a version; write numbers and dots, such as 1.0", version.get_ref());
        problems.push(desk.problem(&version.span(), what));
    }
    if let Some(date) = keep(desk.parse(date), problems) {
        record.edition.date = date;
    }
    keep(desk.new_id(&content.id, Level::Premise, 'w', &mut HashSet::new()), problems);
}
