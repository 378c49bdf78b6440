//! Which addresses get a page of their own.

use liner_notes::address::Place;
use liner_notes_record::Shown;

/// Every place that has something to show at the record's stop of the dial, each once.
pub(crate) fn known(shown: Shown<'_>) -> Vec<Place> {
    let single = Place::single().map(|(place, _)| place.clone());
    let characters = shown.characters().map(|one| Place::Card(one.id.to_string()));
    let people = shown.people().map(|one| Place::Card(one.id.to_string()));
    let reviews = shown.reviews().iter().map(|review| Place::Review(review.id.to_string()));
    single.chain(characters).chain(people).chain(reviews).collect()
}
