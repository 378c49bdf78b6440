//! The story as a score: moments in story order and in each review's own telling order.

use super::compare::{Row, row};
use super::order::ordered;
use super::status::Status;
use crate::Shown;
use crate::model::{Locator, Moment, MomentId, Phase, Review, Telling};

/// The score of what is shown of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<'r> {
    /// The reviews: the lines of the staff.
    pub reviews: Vec<&'r Review>,
    /// The moments, in story order: the chords.
    pub places: Vec<Place<'r>>,
    /// The phases, as spans over the moments: the bar lines.
    pub phases: Vec<Span<'r>>,
    /// Whether the story goes on above the dial: the score ends in a closed bar.
    pub goes_on: bool,
}

/// A phase and the moments it spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Span<'r> {
    /// The phase.
    pub phase: &'r Phase,
    /// The first of its moments.
    pub first: usize,
    /// The last of its moments.
    pub last: usize,
}

/// One moment on the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<'r> {
    /// Its number among those shown, from 1.
    pub number: usize,
    /// The moment.
    pub moment: &'r Moment,
    /// Its phase.
    pub phase: &'r Phase,
    /// One for each review, in order; nothing where it does not tell the moment.
    pub heads: Vec<Option<Head<'r>>>,
    /// The first and last of the moments between which it may stand anywhere, where its place is not fixed.
    pub bracket: Option<(usize, usize)>,
    /// The topics on which its tellings disagree, where they are shown to.
    pub disagreements: Vec<Row<'r>>,
}

/// One review's note on a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Head<'r> {
    /// Its tellings, in the order of its text.
    pub tellings: Vec<&'r Telling>,
    /// Where the moment stands among those this review tells, from 1.
    pub rank: usize,
}

/// The moments that one may stand between, by index. An end that is missing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// It stands after this one.
    pub after: Option<usize>,
    /// It stands before this one.
    pub before: Option<usize>,
}

impl Timeline<'_> {
    /// Where the moment of that index may stand; nothing if its place is fixed.
    ///
    /// While the story goes on, an end at the last moment shown is open: whether it is that moment or one that is
    /// hidden makes no difference to what is said.
    #[must_use]
    pub fn reach(&self, index: usize) -> Option<Reach> {
        let (after, before) = self.places.get(index)?.bracket?;
        let last = self.places.len().checked_sub(1)?;
        let is_open = before <= index || (self.goes_on && before >= last);
        Some(Reach { after: (after < index).then_some(after), before: (!is_open).then_some(before) })
    }
}

impl Head<'_> {
    /// Whether the review only alludes to the moment: an open head.
    #[must_use]
    pub fn alludes(&self) -> bool {
        self.tellings.iter().all(|telling| telling.alludes)
    }
}

impl Place<'_> {
    /// How many reviews tell or allude to it.
    #[must_use]
    pub fn told_by(&self) -> usize {
        self.heads.iter().flatten().count()
    }
}

/// The score of what is shown.
#[must_use]
pub fn timeline<'r>(shown: Shown<'r>) -> Timeline<'r> {
    let reviews: Vec<&Review> = shown.reviews().iter().collect();
    let moments: Vec<&Moment> = shown.moments().collect();
    let told: Vec<Vec<&Moment>> = reviews.iter().map(|review| telling_order(shown, review, &moments)).collect();
    let position = |id: &MomentId| moments.iter().position(|moment| moment.id == *id);
    let place = |(index, moment): (usize, &&'r Moment)| {
        let head = |(review, order): (&&'r Review, &Vec<&'r Moment>)| {
            let rank = order.iter().position(|told| told.id == moment.id)? + 1;
            Some(Head { tellings: tellings(shown, review, moment), rank })
        };
        let topics = moment.topics.iter().filter_map(|id| shown.topic(id));
        Some(Place {
            number: index + 1,
            moment,
            phase: shown.phases().find(|phase| phase.id == moment.phase)?,
            heads: reviews.iter().zip(&told).map(head).collect(),
            // A hidden end leaves the bracket open to the last moment that is shown, which tells nothing.
            bracket: moment
                .between
                .as_ref()
                .map(|(from, to)| (position(from).unwrap_or(index), position(to).unwrap_or(moments.len() - 1))),
            disagreements: topics
                .map(|topic| row(shown, topic, &reviews))
                .filter(|row| matches!(row.status, Status::Differ | Status::Close))
                .collect(),
        })
    };
    let places: Vec<Place<'r>> = moments.iter().enumerate().filter_map(place).collect();
    Timeline { phases: spans(&places), reviews, places, goes_on: shown.story_goes_on() }
}

fn spans<'r>(places: &[Place<'r>]) -> Vec<Span<'r>> {
    let mut spans: Vec<Span<'r>> = Vec::new();
    for (index, place) in places.iter().enumerate() {
        match spans.last_mut() {
            Some(span) if span.phase.id == place.phase.id => span.last = index,
            _ => spans.push(Span { phase: place.phase, first: index, last: index }),
        }
    }
    spans
}

/// The tellings of a moment by one review, in the order of its text.
fn tellings<'r>(shown: Shown<'r>, review: &Review, moment: &Moment) -> Vec<&'r Telling> {
    let told = |telling: &&Telling| telling.review == review.id && telling.moment == moment.id;
    ordered(shown.tellings().filter(told).collect(), |telling| first_place(telling))
}

/// The moments that a review tells, by the first place where it does.
fn telling_order<'r>(shown: Shown<'r>, review: &Review, moments: &[&'r Moment]) -> Vec<&'r Moment> {
    let first = |moment: &&'r Moment| {
        let tellings = tellings(shown, review, moment);
        Some((first_place(tellings.first()?), *moment))
    };
    let order: Vec<_> = moments.iter().filter_map(first).collect();
    ordered(order, |(place, _)| *place).into_iter().map(|(_, moment)| moment).collect()
}

/// The first place of a telling, as a number that grows through the text.
fn first_place(telling: &Telling) -> u64 {
    let place = |locator: &Locator| u64::from(locator.paragraph) << 32 | u64::from(locator.start);
    telling.at.iter().map(place).min().unwrap_or(u64::MAX)
}
