//! Knowing a text: whose it is, and where in it the record's passages stand now.
//!
//! [`recognise`] is the entry. A text is known by its SHA-256; one that has shifted, because a copy differs in some
//! words, by the passages that are found in it. Both need the locators' proofs, so a record that was unpacked gets them
//! back first ([`proofs`](crate::proofs)).

use std::collections::{BTreeMap, BTreeSet};

use crate::locator::Found;
use crate::model::{Locator, PassageHash, Record, Review, ReviewId};
use crate::passages::Passages;
use crate::text::Text;

/// A text that is a review's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The review.
    pub review: ReviewId,
    /// Whether it is the very text that was read; else it has shifted.
    pub is_same: bool,
    /// How many of the review's locators are in place.
    pub in_place: usize,
    /// How many have their passage elsewhere.
    pub moved: usize,
    /// How many have theirs nowhere.
    pub lost: usize,
    /// Where each passage is.
    pub places: Places,
}

/// Where the passages of one review are in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    found: BTreeMap<Locator, Found>,
    /// Those that stand there in their context as well.
    sure: BTreeSet<Locator>,
}

impl Places {
    /// Finds every passage once. What is in place is so for everyone; the others are sought in the order of the text, and
    /// each passes over the places that equal passages before it have taken.
    #[must_use]
    pub fn of<'l>(locators: impl IntoIterator<Item = &'l Locator>, passages: &mut Passages<'_>) -> Self {
        let locators: BTreeSet<&Locator> = locators.into_iter().collect();
        let (in_place, astray): (Vec<&Locator>, Vec<&Locator>) =
            locators.into_iter().partition(|locator| locator.is_in_place(passages.text()));
        passages.seek(astray.iter().copied());
        let mut sure: BTreeSet<Locator> = in_place.iter().copied().cloned().collect();
        let mut found: BTreeMap<Locator, Found> =
            sure.iter().map(|locator| (locator.clone(), Found::InPlace)).collect();
        let passage = |locator: &Locator| locator.proof.map(|proof| proof.passage);
        let here = |locator: &Locator| Some((passage(locator)?, locator.paragraph, locator.start));
        let mut taken: BTreeSet<(PassageHash, u16, u32)> = in_place.into_iter().filter_map(here).collect();
        for locator in astray {
            let own = passage(locator);
            let is_taken = |paragraph, start| own.is_some_and(|own| taken.contains(&(own, paragraph, start)));
            let place = locator.find_among(passages, is_taken);
            match place {
                Found::Moved { paragraph, start } => {
                    taken.extend(own.map(|own| (own, paragraph, start)));
                    let there = passages.in_context(paragraph, start, locator.length);
                    if there.is_some() && there == locator.proof.map(|proof| proof.hash) {
                        sure.insert(locator.clone());
                    }
                }
                // Only its context has changed: the passage stands where it stood.
                Found::InPlace => taken.extend(here(locator)),
                Found::Lost => {}
            }
            found.insert(locator.clone(), place);
        }
        Self { found, sure }
    }

    /// Where the passage of a locator is; lost, if it was not among those looked for.
    #[must_use]
    pub fn found(&self, locator: &Locator) -> Found {
        self.found.get(locator).copied().unwrap_or(Found::Lost)
    }

    /// Whether the passage stands in its context wherever it is. One that does not may be equal words of another place.
    #[must_use]
    pub fn is_sure(&self, locator: &Locator) -> bool {
        self.sure.contains(locator)
    }

    /// The paragraph and the start, in code points, at which the passage of a locator stands now; nothing where it is
    /// lost.
    #[must_use]
    pub fn place(&self, locator: &Locator) -> Option<(u16, u32)> {
        match self.found(locator) {
            Found::InPlace => Some((locator.paragraph, locator.start)),
            Found::Moved { paragraph, start } => Some((paragraph, start)),
            Found::Lost => None,
        }
    }
}

