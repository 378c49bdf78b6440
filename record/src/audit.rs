//! Holding a record against the texts it was taken from: is every passage where its locator says, does every spelling
//! stand as often as it is counted, and from which paragraphs was nothing taken?
//!
//! A text is known by its SHA-256. One that is nearly a review's, because a copy has shifted, is known by the passages
//! that are found in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::locator::Found;
use crate::model::{Locator, Record, Review, ReviewId};
use crate::passages::Passages;
use crate::recognition::{Places, may_be, stands};
use crate::spelled::places_of;
use crate::text::Text;

/// What came of holding a record against some texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// One for each review, in their order.
    pub reviews: Vec<Audited>,
    /// The texts, by their place among those given, that belong to no review.
    pub strangers: Vec<usize>,
}

/// What came of one review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    /// The review.
    pub review: ReviewId,
    /// Its text, unless it is missing.
    pub against: Option<Against>,
}

/// What came of holding one review's entries against its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    /// The text's place among those given.
    pub text: usize,
    /// Whether it is the very text that was read: its SHA-256 is the review's.
    pub is_same: bool,
    /// What the record says of the text as a whole and is not so: its words, its paragraphs. Only told of the very
    /// text; a shifted copy may well differ.
    pub measures: Vec<String>,
    /// How many locators are in place.
    pub in_place: usize,
    /// The locators that are not, in the order of the record.
    pub astray: Vec<Astray>,
    /// How many spellings there are.
    pub spellings: usize,
    /// The spellings that stand in the text more or less often than they are counted.
    pub miscounted: Vec<Miscount>,
    /// The paragraphs from which nothing was taken.
    pub untouched: Vec<u16>,
}

/// A locator whose passage is elsewhere or nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray {
    /// The entry that carries it, such as `claim nme/episodes`.
    pub entry: String,
    /// The locator.
    pub locator: Locator,
    /// Where its passage is: [`Found::Moved`] or [`Found::Lost`].
    pub found: Found,
}

/// A spelling that is counted wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miscount {
    /// The form.
    pub text: String,
    /// How many places the record lists.
    pub listed: usize,
    /// How often it stands in the text outside longer forms.
    pub counted: usize,
}

impl Audit {
    /// Whether every text was there and everything in it as the record says.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.reviews.iter().all(|audited| audited.against.as_ref().is_some_and(Against::is_clean))
    }
}

impl Against {
    /// Whether everything is as the record says.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.is_same && self.measures.is_empty() && self.astray.is_empty() && self.miscounted.is_empty()
    }

    /// How many passages are found elsewhere.
    #[must_use]
    pub fn moved(&self) -> usize {
        self.astray.iter().filter(|astray| astray.found != Found::Lost).count()
    }

    /// How many passages are found nowhere.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.astray.iter().filter(|astray| astray.found == Found::Lost).count()
    }
}

/// Holds a record against some texts.
#[must_use]
pub fn audit(record: &Record, texts: &[Text]) -> Audit {
    let hashes: Vec<String> = texts.iter().map(Text::sha256).collect();
    let same = |review: &Review| hashes.iter().position(|hash| *hash == review.sha256);
    let mut chosen: Vec<Option<usize>> = record.reviews.iter().map(same).collect();
    let mut audited = Vec::new();
    for (place, review) in record.reviews.iter().enumerate() {
        let entries = entries(record, &review.id);
        let against = match chosen[place] {
            Some(text) => Some(hold(record, review, &entries, texts, text)),
            None => shifted(record, review, &entries, texts, &chosen),
        };
        chosen[place] = against.as_ref().map(|against| against.text);
        audited.push(Audited { review: review.id.clone(), against });
    }
    // A second copy of a review's text is no stranger.
    let is_known = |text: &usize| record.reviews.iter().any(|review| hashes[*text] == review.sha256);
    let is_used = |text: &usize| chosen.contains(&Some(*text));
    let strangers = (0..texts.len()).filter(|text| !is_used(text) && !is_known(text)).collect();
    Audit { reviews: audited, strangers }
}

