//! Topics by reviews: who answers what, and what the answers come to.

use super::status::{Dot, Relations, Status};
use crate::Shown;
use crate::model::{Claim, Kind, Review, Topic};
use crate::value::Relation;

/// One topic, asked of the chosen reviews.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'r> {
    /// The topic.
    pub topic: &'r Topic,
    /// What the answers come to.
    pub status: Status,
    /// One cell for each chosen review, in the chosen order.
    pub cells: Vec<Cell<'r>>,
    /// One dot for each cell.
    pub dots: Vec<Dot>,
    /// The cell of the odd one out.
    pub odd_one_out: Option<usize>,
    /// The cells that give the same answer.
    pub same: Vec<Vec<usize>>,
    /// The cells whose answers are compatible.
    pub compatible: Vec<Vec<usize>>,
}

/// What one review says to one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'r> {
    /// The review.
    pub review: &'r Review,
    /// Its answers, in the order of its file; none when it is silent.
    pub answers: Vec<Answer<'r>>,
    /// Whether two of its answers cannot both be true.
    pub contradicts_itself: bool,
}

/// One answer in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'r> {
    /// The claim.
    pub claim: &'r Claim,
    /// Whether it counts in the status: not when the source garbles itself, nor beside a more exact one.
    pub counts: bool,
    /// The answer in a few words; nothing where only the paraphrase says it.
    pub words: Option<String>,
}

impl<'r> Answer<'r> {
    /// The answer in a few words, or else the paraphrase.
    #[must_use]
    pub fn in_short(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.claim.text)
    }

    /// What is to be said beside the answer: that its source garbles it, or that it is only implied.
    #[must_use]
    pub fn remark(&self) -> Option<&'static str> {
        if self.claim.slip.is_some() {
            Some("the text garbles itself here: not counted")
        } else if self.claim.implied {
            Some("implied")
        } else {
            None
        }
    }
}

impl<'r> Cell<'r> {
    fn new(topic: &'r Topic, review: &'r Review, claims: &[&'r Claim]) -> Self {
        let own = |claim: &&&'r Claim| claim.review == review.id;
        let claims: Vec<&Claim> = claims.iter().filter(own).copied().collect();
        let answer = |(place, claim): (usize, &&'r Claim)| Answer {
            claim,
            counts: claim.slip.is_none() && !is_outdone(place, &claims, &topic.kind),
            words: claim.says.clone().or_else(|| claim.value.words(&topic.kind)),
        };
        let answers: Vec<Answer<'r>> = claims.iter().enumerate().map(answer).collect();
        let mut cell = Self { review, answers, contradicts_itself: false };
        let counted: Vec<&Claim> = cell.counted().collect();
        let clash = |one: &&Claim, two: &&Claim| one.value.relation(&two.value, &topic.kind) == Relation::Incompatible;
        cell.contradicts_itself = counted.iter().any(|one| counted.iter().any(|two| clash(one, two)));
        cell
    }

    /// The claims that count.
    pub fn counted(&self) -> impl Iterator<Item = &'r Claim> {
        self.answers.iter().filter(|answer| answer.counts).map(|answer| answer.claim)
    }

    /// Whether no claim of it counts.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.counted().next().is_none()
    }

    /// How two reviews stand to each other: incompatible only if no answer of one fits any of the other.
    fn relation(&self, other: &Self, kind: &Kind) -> Relation {
        let ask = |one: &Claim, two: &Claim| one.value.relation(&two.value, kind);
        let all = || self.counted().flat_map(|one| other.counted().map(move |two| ask(one, two)));
        let each_has_same = |here: &Self, there: &Self| {
            here.counted().all(|one| there.counted().any(|two| ask(one, two) == Relation::Same))
        };
        if all().any(|pair| matches!(pair, Relation::Same | Relation::Compatible)) {
            let same = each_has_same(self, other) && each_has_same(other, self);
            if same { Relation::Same } else { Relation::Compatible }
        } else if all().any(|pair| pair == Relation::Incompatible) {
            Relation::Incompatible
        } else {
            Relation::NotCompared
        }
    }
}

/// Whether another answer of the same review is compatible with this one and more exact, or the same and earlier.
fn is_outdone(place: usize, claims: &[&Claim], kind: &Kind) -> bool {
    let this = claims[place];
    claims.iter().enumerate().filter(|(_, other)| other.slip.is_none()).any(|(other_place, other)| {
        match this.value.relation(&other.value, kind) {
            Relation::Same => other_place < place,
            Relation::Compatible => other.value.is_more_exact_than(&this.value, kind),
            Relation::Incompatible | Relation::NotCompared => false,
        }
    })
}

/// The row of one topic for the chosen reviews.
#[must_use]
pub fn row<'r>(shown: Shown<'r>, topic: &'r Topic, reviews: &[&'r Review]) -> Row<'r> {
    let claims: Vec<&Claim> = shown.claims().filter(|claim| claim.topic == topic.id).collect();
    let cells: Vec<Cell<'r>> = reviews.iter().map(|review| Cell::new(topic, review, &claims)).collect();
    let speaks = cells.iter().map(|cell| !cell.is_silent()).collect();
    let relations = Relations::between(speaks, |i, j| cells[i].relation(&cells[j], &topic.kind));
    Row {
        topic,
        status: relations.status(),
        dots: relations.dots(),
        odd_one_out: relations.odd_one_out(),
        same: relations.same(),
        compatible: relations.compatible(),
        cells,
    }
}

/// The rows of every topic for the chosen reviews, in the order of the collection.
#[must_use]
pub fn rows<'r>(shown: Shown<'r>, reviews: &[&'r Review]) -> Vec<Row<'r>> {
    shown.topics().map(|topic| row(shown, topic, reviews)).collect()
}
