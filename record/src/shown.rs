//! The record as the reader's dial lets it be seen.
//!
//! This is the one door to a [`Record`]: its lists are private, and every list here leaves out what the dial hides.
//! A view that holds a [`Shown`] cannot leak what is above the dial, nor count it.

use crate::model::{
    Character, Claim, Edition, Group, Mention, Moment, Person, Phase, RelatedId, RelatedWork, Review, ReviewId, Slip,
    Spelling, Telling, Topic, TopicId, Who, Work,
};
use crate::{Dial, Record};
#[cfg(feature = "texts")]
use crate::{Level, model::Locator};

/// A record at one stop of the dial.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'r> {
    record: &'r Record,
    dial: Dial,
}

/// What a slug from an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// Something the reader may see.
    Found(T),
    /// Something that is shown from this stop on.
    Hidden(Dial),
    /// Nothing goes by it.
    Unknown,
}

impl<'r> Shown<'r> {
    /// The record at a stop of the dial.
    #[must_use]
    pub fn new(record: &'r Record, dial: Dial) -> Self {
        Self { record, dial }
    }

    /// The stop it is shown at.
    #[must_use]
    pub fn dial(self) -> Dial {
        self.dial
    }

    /// Which edition of the record this is.
    #[must_use]
    pub fn edition(self) -> &'r Edition {
        &self.record.edition
    }

    /// The work. What introduces it is at the premise, so nothing of it is ever hidden.
    #[must_use]
    pub fn work(self) -> &'r Work {
        &self.record.work
    }

    /// The reviews, in the order of their numbers.
    #[must_use]
    pub fn reviews(self) -> &'r [Review] {
        &self.record.reviews
    }

    /// The review of that id.
    #[must_use]
    pub fn review(self, id: &ReviewId) -> Option<&'r Review> {
        self.record.reviews.iter().find(|review| review.id == *id)
    }

    /// The groups that have a topic to show.
    pub fn groups(self) -> impl Iterator<Item = &'r Group> {
        self.record.groups.iter().filter(move |group| self.topics().any(|topic| topic.group == group.id))
    }

    /// The topics, in the order of the collection.
    pub fn topics(self) -> impl Iterator<Item = &'r Topic> {
        self.record.topics.iter().filter(move |topic| self.dial.shows(topic.level))
    }

    /// The topic of that id, where it is shown.
    #[must_use]
    pub fn topic(self, id: &TopicId) -> Option<&'r Topic> {
        self.topics().find(|topic| topic.id == *id)
    }

    /// The claims, by review and in the order of its file.
    pub fn claims(self) -> impl Iterator<Item = &'r Claim> {
        self.record.claims.iter().filter(move |claim| self.dial.shows(claim.level))
    }

    /// The characters, in the order of the collection.
    pub fn characters(self) -> impl Iterator<Item = &'r Character> {
        self.record.characters.iter().filter(move |character| self.dial.shows(character.level))
    }

    /// The people, in the order of the collection.
    pub fn people(self) -> impl Iterator<Item = &'r Person> {
        self.record.people.iter().filter(move |person| self.dial.shows(person.level))
    }

    /// The spellings of everyone who is shown, by review, characters before people.
    pub fn spellings(self) -> impl Iterator<Item = &'r Spelling> {
        self.record
            .spellings
            .iter()
            .filter(move |spelling| self.dial.shows(spelling.level) && self.name_of(&spelling.of).is_some())
    }

    /// The canonical name of whoever it is, where they are shown.
    #[must_use]
    pub fn name_of(self, who: &Who) -> Option<&'r str> {
        match who {
            Who::Character(id) => self.characters().find(|one| one.id == *id).map(|one| one.name.as_str()),
            Who::Person(id) => self.people().find(|one| one.id == *id).map(|one| one.name.as_str()),
        }
    }

    /// The phases that have a moment to show.
    pub fn phases(self) -> impl Iterator<Item = &'r Phase> {
        self.record.phases.iter().filter(move |phase| self.moments().any(|moment| moment.phase == phase.id))
    }

    /// The moments, in story order.
    pub fn moments(self) -> impl Iterator<Item = &'r Moment> {
        self.record.moments.iter().filter(move |moment| self.dial.shows(moment.level))
    }

    /// The tellings, by review and in story order.
    pub fn tellings(self) -> impl Iterator<Item = &'r Telling> {
        self.record.tellings.iter().filter(move |telling| self.dial.shows(telling.level))
    }

    /// Whether the story goes on above the dial.
    #[must_use]
    pub fn story_goes_on(self) -> bool {
        self.record.moments.iter().any(|moment| !self.dial.shows(moment.level))
    }

    /// The other titles, where a mention of them is shown.
    #[must_use]
    pub fn related(self, id: &RelatedId) -> Option<&'r RelatedWork> {
        self.record.related.iter().find(|related| related.id == *id)
    }

    /// The reviews naming other titles.
    pub fn mentions(self) -> impl Iterator<Item = &'r Mention> {
        self.record.mentions.iter().filter(move |mention| self.dial.shows(mention.level))
    }

    /// The mistakes of the sources.
    pub fn slips(self) -> impl Iterator<Item = &'r Slip> {
        self.record.slips.iter().filter(move |slip| self.dial.shows(slip.level))
    }

    /// What every entry of a review gives away and where it stands, those that the dial hides as well: by this it is
    /// judged which paragraphs of its text may be read. A name gives away as much as whom it names.
    #[cfg(feature = "texts")]
    pub(crate) fn levels(self, review: &ReviewId) -> impl Iterator<Item = (Level, &'r [Locator])> {
        let record = self.record;
        let card = move |who: &Who| match who {
            Who::Character(id) => record.characters.iter().find(|one| one.id == *id).map(|one| one.level),
            Who::Person(id) => record.people.iter().find(|one| one.id == *id).map(|one| one.level),
        };
        let named = move |one: &Spelling| one.level.max(card(&one.of).unwrap_or_default());
        let claims = record.claims.iter().map(|one| (&one.review, one.level, &one.at));
        let tellings = record.tellings.iter().map(|one| (&one.review, one.level, &one.at));
        let spellings = record.spellings.iter().map(move |one| (&one.review, named(one), &one.at));
        let mentions = record.mentions.iter().map(|one| (&one.review, one.level, &one.at));
        let slips = record.slips.iter().map(|one| (&one.review, one.level, &one.at));
        let all = claims.chain(tellings).chain(spellings).chain(mentions).chain(slips);
        all.filter(move |(own, ..)| *own == review).map(|(_, level, at)| (level, at.as_slice()))
    }

    /// What a topic's slug leads to.
    #[must_use]
    pub fn look_up_topic(self, slug: &str) -> Lookup<&'r Topic> {
        let found = self.record.topics.iter().find(|topic| topic.id.as_str() == slug);
        self.judge(found.map(|topic| (topic.level, topic)))
    }

    /// What a moment's slug leads to.
    #[must_use]
    pub fn look_up_moment(self, slug: &str) -> Lookup<&'r Moment> {
        let found = self.record.moments.iter().find(|moment| moment.id.as_str() == slug);
        self.judge(found.map(|moment| (moment.level, moment)))
    }

    /// What a card's slug leads to.
    #[must_use]
    pub fn look_up_card(self, slug: &str) -> Lookup<Who> {
        let character = self.record.characters.iter().find(|one| one.id.as_str() == slug);
        let person = self.record.people.iter().find(|one| one.id.as_str() == slug);
        let character = character.map(|one| (one.level, Who::Character(one.id.clone())));
        self.judge(character.or_else(|| person.map(|one| (one.level, Who::Person(one.id.clone())))))
    }

    fn judge<T>(self, found: Option<(crate::Level, T)>) -> Lookup<T> {
        match found {
            None => Lookup::Unknown,
            Some((level, item)) if self.dial.shows(level) => Lookup::Found(item),
            Some((level, _)) => Lookup::Hidden(Dial::needed_for(level)),
        }
    }
}

/// Two are equal when they show one and the same record at the same stop: cheap enough to compare on every render.
impl PartialEq for Shown<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.record, other.record) && self.dial == other.dial
    }
}
