//! What a reader compares, as the address carries it.

use liner_notes_record::model::{GroupId, Review, TopicId};
use liner_notes_record::questions::{Filter, Section, Status};
use liner_notes_record::{Dial, Lookup, Shown};

use crate::address::{Address, Place, Query};
use crate::components::jumps::AT;
use crate::components::notice::{no_group, strange_keys};

/// The chosen reviews in their order, the filter, what is unfolded, and what is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    /// At least two, each once.
    pub(super) reviews: Vec<&'static Review>,
    /// How many reviews there are.
    pub(super) available: usize,
    /// Whether they are all the reviews in the order of their numbers.
    pub(super) is_whole: bool,
    pub(super) filter: Filter,
    /// The groups whose rows are unfolded.
    pub(super) open: Vec<GroupId>,
    pub(super) sought: Sought,
}

/// What the address points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    Nothing,
    /// A topic that the reader may see.
    Topic(TopicId),
    /// A topic that is shown from this stop of the dial on.
    Hidden(Dial),
    /// The start of a group.
    Group(GroupId),
}

/// Which way a review goes in the row of those that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Towards the first.
    Forward,
    /// Towards the last.
    Back,
}

impl Choice {
    /// Reads the choice from an address, with a sentence for everything that could not be followed.
    pub(super) fn read(query: &Query, shown: Shown<'static>) -> (Self, Vec<String>) {
        let mut ignored = Vec::new();
        let reviews = read_reviews(query, shown, &mut ignored);
        let mut statuses = Vec::new();
        for word in query.list("status") {
            match Status::from_token(word) {
                Some(status) if !statuses.contains(&status) => statuses.push(status),
                Some(_) => {}
                None => ignored.push(format!("There is no status “{word}”.")),
            }
        }
        let mut group = |slug: &str| {
            let group = shown.groups().find(|group| group.id.as_str() == slug);
            if group.is_none() {
                ignored.push(no_group(slug));
            }
            group.map(|group| group.id.clone())
        };
        let only = query.get("group").and_then(&mut group);
        let at = query.get(AT).and_then(&mut group).map_or(Sought::Nothing, Sought::Group);
        let open = query.list("open").filter_map(&mut group).collect();
        let sought = match query.get("topic").map(|slug| (slug, shown.look_up_topic(slug))) {
            None => at,
            Some((_, Lookup::Found(topic))) => Sought::Topic(topic.id.clone()),
            Some((_, Lookup::Hidden(needs))) => Sought::Hidden(needs),
            Some((slug, Lookup::Unknown)) => {
                ignored.push(format!("There is no topic “{slug}”."));
                at
            }
        };
        ignored.extend(strange_keys(query, &["reviews", "status", "group", "text", "open", "topic", AT]));
        let text = query.get("text").unwrap_or_default().to_owned();
        let available = shown.reviews().len();
        let is_whole = reviews.iter().copied().eq(shown.reviews());
        (Self { reviews, available, is_whole, filter: Filter { statuses, group: only, text }, open, sought }, ignored)
    }

    /// The address that carries this choice. What is as it would be without a word is left out.
    pub(super) fn address(&self) -> Address {
        let join = |words: Vec<&str>| words.join(",");
        let reviews = if self.is_whole { Vec::new() } else { self.reviews.iter().map(|one| one.id.as_str()).collect() };
        let statuses = self.filter.statuses.iter().map(|status| status.token()).collect();
        let open = self.open.iter().map(GroupId::as_str).collect();
        let (topic, at) = match &self.sought {
            Sought::Topic(topic) => (topic.as_str(), ""),
            Sought::Group(group) => ("", group.as_str()),
            Sought::Nothing | Sought::Hidden(_) => ("", ""),
        };
        Address::of(Place::Compare)
            .with("reviews", &join(reviews))
            .with("status", &join(statuses))
            .with("group", self.filter.group.as_ref().map_or("", GroupId::as_str))
            .with("text", &self.filter.text)
            .with("open", &join(open))
            .with("topic", topic)
            .with(AT, at)
    }

