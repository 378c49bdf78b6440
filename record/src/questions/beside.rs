//! Reviews' texts side by side: what they can be led to, and where in each one it is said.

use super::outline::Entry;
use super::reading::{Open, Reading};
use crate::Shown;
use crate::model::{MomentId, Review, TopicId};

/// Two to four reviews, each a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside<'r> {
    columns: Vec<Column<'r>>,
}

/// A review and its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<'r> {
    /// The review.
    pub review: &'r Review,
    /// Its text as far as it is open; nothing where the reader has not attached it.
    pub reading: Option<Reading<'r>>,
}

/// What the columns are led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// What is answered to a topic.
    Topic(TopicId),
    /// How a moment is told.
    Moment(MomentId),
}

/// What is lit in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Lit<'r> {
    /// The column's review.
    pub review: &'r Review,
    /// The passages, in the order of the text: the paragraph, and which of its passages.
    pub passages: Vec<(u16, usize)>,
    /// Whether something that is shown of the subject stands where the text is kept back. Without it and without
    /// passages, the review is silent as far as the dial goes, or its passages are lost.
    pub is_kept_back: bool,
}

impl<'r> Beside<'r> {
    /// Puts reviews side by side, in their order; nothing where they are fewer than two or more than four.
    #[must_use]
    pub fn of(columns: Vec<Column<'r>>) -> Option<Self> {
        (2..=4).contains(&columns.len()).then_some(Self { columns })
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &[Column<'r>] {
        &self.columns
    }

    /// Where each column speaks of a subject: one for each column, in their order.
    #[must_use]
    pub fn lit(&self, subject: &Subject) -> Vec<Lit<'r>> {
        let is_about = |entries: &[Entry<'r>]| entries.iter().any(|entry| subject.is_of(entry));
        let own = |open: &Open<'r>| {
            let passages = open.passages.iter().enumerate();
            let about = passages.filter(|(_, passage)| is_about(&passage.entries));
            about.map(|(place, _)| (open.paragraph, place)).collect::<Vec<_>>()
        };
        let lit = |Column { review, reading }: &Column<'r>| Lit {
            review,
            passages: reading.iter().flat_map(Reading::open).flat_map(own).collect(),
            is_kept_back: reading
                .iter()
                .flat_map(Reading::gaps)
                .any(|gap| gap.entries().any(|entry| subject.is_of(entry))),
        };
        self.columns.iter().map(lit).collect()
    }
}

impl Subject {
    /// What was taken from a passage, if it is something that all reviews can be asked.
    #[must_use]
    pub fn of(entry: &Entry<'_>) -> Option<Self> {
        match entry {
            Entry::Claim(topic, _) => Some(Self::Topic(topic.id.clone())),
            Entry::Telling(moment, _) => Some(Self::Moment(moment.id.clone())),
            Entry::Mention(_) | Entry::Slip(_) | Entry::Spelling(_) => None,
        }
    }

    fn is_of(&self, entry: &Entry<'_>) -> bool {
        match (self, entry) {
            (Self::Topic(topic), Entry::Claim(own, _)) => own.id == *topic,
            (Self::Moment(moment), Entry::Telling(own, _)) => own.id == *moment,
            _ => false,
        }
    }

    /// Whether a review says something of it that is shown.
    #[must_use]
    pub fn is_spoken_of(&self, shown: Shown<'_>, review: &Review) -> bool {
        match self {
            Self::Topic(topic) => shown.claims().any(|claim| claim.topic == *topic && claim.review == review.id),
            Self::Moment(moment) => {
                shown.tellings().any(|telling| telling.moment == *moment && telling.review == review.id)
            }
        }
    }
}

/// All that is shown and columns can be led to, in the order of the record: topics by group, then moments by phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents<'r> {
    /// The groups, then the phases.
    pub chapters: Vec<Chapter<'r>>,
}

/// A group of topics or a phase of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter<'r> {
    /// What it is called.
    pub name: &'r str,
    /// What is in it.
    pub subjects: Vec<Offered<'r>>,
}

/// Something that columns can be led to.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered<'r> {
    /// What it is.
    pub subject: Subject,
    /// What it is called.
    pub title: &'r str,
    /// How many of the chosen reviews say something of it.
    pub speaking: usize,
}

/// What the chosen reviews can be led to.
#[must_use]
pub fn contents<'r>(shown: Shown<'r>, reviews: &[&Review]) -> Contents<'r> {
    let offered = |subject: Subject, title: &'r str| {
        let speaking = reviews.iter().filter(|review| subject.is_spoken_of(shown, review)).count();
        Offered { subject, title, speaking }
    };
    let groups = shown.groups().map(|group| {
        let topics = shown.topics().filter(|topic| topic.group == group.id);
        let subjects = topics.map(|topic| offered(Subject::Topic(topic.id.clone()), &topic.title)).collect();
        Chapter { name: &group.name, subjects }
    });
    let phases = shown.phases().map(|phase| {
        let moments = shown.moments().filter(|moment| moment.phase == phase.id);
        let subjects = moments.map(|moment| offered(Subject::Moment(moment.id.clone()), &moment.title)).collect();
        Chapter { name: &phase.name, subjects }
    });
    Contents { chapters: groups.chain(phases).collect() }
}

impl<'r> Contents<'r> {
    /// All subjects, those of which nobody speaks as well.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Offered<'r>> {
        self.chapters.iter().flat_map(|chapter| &chapter.subjects)
    }

    /// The nearest before a subject and the nearest after it of which somebody speaks.
    #[must_use]
    pub fn around(&self, subject: &Subject) -> [Option<&Offered<'r>>; 2] {
        let is_other = |one: &&Offered<'r>| one.subject != *subject;
        let speaks = |one: &&Offered<'r>| one.speaking > 0;
        let before = self.all().take_while(is_other).filter(speaks).last();
        let after = self.all().rev().take_while(is_other).filter(speaks).last();
        [before, after]
    }

    /// The first of which most speak; nothing where nobody says anything.
    #[must_use]
    pub fn first(&self) -> Option<&Offered<'r>> {
        let most = self.all().map(|one| one.speaking).max().filter(|most| *most > 0)?;
        self.all().find(|one| one.speaking == most)
    }
}
