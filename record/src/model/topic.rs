//! What every review can be asked, and what each answers.

use super::{GroupId, Locator, PositionId, ReviewId, SlipId, TopicId, Who};
use crate::Level;
use crate::packed::packs;
use crate::value::{Unit, Value};

/// Topics that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its heading.
    pub name: String,
}

/// One question that every review can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its id; neutral (`t-041`) when it is above the premise.
    pub id: TopicId,
    /// The group it stands in.
    pub group: GroupId,
    /// The label of its row.
    pub title: String,
    /// The question in full.
    pub question: String,
    /// What an answer looks like.
    pub kind: Kind,
    /// How much asking it gives away.
    pub level: Level,
    /// Whom it is about: their cards show it.
    pub about: Vec<Who>,
}

/// The kind of answer a topic takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// So many of something.
    Quantity(Unit),
    /// A date or a range of dates.
    Date,
    /// A name.
    Name,
    /// One of the listed positions.
    Choice(Vec<Position>),
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
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Its id, within the topic.
    pub id: PositionId,
    /// As shown in a cell.
    pub name: String,
    /// Narrower positions that this one is compatible with.
    pub covers: Vec<PositionId>,
    /// Positions that it goes together with.
    pub with: Vec<PositionId>,
}

/// One review's answer to one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The review that answers.
    pub review: ReviewId,
    /// The topic that is answered.
    pub topic: TopicId,
    /// Which of the review's answers to the topic this is, from 1, as its file says; what gives less away has the lower
    /// number.
    pub answer: u8,
    /// The answer in normalised form.
    pub value: Value,
    /// The answer as shown in a cell, where the value alone reads badly.
    pub says: Option<String>,
    /// The answer in a sentence of ours.
    pub text: String,
    /// Whether the review only implies it.
    pub implied: bool,
    /// How much it gives away; never less than its topic.
    pub level: Level,
    /// The slip that garbles it: the literal reading, left out of the status.
    pub slip: Option<SlipId>,
    /// Where it stands.
    pub at: Vec<Locator>,
}

impl Claim {
    /// The claim's id: `nme/episodes`, and `nme/episodes/2` for a review's second answer. It names what is asked and
    /// who answers, so it stays when a place moves, a paraphrase is reworded or entries are put in another order.
    #[must_use]
    pub fn id(&self) -> String {
        let Self { review, topic, answer, .. } = self;
        if *answer == 1 { format!("{review}/{topic}") } else { format!("{review}/{topic}/{answer}") }
    }
}

packs! {
    struct Group { id, name };
    struct Topic { id, group, title, question, kind, level, about };
    struct Position { id, name, covers, with };
    struct Claim { review, topic, answer, value, says, text, implied, level, slip, at };
}

packs!(enum Kind { 0 = Quantity(it), 1 = Date, 2 = Name, 3 = Choice(it), 4 = Set, 5 = Stance, 6 = Rating, 7 = Text });
