//! Checks of the files that all reviews share: people, topics, moments, other titles.

use std::collections::HashSet;

use toml::Spanned;

use super::check::{Desk, keep};
use super::files::{MomentTable, MomentsFile, PeopleFile, RelatedFile, TopicTable, TopicsFile};
use super::problem::Problem;
use crate::model::{
    Casting, Character, CharacterId, Group, GroupId, Kind, Moment, MomentId, Person, PersonId, Phase, PhaseId,
    Position, PositionId, Record, RelatedId, RelatedWork, Topic, TopicId,
};
use crate::value::Unit;
use crate::{Level, document};

pub(super) fn check_people(desk: &Desk<'_, PeopleFile>, record: &mut Record, problems: &mut Vec<Problem>) {
    // One space of ids for both: a card's address names one of them only.
    let mut taken = HashSet::new();
    for table in &desk.content().people {
        if let Some(id) = keep(desk.new_id(&table.id, table.level, 'c', &mut taken), problems) {
            let (name, native) = (table.name.clone(), table.native.clone());
            record.people.push(Person { id: PersonId::new(&id), name, native, role: table.role, level: table.level });
        }
    }
    for table in &desk.content().characters {
        if let Some(id) = keep(desk.new_id(&table.id, table.level, 'c', &mut taken), problems) {
            let (name, native) = (table.name.clone(), table.native.clone());
            let id = CharacterId::new(&id);
            record.characters.push(Character { id, name, native, casting: None, level: table.level });
        }
    }
}

/// Who plays whom: needs people and topics.
pub(super) fn check_casting(desk: &Desk<'_, PeopleFile>, record: &mut Record, problems: &mut Vec<Problem>) {
    for table in &desk.content().characters {
        let Some(played_by) = &table.played_by else {
            if let Some(casting) = &table.casting {
                problems
                    .push(desk.problem(&casting.span(), "`casting` stands without `played-by`; add who plays them"));
            }
            continue;
        };
        let people = &record.people;
        let Some(player) = keep(desk.resolve(played_by, "person", people, |one| one.id.as_str()), problems) else {
            continue;
        };
        let topic = table.casting.as_ref().and_then(|reference| {
            keep(desk.resolve(reference, "topic", &record.topics, |topic| topic.id.as_str()), problems)
        });
        let casting = Casting { player: player.id.clone(), topic: topic.map(|topic| topic.id.clone()) };
        if let Some(character) = record.characters.iter_mut().find(|one| one.id.as_str() == table.id.get_ref()) {
            character.casting = Some(casting);
        }
    }
}

pub(super) fn check_topics(desk: &Desk<'_, TopicsFile>, record: &mut Record, problems: &mut Vec<Problem>) {
    let mut taken = HashSet::new();
    for table in &desk.content().groups {
        if let Some(id) = keep(desk.new_id(&table.id, Level::Premise, 'g', &mut taken), problems) {
            record.groups.push(Group { id: GroupId::new(&id), name: table.name.clone() });
        }
    }
    let mut taken = HashSet::new();
    for table in &desk.content().topics {
        let id = keep(desk.new_id(&table.id, table.level, 't', &mut taken), problems);
        let group = keep(desk.resolve(&table.group, "group", &record.groups, |group| group.id.as_str()), problems);
        let kind = kind(desk, table, problems);
        let mut about = Vec::new();
        for reference in &table.about {
            if let Some((who, level)) = keep(desk.resolve_who(reference, record), problems) {
                if level > table.level {
                    let what = "is above this topic's level, so the topic would give them away; raise its `level`";
                    problems.push(desk.problem(&reference.span(), format!("`{}` {what}", reference.get_ref())));
                }
                about.push(who);
            }
        }
        if let (Some(id), Some(group), Some(kind)) = (id, group, kind) {
            record.topics.push(Topic {
                id: TopicId::new(&id),
                group: group.id.clone(),
                title: table.title.clone(),
                question: table.question.clone(),
                kind,
                level: table.level,
                about,
            });
        }
    }
}

fn kind(desk: &Desk<'_, TopicsFile>, table: &TopicTable, problems: &mut Vec<Problem>) -> Option<Kind> {
    let word = *table.kind.get_ref();
    if let (Some(unit), false) = (&table.unit, word == document::Kind::Quantity) {
        problems.push(desk.problem(&unit.span(), "only a quantity has a `unit`; take it out"));
    }
    if let (Some(position), false) = (table.positions.first(), word == document::Kind::Choice) {
        problems.push(desk.problem(&position.id.span(), "only a choice has positions; take them out"));
    }
    Some(match word {
        document::Kind::Quantity => match &table.unit {
            Some(unit) => Kind::Quantity(Unit::new(unit.get_ref())),
            None => {
                problems.push(desk.problem(&table.kind.span(), "a quantity needs a `unit`, such as \"years\""));
                return None;
            }
        },
        document::Kind::Choice => Kind::Choice(positions(desk, table, problems)),
        document::Kind::Date => Kind::Date,
        document::Kind::Name => Kind::Name,
        document::Kind::Set => Kind::Set,
        document::Kind::Stance => Kind::Stance,
        document::Kind::Rating => Kind::Rating,
        document::Kind::Text => Kind::Text,
    })
}

