//! From a record to its document.

use super::{
    Answer, Character, Claim, Document, Edition, Group, Kind, Moment, Person, Phase, Place, Position, RelatedWork,
    Review, SCHEMA_FILE, Slip, Spelling, Telling, Topic, Work,
};
use crate::model::{self, Locator, Record, Who};

const NOTICE: &str = "This file holds the whole record, the ending of the story included.";

impl Document {
    /// The document of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let edition = &record.edition;
        Self {
            schema: SCHEMA_FILE.to_owned(),
            notice: NOTICE.to_owned(),
            edition: Edition {
                version: edition.version.clone(),
                date: edition.date.iso(),
                licence: edition.licence.clone(),
                hash: Some(edition.hash.clone()),
            },
            work: work(&record.work),
            reviews: record.reviews.iter().map(review).collect(),
            people: record.people.iter().map(|one| person(one, record)).collect(),
            characters: record.characters.iter().map(|one| character(one, record)).collect(),
            groups: record.groups.iter().map(|one| Group { id: one.id.to_string(), name: one.name.clone() }).collect(),
            topics: record.topics.iter().map(topic).collect(),
            claims: record.claims.iter().map(claim).collect(),
            phases: record.phases.iter().map(|one| Phase { id: one.id.to_string(), name: one.name.clone() }).collect(),
            moments: record.moments.iter().map(|one| moment(one, record)).collect(),
            related_works: record.mentions.iter().map(|one| related_work(one, record)).collect(),
            slips: record.slips.iter().map(slip).collect(),
        }
    }
}

fn strings(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn places(at: &[Locator]) -> Vec<Place> {
    let place = |locator: &Locator| Place {
        paragraph: locator.paragraph,
        start: locator.start,
        length: locator.length,
        hash: locator.proof.map(|proof| proof.hash.to_string()).unwrap_or_default(),
        passage: locator.proof.map(|proof| proof.passage.to_string()).unwrap_or_default(),
    };
    at.iter().map(place).collect()
}

fn work(work: &model::Work) -> Work {
    Work {
        id: work.id.clone(),
        title: work.title.clone(),
        sleeve: work.sleeve.clone(),
        premise: work.premise.clone(),
        premise_topics: strings(&work.premise_topics),
        headline: strings(&work.headline),
        suits: work.suits.as_ref().map(ToString::to_string),
        suits_not: work.suits_not.as_ref().map(ToString::to_string),
        tracker: work.tracker.as_ref().map(ToString::to_string),
    }
}

fn review(review: &model::Review) -> Review {
    Review {
        id: review.id.to_string(),
        number: review.number,
        label: review.label.clone(),
        publisher: review.publisher.clone(),
        title: review.title.clone(),
        author: review.author.clone(),
        date: review.date.as_ref().map(Into::into),
        address: review.address.as_ref().map(ToString::to_string),
        rating: review.rating.as_ref().map(Into::into),
        spoilers: review.spoilers,
        spoiler_note: review.spoiler_note.clone(),
        note: review.note.clone(),
        words: review.words,
        paragraphs: review.paragraphs.clone(),
        sha256: review.sha256.clone(),
    }
}

fn spellings(who: &Who, record: &Record) -> Vec<Spelling> {
    let spelling = |one: &model::Spelling| Spelling {
        review: one.review.to_string(),
        text: one.text.clone(),
        count: one.at.len(),
        reveals: one.level,
        at: places(&one.at),
    };
    record.spellings.iter().filter(|one| one.of == *who).map(spelling).collect()
}

fn person(person: &model::Person, record: &Record) -> Person {
    Person {
        id: person.id.to_string(),
        name: person.name.clone(),
        native: person.native.clone(),
        role: person.role,
        reveals: person.level,
        spellings: spellings(&Who::Person(person.id.clone()), record),
    }
}

fn character(character: &model::Character, record: &Record) -> Character {
    let casting = character.casting.as_ref();
    Character {
        id: character.id.to_string(),
        name: character.name.clone(),
        native: character.native.clone(),
        played_by: casting.map(|casting| casting.player.to_string()),
        casting: casting.and_then(|casting| casting.topic.as_ref()).map(ToString::to_string),
        reveals: character.level,
        spellings: spellings(&Who::Character(character.id.clone()), record),
    }
}

fn topic(topic: &model::Topic) -> Topic {
    let (mut unit, mut positions) = (None, Vec::new());
    let kind = match &topic.kind {
        model::Kind::Quantity(counted) => {
            unit = Some(counted.to_string());
            Kind::Quantity
        }
        model::Kind::Choice(listed) => {
            positions = listed.iter().map(position).collect();
            Kind::Choice
        }
        model::Kind::Date => Kind::Date,
        model::Kind::Name => Kind::Name,
        model::Kind::Set => Kind::Set,
        model::Kind::Stance => Kind::Stance,
        model::Kind::Rating => Kind::Rating,
        model::Kind::Text => Kind::Text,
    };
    Topic {
        id: topic.id.to_string(),
        group: topic.group.to_string(),
        title: topic.title.clone(),
        question: topic.question.clone(),
        kind,
        unit,
        positions,
        reveals: topic.level,
        about: topic.about.iter().map(|who| who.slug().to_owned()).collect(),
    }
}

fn position(position: &model::Position) -> Position {
    Position {
        id: position.id.to_string(),
        name: position.name.clone(),
        covers: strings(&position.covers),
        with: strings(&position.with),
    }
}

fn claim(claim: &model::Claim) -> Claim {
    Claim {
        id: claim.id(),
        review: claim.review.to_string(),
        topic: claim.topic.to_string(),
        value: Answer::from(&claim.value),
        says: claim.says.clone(),
        text: claim.text.clone(),
        implied: claim.implied,
        reveals: claim.level,
        slip: claim.slip.as_ref().map(ToString::to_string),
        at: places(&claim.at),
    }
}

fn moment(moment: &model::Moment, record: &Record) -> Moment {
    let telling = |one: &model::Telling| Telling {
        review: one.review.to_string(),
        text: one.text.clone(),
        alludes: one.alludes,
        reveals: one.level,
        at: places(&one.at),
    };
    Moment {
        id: moment.id.to_string(),
        title: moment.title.clone(),
        phase: moment.phase.to_string(),
        reveals: moment.level,
        characters: strings(&moment.characters),
        between: moment.between.as_ref().map(|(from, to)| (from.to_string(), to.to_string())),
        topics: strings(&moment.topics),
        tellings: record.tellings.iter().filter(|one| one.moment == moment.id).map(telling).collect(),
    }
}

fn related_work(mention: &model::Mention, record: &Record) -> RelatedWork {
    let work = record.related.iter().find(|work| work.id == mention.work);
    RelatedWork {
        id: mention.work.to_string(),
        title: work.map_or_else(String::new, |work| work.title.clone()),
        review: mention.review.to_string(),
        named: mention.title.clone(),
        why: mention.why.clone(),
        person: mention.person.as_ref().map(ToString::to_string),
        reveals: mention.level,
        at: places(&mention.at),
    }
}

fn slip(slip: &model::Slip) -> Slip {
    Slip {
        id: slip.id.to_string(),
        review: slip.review.to_string(),
        text: slip.text.clone(),
        reveals: slip.level,
        at: places(&slip.at),
    }
}
