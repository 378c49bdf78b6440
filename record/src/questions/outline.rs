//! A review paragraph by paragraph: what the record took from it.

use super::order::ordered;
use crate::Shown;
use crate::model::{Claim, Locator, Mention, Moment, Review, Slip, Spelling, Telling, Topic};

/// One paragraph of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlined<'r> {
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// What was taken from it, in the order of the text.
    pub entries: Vec<Entry<'r>>,
}

/// One thing taken from a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry<'r> {
    /// An answer to a topic.
    Claim(&'r Topic, &'r Claim),
    /// A telling of a moment.
    Telling(&'r Moment, &'r Telling),
    /// Another title.
    Mention(&'r Mention),
    /// A mistake of the text.
    Slip(&'r Slip),
    /// A form of a name.
    Spelling(&'r Spelling),
}

impl<'r> Entry<'r> {
    /// Where it stands, in all of the review's paragraphs.
    #[must_use]
    pub fn at(&self) -> &'r [Locator] {
        match self {
            Self::Claim(_, claim) => &claim.at,
            Self::Telling(_, telling) => &telling.at,
            Self::Mention(mention) => &mention.at,
            Self::Slip(slip) => &slip.at,
            Self::Spelling(spelling) => &spelling.at,
        }
    }
}

/// Every paragraph of a review. One from which nothing was taken and one of which nothing may be shown are both
/// empty, so that an empty one gives nothing away.
#[must_use]
pub fn outline<'r>(shown: Shown<'r>, review: &'r Review) -> Vec<Outlined<'r>> {
    let entries = entries(shown, review);
    let last = u16::try_from(review.paragraphs.len()).unwrap_or(u16::MAX);
    let paragraph = |paragraph: u16| {
        let start = |entry: &Entry<'r>| {
            entry.at().iter().filter(|locator| locator.paragraph == paragraph).map(|locator| locator.start).min()
        };
        let here: Vec<(u32, Entry<'r>)> =
            entries.iter().filter_map(|entry| Some((start(entry)?, entry.clone()))).collect();
        let here = ordered(here, |(start, _)| u64::from(*start));
        Outlined { paragraph, entries: here.into_iter().map(|(_, entry)| entry).collect() }
    };
    (1..=last).map(paragraph).collect()
}

/// Everything that was taken from a review and is shown.
pub(super) fn entries<'r>(shown: Shown<'r>, review: &Review) -> Vec<Entry<'r>> {
    let claims = shown.claims().filter(|claim| claim.review == review.id);
    let claims = claims.filter_map(|claim| Some(Entry::Claim(shown.topic(&claim.topic)?, claim)));
    let tellings = shown.tellings().filter(|telling| telling.review == review.id);
    let moment_of = |telling: &Telling| shown.moments().find(|moment| moment.id == telling.moment);
    let tellings = tellings.filter_map(|telling| Some(Entry::Telling(moment_of(telling)?, telling)));
    let mentions = shown.mentions().filter(|mention| mention.review == review.id).map(Entry::Mention);
    let slips = shown.slips().filter(|slip| slip.review == review.id).map(Entry::Slip);
    let spellings = shown.spellings().filter(|spelling| spelling.review == review.id).map(Entry::Spelling);
    claims.chain(tellings).chain(mentions).chain(slips).chain(spellings).collect()
}
