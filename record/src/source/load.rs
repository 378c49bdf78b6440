//! From a document back to a record: what stands in it is written out as the files of a collection would hold it, so
//! that it passes the very checks that those do.

use std::path::Path;

use toml::Spanned;

use super::files::{
    CharacterTable, ClaimTable, EditionTable, File, Files, GroupTable, MentionTable, MomentTable, MomentsFile,
    PeopleFile, PersonTable, PhaseTable, PositionTable, PremiseTable, RawValue, RelatedFile, RelatedTable, ReviewFile,
    SlipTable, SpellingTable, TellingTable, TopicTable, TopicsFile, WorkFile,
};
use super::problem::{Problem, Problems};
use crate::Record;
use crate::document::{Answer, Document, Place, Spelling};

/// Checks a document and makes it the record that it was made from.
///
/// # Errors
/// Everything that is wrong with it, and a hash that does not fit its content. Problems name the part of the document
/// (`work`, `topics`, a review) in place of a file.
pub fn load(document: &Document) -> Result<Record, Problems> {
    let record = super::check::check(&files(document)?)?;
    if document.edition.hash.as_ref() != Some(&record.edition.hash) {
        let what = format!("the content has the hash {}, which is not the one given", record.edition.hash);
        return Err(Problem::with_file(Path::new("edition"), what).into());
    }
    // Counts, ids and the like are told twice in a document, and only one of the two was read.
    if Document::of(&record) != *document {
        let what =
            "the document is not the one that its record makes: something that follows from the rest was changed";
        return Err(Problem::with_file(Path::new("document"), what).into());
    }
    Ok(record)
}

/// A value that stands nowhere in a file.
fn plain<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

fn all(words: &[String]) -> Vec<Spanned<String>> {
    words.iter().cloned().map(plain).collect()
}

fn one(words: &Option<String>) -> Option<Spanned<String>> {
    words.clone().map(plain)
}

fn file<T>(part: &str, content: T) -> File<T> {
    File { path: part.into(), text: String::new(), content }
}

fn places(at: &[Place]) -> Vec<Spanned<String>> {
    let place = |place: &Place| {
        let Place { paragraph, start, length, hash, passage } = place;
        plain(format!("¶{paragraph} {start}+{length} {hash} {passage}"))
    };
    at.iter().map(place).collect()
}

fn files(document: &Document) -> Result<Files, Problem> {
    let reviews = document.reviews.iter();
    let reviews = reviews.map(|one| Ok(file(&format!("review {}", one.id), review(one, document)?)));
    Ok(Files {
        work: file("work", work(document)),
        topics: file("topics", topics(document)),
        people: file("people", people(document)),
        moments: file("moments", moments(document)),
        related: file("related_works", related(document)),
        reviews: reviews.collect::<Result<_, Problem>>()?,
    })
}

fn work(document: &Document) -> WorkFile {
    let (work, edition) = (&document.work, &document.edition);
    WorkFile {
        id: plain(work.id.clone()),
        title: work.title.clone(),
        sleeve: work.sleeve.clone(),
        headline: all(&work.headline),
        suits: one(&work.suits),
        suits_not: one(&work.suits_not),
        tracker: one(&work.tracker),
        edition: EditionTable {
            version: plain(edition.version.clone()),
            date: plain(edition.date.clone()),
            licence: edition.licence.clone(),
        },
        premise: PremiseTable { text: work.premise.clone(), topics: all(&work.premise_topics) },
    }
}

fn topics(document: &Document) -> TopicsFile {
    let topic = |topic: &crate::document::Topic| TopicTable {
        id: plain(topic.id.clone()),
        group: plain(topic.group.clone()),
        title: topic.title.clone(),
        question: topic.question.clone(),
        kind: plain(topic.kind),
        unit: one(&topic.unit),
        level: topic.reveals,
        about: all(&topic.about),
        positions: topic.positions.iter().map(position).collect(),
    };
    let group = |group: &crate::document::Group| GroupTable { id: plain(group.id.clone()), name: group.name.clone() };
    TopicsFile {
        groups: document.groups.iter().map(group).collect(),
        topics: document.topics.iter().map(topic).collect(),
    }
}

fn position(position: &crate::document::Position) -> PositionTable {
    PositionTable {
        id: plain(position.id.clone()),
        name: position.name.clone(),
        covers: all(&position.covers),
        with: all(&position.with),
    }
}

fn people(document: &Document) -> PeopleFile {
    let person = |person: &crate::document::Person| PersonTable {
        id: plain(person.id.clone()),
        name: person.name.clone(),
        native: person.native.clone(),
        role: person.role,
        level: person.reveals,
    };
    let character = |character: &crate::document::Character| CharacterTable {
        id: plain(character.id.clone()),
        name: character.name.clone(),
        native: character.native.clone(),
        played_by: one(&character.played_by),
        casting: one(&character.casting),
        level: character.reveals,
    };
    PeopleFile {
        people: document.people.iter().map(person).collect(),
        characters: document.characters.iter().map(character).collect(),
    }
}

