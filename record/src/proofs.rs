//! What locators are found again by, packed apart from the record: whoever has the packed record, which leaves it out,
//! and wants to find passages in a text puts it back.
//!
//! The proofs stand in the order of the record, those of one place in one review once, behind a hash of the places that
//! they are for. They do not compress, and do not get mixed up with another edition's.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use sha2::{Digest, Sha256};

use crate::Record;
use crate::model::{Locator, PassageHash, Proof, ReviewId};

/// How many bytes say which places the proofs are for.
const PLACES: usize = 8;

/// How many bytes a proof takes.
const PROOF: usize = 10;

/// Bytes that are no proofs of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// There are more or fewer bytes than the record's places need.
    Length {
        /// How many there must be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// They are proofs of other places.
    OtherRecord,
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { expected, found } => {
                write!(f, "the proofs of the record's places are damaged: {found} bytes where {expected} must be")
            }
            Self::OtherRecord => f.write_str("the proofs are those of another record; pack them anew with this one"),
        }
    }
}

impl std::error::Error for Damaged {}

/// The packed proofs of a record's locators. Where two locators are one place of one review, the first has the say; a
/// locator without a proof is packed as noughts, by which no passage is found.
#[must_use]
pub fn pack(record: &Record) -> Vec<u8> {
    let places = places(record);
    let mut bytes = hash_of(&places).to_vec();
    for (_, proof) in &places {
        let none = Proof { hash: PassageHash([0; 5]), passage: PassageHash([0; 5]) };
        let Proof { hash, passage } = proof.unwrap_or(none);
        bytes.extend(hash.0);
        bytes.extend(passage.0);
    }
    bytes
}

/// Gives a record's locators their proofs.
///
/// # Errors
/// When there are not as many as the record has places, or when they are another record's. The record stays as it was.
pub fn restore(record: &mut Record, bytes: &[u8]) -> Result<(), Damaged> {
    let places = places(record);
    let expected = PLACES + places.len() * PROOF;
    if bytes.len() != expected {
        return Err(Damaged::Length { expected, found: bytes.len() });
    }
    let (own, proofs) = bytes.split_at(PLACES);
    if own != hash_of(&places) {
        return Err(Damaged::OtherRecord);
    }
    let part = |bytes: &[u8]| PassageHash([bytes[0], bytes[1], bytes[2], bytes[3], bytes[4]]);
    let proof = |bytes: &[u8]| Proof { hash: part(bytes), passage: part(&bytes[PROOF / 2..]) };
    let proofs: Vec<Proof> = proofs.chunks_exact(PROOF).map(proof).collect();
    let numbers: BTreeMap<Place, usize> = (0..).zip(places).map(|(number, (place, _))| (place, number)).collect();
    for (review, at) in lists_of(record) {
        for locator in at {
            locator.proof = numbers.get(&Place::of(review, locator)).and_then(|number| proofs.get(*number)).copied();
        }
    }
    Ok(())
}

/// A place in a review, whatever proves it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    review: ReviewId,
    paragraph: u16,
    start: u32,
    length: u32,
}

impl Place {
    fn of(review: &ReviewId, locator: &Locator) -> Self {
        let Locator { paragraph, start, length, proof: _ } = *locator;
        Self { review: review.clone(), paragraph, start, length }
    }
}

/// Every place of a record once, in its order, with the first proof of it.
fn places(record: &Record) -> Vec<(Place, Option<Proof>)> {
    let spellings = record.spellings.iter().map(|one| (&one.review, &one.at));
    let claims = record.claims.iter().map(|one| (&one.review, &one.at));
    let tellings = record.tellings.iter().map(|one| (&one.review, &one.at));
    let mentions = record.mentions.iter().map(|one| (&one.review, &one.at));
    let slips = record.slips.iter().map(|one| (&one.review, &one.at));
    let mut known = BTreeSet::new();
    let mut places = Vec::new();
    for (review, at) in spellings.chain(claims).chain(tellings).chain(mentions).chain(slips) {
        for locator in at {
            let place = Place::of(review, locator);
            if known.insert(place.clone()) {
                places.push((place, locator.proof));
            }
        }
    }
    places
}

/// Every list of locators, to be changed; their order is of no matter.
fn lists_of(record: &mut Record) -> impl Iterator<Item = (&ReviewId, &mut Vec<Locator>)> {
    let spellings = record.spellings.iter_mut().map(|one| (&one.review, &mut one.at));
    let claims = record.claims.iter_mut().map(|one| (&one.review, &mut one.at));
    let tellings = record.tellings.iter_mut().map(|one| (&one.review, &mut one.at));
    let mentions = record.mentions.iter_mut().map(|one| (&one.review, &mut one.at));
    let slips = record.slips.iter_mut().map(|one| (&one.review, &mut one.at));
    spellings.chain(claims).chain(tellings).chain(mentions).chain(slips)
}

fn hash_of(places: &[(Place, Option<Proof>)]) -> [u8; PLACES] {
    let mut hasher = Sha256::new();
    for (Place { review, paragraph, start, length }, _) in places {
        hasher.update(format!("{review} {paragraph} {start} {length}\n"));
    }
    let digest = hasher.finalize();
    let mut hash = [0; PLACES];
    hash.copy_from_slice(&digest[..PLACES]);
    hash
}
