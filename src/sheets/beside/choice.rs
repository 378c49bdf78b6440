//! What a reader has side by side, as the address carries it.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Contents, Subject, contents};
use liner_notes_record::{Dial, Lookup, Shown};

use crate::address::Query;
use crate::pages::beside::KEYS;

/// The most reviews that stand side by side, and the fewest.
const BOUNDS: (usize, usize) = (4, 2);

/// The chosen reviews, and what they are led to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    /// In their order, each once: two to four, or fewer where not enough were named and attached.
    pub(super) reviews: Vec<&'static Review>,
    /// What they can be led to.
    pub(super) contents: Contents<'static>,
    pub(super) sought: Sought,
}

/// What the address points at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sought {
    /// The reviews say nothing that is shown.
    Nothing,
    Subject(Subject),
    /// What that is ("This topic"), and the stop of the dial from which on it is shown.
    Hidden(&'static str, Dial),
}

impl Choice {
    /// Reads the choice from an address, with a sentence for everything that could not be followed. What it leaves open
    /// is filled from the reviews whose texts are attached, and with the first thing of which most of them speak.
    pub(super) fn read(query: &Query, shown: Shown<'static>, attached: &[&'static Review]) -> (Self, Vec<String>) {
        let mut ignored = Vec::new();
        let [reviews, topic, moment] = KEYS;
        let reviews = read_reviews(query, reviews, shown, attached, &mut ignored);
        let contents = contents(shown, &reviews);
        let topic = query.get(topic).map(|slug| {
            let topic = shown.look_up_topic(slug);
            ("topic", slug, found(topic, |topic| Subject::Topic(topic.id.clone())))
        });
        let moment = query.get(moment).map(|slug| {
            let moment = shown.look_up_moment(slug);
            ("moment", slug, found(moment, |moment| Subject::Moment(moment.id.clone())))
        });
        if topic.is_some() && moment.is_some() {
            ignored.push("The address names a topic and a moment; this is the topic.".to_owned());
        }
        let sought = match topic.or(moment) {
            Some((_, _, Lookup::Found(subject))) => Some(Sought::Subject(subject)),
            Some((word, _, Lookup::Hidden(needs))) => {
                Some(Sought::Hidden(if word == "topic" { "This topic" } else { "This moment" }, needs))
            }
            Some((word, slug, Lookup::Unknown)) => {
                ignored.push(format!("There is no {word} “{slug}”."));
                None
            }
            None => None,
        };
        let first = || contents.first().map_or(Sought::Nothing, |first| Sought::Subject(first.subject.clone()));
        let sought = sought.unwrap_or_else(first);
        (Self { reviews, contents, sought }, ignored)
    }

    /// What the columns are led to.
    pub(super) fn subject(&self) -> Option<&Subject> {
        match &self.sought {
            Sought::Subject(subject) => Some(subject),
            Sought::Nothing | Sought::Hidden(..) => None,
        }
    }

    /// The reviews with one more or less; nothing where they would be too many or too few.
    pub(super) fn with_toggled(&self, review: &'static Review) -> Option<Vec<&'static Review>> {
        let mut reviews = self.reviews.clone();
        match reviews.iter().position(|chosen| *chosen == review) {
            Some(place) => drop(reviews.remove(place)),
            None => reviews.push(review),
        }
        (BOUNDS.1..=BOUNDS.0).contains(&reviews.len()).then_some(reviews)
    }
}

fn found<T>(lookup: Lookup<T>, subject: impl Fn(T) -> Subject) -> Lookup<Subject> {
    match lookup {
        Lookup::Found(found) => Lookup::Found(subject(found)),
        Lookup::Hidden(needs) => Lookup::Hidden(needs),
        Lookup::Unknown => Lookup::Unknown,
    }
}

fn read_reviews(
    query: &Query,
    key: &str,
    shown: Shown<'static>,
    attached: &[&'static Review],
    ignored: &mut Vec<String>,
) -> Vec<&'static Review> {
    let mut reviews: Vec<&'static Review> = Vec::new();
    for slug in query.list(key) {
        match shown.reviews().iter().find(|review| review.id.as_str() == slug) {
            Some(review) if !reviews.contains(&review) => reviews.push(review),
            Some(_) => {}
            None => ignored.push(format!("There is no review “{slug}”.")),
        }
    }
    if reviews.len() > BOUNDS.0 {
        reviews.truncate(BOUNDS.0);
        ignored.push("Four reviews fit side by side, so here are the first four.".to_owned());
    }
    let named = reviews.len();
    for review in attached {
        if reviews.len() < BOUNDS.1 && !reviews.contains(review) {
            reviews.push(review);
        }
    }
    if named == 1 && reviews.len() > 1 {
        ignored.push("Side by side takes two reviews, so here is another one with it.".to_owned());
    }
    reviews
}