fn moments(document: &Document) -> MomentsFile {
    let phase = |phase: &crate::document::Phase| PhaseTable { id: plain(phase.id.clone()), name: phase.name.clone() };
    let moment = |moment: &crate::document::Moment| MomentTable {
        id: plain(moment.id.clone()),
        title: moment.title.clone(),
        phase: plain(moment.phase.clone()),
        level: moment.reveals,
        characters: all(&moment.characters),
        between: moment.between.clone().map(|(from, to)| (plain(from), plain(to))),
        topics: all(&moment.topics),
    };
    MomentsFile {
        phases: document.phases.iter().map(phase).collect(),
        moments: document.moments.iter().map(moment).collect(),
    }
}

fn related(document: &Document) -> RelatedFile {
    let mut related: Vec<RelatedTable> = Vec::new();
    for mention in &document.related_works {
        if related.iter().all(|title| *title.id.get_ref() != mention.id) {
            related.push(RelatedTable { id: plain(mention.id.clone()), title: mention.title.clone() });
        }
    }
    RelatedFile { related }
}

fn review(review: &crate::document::Review, document: &Document) -> Result<ReviewFile, Problem> {
    let own = |id: &String| *id == review.id;
    let claims = document.claims.iter().filter(|claim| own(&claim.review)).map(claim);
    let tellings = document.moments.iter().flat_map(|moment| {
        moment.tellings.iter().filter(|telling| own(&telling.review)).map(|telling| TellingTable {
            moment: plain(moment.id.clone()),
            text: plain(telling.text.clone()),
            alludes: telling.alludes,
            level: Some(plain(telling.reveals)),
            at: places(&telling.at),
        })
    });
    let characters = document.characters.iter().map(|one| (&one.id, &one.spellings));
    let people = document.people.iter().map(|one| (&one.id, &one.spellings));
    let spellings = characters.chain(people).flat_map(|(of, spellings)| {
        spellings.iter().filter(|spelling| own(&spelling.review)).map(|spelling| spelled(of, spelling))
    });
    let mentions = document.related_works.iter().filter(|mention| own(&mention.review)).map(|mention| MentionTable {
        work: plain(mention.id.clone()),
        title: mention.named.clone(),
        why: plain(mention.why.clone()),
        person: one(&mention.person),
        level: mention.reveals,
        at: places(&mention.at),
    });
    let slips = document.slips.iter().filter(|slip| own(&slip.review)).map(|slip| SlipTable {
        id: plain(slip.id.clone()),
        text: plain(slip.text.clone()),
        level: slip.reveals,
        at: places(&slip.at),
    });
    Ok(ReviewFile {
        id: plain(review.id.clone()),
        number: plain(review.number),
        label: review.label.clone(),
        publisher: review.publisher.clone(),
        title: review.title.clone(),
        author: review.author.clone(),
        date: review.date.as_ref().map(|date| plain(date.notation())),
        address: one(&review.address),
        rating: review.rating.as_ref().map(|rating| plain(rating.notation())),
        spoilers: review.spoilers,
        spoiler_note: review.spoiler_note.clone(),
        note: review.note.clone(),
        words: review.words,
        sha256: plain(review.sha256.clone()),
        paragraphs: plain(review.paragraphs.clone()),
        claims: claims.collect::<Result<_, Problem>>()?,
        tellings: tellings.collect(),
        spellings: spellings.collect(),
        mentions: mentions.collect(),
        slips: slips.collect(),
    })
}

/// The number at the end of a claim's id; 1 where there is none.
fn answer(claim: &crate::document::Claim) -> Result<u8, Problem> {
    let first = format!("{}/{}", claim.review, claim.topic);
    let number = match claim.id.strip_prefix(&first) {
        Some("") => Some(1),
        Some(rest) => rest.strip_prefix('/').and_then(|number| number.parse().ok()),
        None => None,
    };
    let what = || format!("`{}` is not the id of a claim; it would start with `{first}`", claim.id);
    number.ok_or_else(|| Problem::with_file(Path::new("claims"), what()))
}

fn claim(claim: &crate::document::Claim) -> Result<ClaimTable, Problem> {
    let value = match &claim.value {
        Answer::Set { members } => Some(RawValue::List(members.clone())),
        other => other.notation().map(RawValue::Words),
    };
    Ok(ClaimTable {
        topic: plain(claim.topic.clone()),
        answer: Some(plain(answer(claim)?)),
        value: value.map(plain),
        says: claim.says.clone(),
        text: plain(claim.text.clone()),
        implied: claim.implied,
        level: Some(plain(claim.reveals)),
        slip: one(&claim.slip),
        at: places(&claim.at),
    })
}

fn spelled(of: &str, spelling: &Spelling) -> SpellingTable {
    SpellingTable {
        of: plain(of.to_owned()),
        text: plain(spelling.text.clone()),
        level: spelling.reveals,
        at: places(&spelling.at),
    }
}
