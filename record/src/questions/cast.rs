//! Who is who: one card for everyone, under every name that the reviews give.

use super::compare::{Row, row};
use super::order::{largest_first, ordered};
use super::status::Status;
use crate::Shown;
use crate::model::{Character, Kind, Mention, Person, Review, Spelling, Who};

/// What is known of one character or person.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'r> {
    /// Whose card it is.
    pub who: Who,
    /// The canonical name.
    pub name: &'r str,
    /// The name in its own script.
    pub native: Option<&'r str>,
    /// Who plays the character.
    pub played_by: Option<&'r Person>,
    /// Whom the person plays.
    pub plays: Vec<&'r Character>,
    /// What the person does, for people.
    pub person: Option<&'r Person>,
    /// Every spelling, by review.
    pub forms: Vec<Forms<'r>>,
    /// What is said of them: the topics about them on which somebody speaks, those that differ first.
    pub said: Vec<Row<'r>>,
    /// For a character, what is said of the performance: the stances on whoever plays them.
    pub performance: Vec<Row<'r>>,
    /// Their other titles, as reviewers name them.
    pub mentions: Vec<&'r Mention>,
}

/// How one review writes a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Forms<'r> {
    /// The review.
    pub review: &'r Review,
    /// Its forms, most frequent first.
    pub spellings: Vec<&'r Spelling>,
}

impl<'r> Card<'r> {
    /// How many different forms the name has.
    #[must_use]
    pub fn distinct_forms(&self) -> usize {
        let mut forms: Vec<&str> = Vec::new();
        for spelling in self.forms.iter().flat_map(|forms| &forms.spellings) {
            if !forms.contains(&spelling.text.as_str()) {
                forms.push(&spelling.text);
            }
        }
        forms.len()
    }

    /// The rows on which the reviews do not agree about them.
    pub fn disagreements(&self) -> impl Iterator<Item = &Row<'r>> {
        self.said.iter().filter(|row| row.status == Status::Differ)
    }
}

/// Every card: characters first, then the people who are behind them.
#[must_use]
pub fn cards<'r>(shown: Shown<'r>) -> Vec<Card<'r>> {
    let characters = shown.characters().map(|character| Who::Character(character.id.clone()));
    let people = shown.people().map(|person| Who::Person(person.id.clone()));
    characters.chain(people).filter_map(|who| card(shown, &who)).collect()
}

/// One card; nothing when the dial hides it.
#[must_use]
pub fn card<'r>(shown: Shown<'r>, who: &Who) -> Option<Card<'r>> {
    let character = shown.characters().find(|one| matches!(who, Who::Character(id) if *id == one.id));
    let person = shown.people().find(|one| matches!(who, Who::Person(id) if *id == one.id));
    let name = shown.name_of(who)?;
    let native = character.map_or_else(|| person.and_then(|one| one.native.as_deref()), |one| one.native.as_deref());
    let player = character.and_then(|one| one.casting.as_ref()).map(|casting| &casting.player);
    let played_by = player.and_then(|player| shown.people().find(|one| one.id == *player));
    let is_played = |one: &&Character| {
        person.is_some_and(|person| one.casting.as_ref().is_some_and(|casting| casting.player == person.id))
    };
    let reviews: Vec<&Review> = shown.reviews().iter().collect();
    let asked_about = |who: &Who, stances_only: bool| {
        let rows: Vec<Row<'r>> = shown
            .topics()
            .filter(|topic| topic.about.contains(who) && (!stances_only || topic.kind == Kind::Stance))
            .map(|topic| row(shown, topic, &reviews))
            .filter(|row| row.status != Status::Silent)
            .collect();
        ordered(rows, |row| u64::from(row.status != Status::Differ))
    };
    let said = asked_about(who, false);
    let performance = played_by
        .map(|player| asked_about(&Who::Person(player.id.clone()), true))
        .unwrap_or_default()
        .into_iter()
        .filter(|row| said.iter().all(|other| other.topic.id != row.topic.id))
        .collect();
    Some(Card {
        who: who.clone(),
        name,
        native,
        played_by,
        plays: shown.characters().filter(is_played).collect(),
        person,
        forms: forms(shown, who),
        performance,
        said,
        mentions: shown
            .mentions()
            .filter(|mention| person.is_some_and(|person| mention.person.as_ref() == Some(&person.id)))
            .collect(),
    })
}

fn forms<'r>(shown: Shown<'r>, who: &Who) -> Vec<Forms<'r>> {
    let of_review = |review: &'r Review| {
        let spellings: Vec<&Spelling> =
            shown.spellings().filter(|spelling| spelling.of == *who && spelling.review == review.id).collect();
        let spellings = ordered(spellings, |spelling| largest_first(spelling.at.len()));
        (!spellings.is_empty()).then_some(Forms { review, spellings })
    };
    shown.reviews().iter().filter_map(of_review).collect()
}