    /// Whether the rows that fold in a group are unfolded: the reader pressed for that, or looks for one of them.
    pub(super) fn unfolds(&self, section: &Section<'_>) -> bool {
        self.open.contains(&section.group.id) || self.seeks_in(section)
    }

    fn seeks_in(&self, section: &Section<'_>) -> bool {
        section.folded.iter().any(|row| matches!(&self.sought, Sought::Topic(topic) if *topic == row.topic.id))
    }

    /// The same with the rows that fold in a group unfolded, or folded again.
    pub(super) fn with_fold_toggled(&self, section: &Section<'_>) -> Self {
        let mut next = self.clone();
        if !self.unfolds(section) {
            next.open.push(section.group.id.clone());
            return next;
        }
        next.open.retain(|group| *group != section.group.id);
        if self.seeks_in(section) {
            next.sought = Sought::Nothing;
        }
        next
    }

    /// The same without anything that is looked for.
    pub(super) fn unsought(&self) -> Self {
        Self { sought: Sought::Nothing, ..self.clone() }
    }

    /// The same without any filter.
    pub(super) fn unfiltered(&self) -> Self {
        Self { filter: Filter::default(), ..self.unsought() }
    }

    /// The same with one status more or less.
    pub(super) fn with_status_toggled(&self, status: Status) -> Self {
        let mut next = self.unsought();
        match next.filter.statuses.iter().position(|chosen| *chosen == status) {
            Some(place) => drop(next.filter.statuses.remove(place)),
            None => next.filter.statuses.push(status),
        }
        next
    }

    /// The same with every status.
    pub(super) fn with_every_status(&self) -> Self {
        let mut next = self.unsought();
        next.filter.statuses.clear();
        next
    }

    /// The same with other reviews, in this order; nothing when they are fewer than two.
    pub(super) fn with_reviews(&self, reviews: Vec<&'static Review>) -> Option<Self> {
        let is_whole =
            reviews.len() == self.available && reviews.windows(2).all(|pair| pair[0].number < pair[1].number);
        (reviews.len() >= 2).then(|| Self { reviews, is_whole, ..self.clone() })
    }

    /// The same with a review more or less; nothing when that would leave fewer than two.
    pub(super) fn with_review_toggled(&self, review: &'static Review) -> Option<Self> {
        let mut reviews = self.reviews.clone();
        match reviews.iter().position(|chosen| chosen.id == review.id) {
            Some(place) => drop(reviews.remove(place)),
            None => reviews.push(review),
        }
        self.with_reviews(reviews)
    }

    /// The same with a review one place further to the front or the back; nothing at the end of the row.
    pub(super) fn with_review_moved(&self, review: &Review, way: Way) -> Option<Self> {
        let place = self.reviews.iter().position(|chosen| chosen.id == review.id)?;
        let other = match way {
            Way::Forward => place.checked_sub(1)?,
            Way::Back => place + 1,
        };
        let mut reviews = self.reviews.clone();
        if other >= reviews.len() {
            return None;
        }
        reviews.swap(place, other);
        self.with_reviews(reviews)
    }
}

fn read_reviews(query: &Query, shown: Shown<'static>, ignored: &mut Vec<String>) -> Vec<&'static Review> {
    let all = || shown.reviews().iter().collect::<Vec<_>>();
    if query.get("reviews").is_none() {
        return all();
    }
    let mut reviews: Vec<&'static Review> = Vec::new();
    for slug in query.list("reviews") {
        match shown.reviews().iter().find(|review| review.id.as_str() == slug) {
            Some(review) if !reviews.contains(&review) => reviews.push(review),
            Some(_) => {}
            None => ignored.push(format!("There is no review “{slug}”.")),
        }
    }
    if reviews.len() < 2 {
        ignored.push("A comparison needs two reviews, so here are all of them.".to_owned());
        return all();
    }
    reviews
}