/// The review that a text is of, and where its passages are; nothing where it belongs to none. Of several reviews that it
/// may be a shifted text of, it is the one of whose passages most stand in it.
#[must_use]
pub fn recognise(record: &Record, text: &Text) -> Option<Recognised> {
    let hash = text.sha256();
    if let Some(review) = record.reviews.iter().find(|review| review.sha256 == hash) {
        return Some(Recognised::new(record, review, true, &mut Passages::of(text)));
    }
    let near: Vec<&Review> = record.reviews.iter().filter(|review| has_the_length(text, review)).collect();
    if near.is_empty() {
        return None;
    }
    let mut passages = Passages::of(text);
    let mut best: Option<Recognised> = None;
    for review in near {
        if !may_be(&mut passages, review, &locators(record, review).collect()) {
            continue;
        }
        let recognised = Recognised::new(record, review, false, &mut passages);
        let lost = |one: &Recognised| (one.lost, one.in_place + one.moved + one.lost);
        let (own_lost, own_total) = lost(&recognised);
        // Of two shares, the one with the smaller product across.
        let is_better = |best: &Recognised| own_lost * lost(best).1 < lost(best).0 * own_total;
        if stands(own_lost, own_total) && best.as_ref().is_none_or(is_better) {
            best = Some(recognised);
        }
    }
    best
}

impl Recognised {
    fn new(record: &Record, review: &Review, is_same: bool, passages: &mut Passages<'_>) -> Self {
        let places = Places::of(locators(record, review), passages);
        let count =
            |is: fn(Found) -> bool| locators(record, review).filter(|locator| is(places.found(locator))).count();
        Self {
            review: review.id.clone(),
            is_same,
            in_place: count(|found| found == Found::InPlace),
            moved: count(|found| matches!(found, Found::Moved { .. })),
            lost: count(|found| found == Found::Lost),
            places,
        }
    }
}

/// Every locator of a review's entries.
fn locators<'r>(record: &'r Record, review: &Review) -> impl Iterator<Item = &'r Locator> {
    let claims = record.claims.iter().map(|one| (&one.review, &one.at));
    let tellings = record.tellings.iter().map(|one| (&one.review, &one.at));
    let spellings = record.spellings.iter().map(|one| (&one.review, &one.at));
    let mentions = record.mentions.iter().map(|one| (&one.review, &one.at));
    let slips = record.slips.iter().map(|one| (&one.review, &one.at));
    let all = claims.chain(tellings).chain(spellings).chain(mentions).chain(slips);
    all.filter(move |(own, _)| **own == review.id).flat_map(|(_, at)| at)
}

/// Whether enough passages stand in a text for it to be a shifted one of their review: at least half.
pub(crate) fn stands(lost: usize, total: usize) -> bool {
    lost * 2 <= total && total > 0
}

/// How many passages are tried before a text is taken for a shifted one of a review.
const TRIED: usize = 16;

/// Whether a text may be a review's with some words changed: it is not twice as long nor half, and of some passages
/// from all over the review at least half stand in it. Most texts are told apart here, as looking for all passages in a
/// text that has none of them takes long.
pub(crate) fn may_be(passages: &mut Passages<'_>, review: &Review, locators: &BTreeSet<&Locator>) -> bool {
    if !has_the_length(passages.text(), review) {
        return false;
    }
    let tried: Vec<&Locator> = locators.iter().step_by(locators.len() / TRIED + 1).copied().collect();
    let mut lost = 0;
    // The first that are lost settle it.
    tried.iter().all(|locator| {
        lost += usize::from(locator.find_among(passages, |_, _| false) == Found::Lost);
        lost * 2 <= tried.len()
    })
}

fn has_the_length(text: &Text, review: &Review) -> bool {
    let length: usize = text.paragraphs().iter().map(|paragraph| paragraph.len()).sum();
    let expected: usize = review.paragraphs.iter().map(|length| *length as usize).sum();
    length <= expected.saturating_mul(2) && expected <= length * 2
}