fn positions(desk: &Desk<'_, TopicsFile>, table: &TopicTable, problems: &mut Vec<Problem>) -> Vec<Position> {
    if table.positions.is_empty() {
        problems.push(desk.problem(&table.kind.span(), "a choice needs its positions; add [[topic.position]] tables"));
    }
    let mut taken = HashSet::new();
    let mut positions = Vec::new();
    for position in &table.positions {
        let Some(id) = keep(desk.new_id(&position.id, Level::Premise, 'p', &mut taken), problems) else {
            continue;
        };
        let mut named = |references: &[Spanned<String>]| -> Vec<PositionId> {
            let all = &table.positions;
            let one = |reference| keep(desk.resolve(reference, "position", all, |other| other.id.get_ref()), problems);
            references.iter().filter_map(one).map(|other| PositionId::new(other.id.get_ref())).collect()
        };
        let (covers, with) = (named(&position.covers), named(&position.with));
        positions.push(Position { id: PositionId::new(&id), name: position.name.clone(), covers, with });
    }
    positions
}

pub(super) fn check_moments(desk: &Desk<'_, MomentsFile>, record: &mut Record, problems: &mut Vec<Problem>) {
    let mut taken = HashSet::new();
    for table in &desk.content().phases {
        if let Some(id) = keep(desk.new_id(&table.id, Level::Premise, 'p', &mut taken), problems) {
            record.phases.push(Phase { id: PhaseId::new(&id), name: table.name.clone() });
        }
    }
    let mut taken = HashSet::new();
    for table in &desk.content().moments {
        let id = keep(desk.new_id(&table.id, table.level, 'm', &mut taken), problems);
        if let (Some(id), Some(moment)) = (id, moment(desk, table, record, problems)) {
            record.moments.push(Moment { id: MomentId::new(&id), ..moment });
        }
    }
    let order = |phase: &PhaseId| record.phases.iter().position(|one| one.id == *phase);
    for (pair, table) in record.moments.windows(2).zip(desk.content().moments.iter().skip(1)) {
        if order(&pair[0].phase) > order(&pair[1].phase) {
            let what = format!(
                "moments stand in story order, but `{}` of an earlier phase comes after `{}`; move it",
                pair[1].id, pair[0].id
            );
            problems.push(desk.problem(&table.phase.span(), what));
        }
    }
}

fn moment(
    desk: &Desk<'_, MomentsFile>,
    table: &MomentTable,
    record: &Record,
    problems: &mut Vec<Problem>,
) -> Option<Moment> {
    let phase = keep(desk.resolve(&table.phase, "phase", &record.phases, |phase| phase.id.as_str()), problems)?;
    let mut characters = Vec::new();
    for reference in &table.characters {
        let found = desk.resolve(reference, "character", &record.characters, |one: &Character| one.id.as_str());
        if let Some(character) = keep(found, problems) {
            if character.level > table.level {
                let what = format!("`{}` is above this moment's level; raise the moment's `level`", character.id);
                problems.push(desk.problem(&reference.span(), what));
            }
            characters.push(character.id.clone());
        }
    }
    let mut topics = Vec::new();
    for reference in &table.topics {
        let found = desk.resolve(reference, "topic", &record.topics, |topic: &Topic| topic.id.as_str());
        if let Some(topic) = keep(found, problems) {
            topics.push(topic.id.clone());
        }
    }
    let all = &desk.content().moments;
    let mut end = |reference: &Spanned<String>| {
        keep(desk.resolve(reference, "moment", all, |other: &MomentTable| other.id.get_ref()), problems)
            .map(|other| MomentId::new(other.id.get_ref()))
    };
    let between = table.between.as_ref().and_then(|(from, to)| Some((end(from)?, end(to)?)));
    if let (Some((from, to)), Some((_, place))) = (&between, &table.between) {
        let order = |id: &MomentId| all.iter().position(|other| other.id.get_ref() == id.as_str());
        if order(from) > order(to) {
            let what = format!("`{from}` comes after `{to}` in the story; turn them round");
            problems.push(desk.problem(&place.span(), what));
        }
    }
    Some(Moment {
        id: MomentId::new(""),
        title: table.title.clone(),
        phase: phase.id.clone(),
        level: table.level,
        characters,
        between,
        topics,
    })
}

pub(super) fn check_related(desk: &Desk<'_, RelatedFile>, record: &mut Record, problems: &mut Vec<Problem>) {
    let mut taken = HashSet::new();
    for table in &desk.content().related {
        if let Some(id) = keep(desk.new_id(&table.id, Level::Premise, 'r', &mut taken), problems) {
            record.related.push(RelatedWork { id: RelatedId::new(&id), title: table.title.clone() });
        }
    }
}