/// Every entry of a review with its locators, in the order of the record.
fn entries<'r>(record: &'r Record, review: &ReviewId) -> Vec<(String, &'r [Locator])> {
    let claims = record.claims.iter().filter(|one| one.review == *review);
    let claims = claims.map(|one| (format!("claim {}", one.id()), one.at.as_slice()));
    let tellings = record.tellings.iter().filter(|one| one.review == *review);
    let tellings = tellings.map(|one| (format!("telling {}", one.moment), one.at.as_slice()));
    let spellings = record.spellings.iter().filter(|one| one.review == *review);
    let spellings = spellings.map(|one| (format!("spelling {}", one.text), one.at.as_slice()));
    let mentions = record.mentions.iter().filter(|one| one.review == *review);
    let mentions = mentions.map(|one| (format!("title {}", one.work), one.at.as_slice()));
    let slips = record.slips.iter().filter(|one| one.review == *review);
    let slips = slips.map(|one| (format!("slip {}", one.id), one.at.as_slice()));
    claims.chain(tellings).chain(spellings).chain(mentions).chain(slips).collect()
}

/// The text that is nearest to a review's of those that are no other review's: the one in which most of its passages
/// stand, if that is at least half of them.
fn shifted(
    record: &Record,
    review: &Review,
    entries: &[(String, &[Locator])],
    texts: &[Text],
    chosen: &[Option<usize>],
) -> Option<Against> {
    let free = (0..texts.len()).filter(|text| !chosen.contains(&Some(*text)));
    let locators: BTreeSet<&Locator> = entries.iter().flat_map(|(_, at)| at.iter()).collect();
    let candidates = free.filter(|text| may_be(&mut Passages::of(&texts[*text]), review, &locators));
    let candidates = candidates.map(|text| hold(record, review, entries, texts, text));
    let total: usize = entries.iter().map(|(_, at)| at.len()).sum();
    candidates.filter(|against| stands(against.lost(), total)).min_by_key(Against::lost)
}

fn hold(record: &Record, review: &Review, entries: &[(String, &[Locator])], texts: &[Text], place: usize) -> Against {
    let text = &texts[place];
    let is_same = text.sha256() == review.sha256;
    let places = Places::of(entries.iter().flat_map(|(_, at)| at.iter()), &mut Passages::of(text));
    let mut astray = Vec::new();
    let mut in_place = 0;
    let mut touched = BTreeSet::new();
    for (entry, at) in entries {
        for locator in *at {
            let found = places.found(locator);
            match found {
                Found::InPlace => {
                    in_place += 1;
                    touched.insert(locator.paragraph);
                    continue;
                }
                Found::Moved { paragraph, .. } => drop(touched.insert(paragraph)),
                Found::Lost => {}
            }
            astray.push(Astray { entry: entry.clone(), locator: locator.clone(), found });
        }
    }
    let last = u16::try_from(text.paragraphs().len()).unwrap_or(u16::MAX);
    let forms: BTreeMap<&str, usize> =
        record.spellings.iter().filter(|one| one.review == review.id).fold(BTreeMap::new(), |mut forms, one| {
            *forms.entry(one.text.as_str()).or_default() += one.at.len();
            forms
        });
    let all: Vec<&str> = forms.keys().copied().collect();
    let miscount = |(&form, &listed): (&&str, &usize)| {
        let counted = places_of(form, &all, text).len();
        (counted != listed).then(|| Miscount { text: form.to_owned(), listed, counted })
    };
    Against {
        text: place,
        is_same,
        measures: if is_same { measures(review, text) } else { Vec::new() },
        in_place,
        astray,
        spellings: forms.len(),
        miscounted: forms.iter().filter_map(miscount).collect(),
        untouched: (1..=last).filter(|paragraph| !touched.contains(paragraph)).collect(),
    }
}

/// What the review's own figures say of its text and is not so.
fn measures(review: &Review, text: &Text) -> Vec<String> {
    let mut wrong = Vec::new();
    if text.words() != review.words as usize {
        wrong.push(format!("it has {} words, not {}", text.words(), review.words));
    }
    if text.paragraphs().len() != review.paragraphs.len() {
        wrong.push(format!("it has {} paragraphs, not {}", text.paragraphs().len(), review.paragraphs.len()));
    }
    for ((number, words), said) in text.numbered().zip(&review.paragraphs) {
        if words.len() != *said as usize {
            wrong.push(format!("¶{number} has {} characters, not {said}", words.len()));
        }
    }
    wrong
}
