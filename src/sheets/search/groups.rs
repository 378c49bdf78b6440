//! What is found, in groups, as the page shows it.

use liner_notes_record::model::Locator;
use liner_notes_record::search::texts::{self, Texts};
use liner_notes_record::search::{Asked, Hit, Marked, Search, Thing};

use crate::sheets::shelf::Shelf;

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundGroup {
    /// Their kind.
    pub(super) kind: Kind,
    /// How many there are.
    pub(super) count: usize,
    /// The best of them, best first: all, where they were asked for.
    pub(super) hits: Vec<FoundHit>,
}

impl FoundGroup {
    /// Whether there are more than these.
    pub(super) fn has_more(&self) -> bool {
        self.hits.len() < self.count
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundHit {
    /// What it goes by in addresses; of an answer, its topic, of a telling, its moment.
    pub(super) id: String,
    /// The review that says it, or that it is.
    pub(super) review: Option<String>,
    /// The paragraph of the review in which it says so first.
    pub(super) paragraph: Option<u16>,
    /// What it is called.
    pub(super) name: Marked,
    /// What is said of it, or in it.
    pub(super) text: Marked,
}

/// The kinds of what can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
    /// Paragraphs of the reader's texts.
    Text,
}

impl Kind {
    /// One word for it, as in addresses.
    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Topic => "topic",
            Self::Claim => "claim",
            Self::Moment => "moment",
            Self::Telling => "telling",
            Self::Review => "review",
            Self::Related => "related",
            Self::Text => "text",
        }
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

/// What fits what was typed, in groups; of each kind so many at most.
pub(super) fn find(search: &Search<'_>, asked: &Asked, most: impl Fn(Kind) -> usize) -> Vec<FoundGroup> {
    let hits = search.find(asked);
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
        let best = &own[..own.len().min(most(kind))];
        let marked = search.marked(asked, best);
        let hits = best.iter().zip(marked).map(|(hit, (name, text))| found(hit, name, text)).collect();
        FoundGroup { kind, count: own.len(), hits }
    };
    kinds.into_iter().map(group).collect()
}

/// The paragraphs of the reader's texts that fit what was typed, if any do, so many at most; `shelf` has their words.
pub(super) fn find_in(texts: &Texts<'_>, shelf: &Shelf, asked: &Asked, most: usize) -> Option<FoundGroup> {
    let hits = texts.find(asked);
    let best = &hits[..hits.len().min(most)];
    let words = |hit: &texts::Hit<'_>| {
        let paragraph = shelf.text_of(&hit.review.id)?.0.text.paragraph(hit.paragraph)?;
        Some(paragraph.slice(0, paragraph.len()))
    };
    let words: Vec<String> = best.iter().map(|hit| words(hit).unwrap_or_default()).collect();
    let marked = texts.marked(asked, &words);
    let found = |(hit, text): (&texts::Hit<'_>, Marked)| FoundHit {
        id: hit.review.id.to_string(),
        review: Some(hit.review.id.to_string()),
        paragraph: Some(hit.paragraph),
        name: Marked { pieces: vec![(format!("¶{}", hit.paragraph), false)] },
        text,
    };
    let group = FoundGroup { kind: Kind::Text, count: hits.len(), hits: best.iter().zip(marked).map(found).collect() };
    (group.count > 0).then_some(group)
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
