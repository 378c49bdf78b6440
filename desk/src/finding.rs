//! What is found, in groups, as the page shows it.

use liner_notes_record::model::Locator;
use liner_notes_record::search::{Asked, Hit, Marked, Search, Thing};

/// How many hits of a group are handed over; the count says how many there are.
const MOST: usize = 30;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By kind, the group with the best hit first.
    pub groups: Vec<FoundGroup>,
}

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGroup {
    /// Their kind.
    pub kind: Kind,
    /// How many there are.
    pub count: usize,
    /// The best of them, best first.
    pub hits: Vec<FoundHit>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundHit {
    /// What it goes by in addresses; of an answer, its topic, of a telling, its moment.
    pub id: String,
    /// The review that says it, or that it is.
    pub review: Option<String>,
    /// The paragraph of the review in which it says so first.
    pub paragraph: Option<u16>,
    /// What it is called.
    pub name: Marked,
    /// What is said of it, or in it.
    pub text: Marked,
}

/// The kinds of what can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People and characters.
    Card,
    /// Topics of the comparison.
    Topic,
    /// Answers of reviews.
    Claim,
    /// Moments of the story.
    Moment,
    /// What reviews tell of moments.
    Telling,
    /// Reviews.
    Review,
    /// Other titles.
    Related,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Card, Self::Topic, Self::Claim, Self::Moment, Self::Telling, Self::Review, Self::Related];

    /// One word for it, on the way between page and desk.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Topic => "topic",
            Self::Claim => "claim",
            Self::Moment => "moment",
            Self::Telling => "telling",
            Self::Review => "review",
            Self::Related => "related",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.token() == token)
    }

    fn of(thing: &Thing<'_>) -> Self {
        match thing {
            Thing::Card(_) => Self::Card,
            Thing::Topic(_) => Self::Topic,
            Thing::Claim(_) => Self::Claim,
            Thing::Moment(_) => Self::Moment,
            Thing::Telling(_) => Self::Telling,
            Thing::Review(_) => Self::Review,
            Thing::Related(_) => Self::Related,
        }
    }
}

/// What fits what was typed, in groups.
#[must_use]
pub fn find(search: &Search<'_>, typed: &str) -> Found {
    let asked = Asked::read(typed);
    let hits = search.find(&asked);
    // A kind stands where its best hit would.
    let mut kinds: Vec<Kind> = Vec::new();
    for hit in &hits {
        let kind = Kind::of(hit.thing);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let group = |kind: Kind| {
        let own: Vec<Hit<'_, '_>> = hits.iter().filter(|hit| Kind::of(hit.thing) == kind).cloned().collect();
        let best = &own[..own.len().min(MOST)];
        let marked = search.marked(&asked, best);
        let hits = best.iter().zip(marked).map(|(hit, (name, text))| found(hit, name, text)).collect();
        FoundGroup { kind, count: own.len(), hits }
    };
    Found { groups: kinds.into_iter().map(group).collect() }
}

fn found(hit: &Hit<'_, '_>, name: Marked, text: Marked) -> FoundHit {
    let (id, review, at): (String, Option<String>, &[Locator]) = match hit.thing {
        Thing::Card(who) => (who.slug().to_owned(), None, &[]),
        Thing::Topic(topic) => (topic.id.to_string(), None, &[]),
        Thing::Claim(claim) => (claim.topic.to_string(), Some(claim.review.to_string()), &claim.at),
        Thing::Moment(moment) => (moment.id.to_string(), None, &[]),
        Thing::Telling(telling) => (telling.moment.to_string(), Some(telling.review.to_string()), &telling.at),
        Thing::Review(review) => (review.id.to_string(), Some(review.id.to_string()), &[]),
        Thing::Related(mention) => (mention.work.to_string(), Some(mention.review.to_string()), &mention.at),
    };
    FoundHit { id, review, paragraph: at.first().map(|at| at.paragraph), name, text }
}
