//! Where a form of a name stands in a text, counted one way everywhere: outside longer forms and not inside a word.

use crate::model::Locator;
use crate::text::{Paragraph, Text};

/// Every place of a form that is not inside a longer form of the same review nor inside a word, in the order of the
/// text. `forms` are all forms that the review uses.
#[must_use]
pub fn places_of(form: &str, forms: &[&str], text: &Text) -> Vec<Locator> {
    let length = form.chars().count();
    let longer = forms.iter().filter(|other| other.chars().count() > length && other.contains(form));
    let longer: Vec<Locator> = longer.flat_map(|other| text.places(other, None)).collect();
    let covers = |other: &Locator, place: &Locator| {
        other.paragraph == place.paragraph
            && other.start <= place.start
            && place.start + place.length <= other.start + other.length
    };
    let is_free = |place: &Locator| {
        let paragraph = text.paragraph(place.paragraph);
        !longer.iter().any(|other| covers(other, place)) && paragraph.is_some_and(|words| stands_alone(place, words))
    };
    text.places(form, None).into_iter().filter(is_free).collect()
}

/// Whether no letter or digit touches it.
fn stands_alone(place: &Locator, words: &Paragraph) -> bool {
    let (start, end) = (place.start as usize, (place.start + place.length) as usize);
    let is_word =
        |position: Option<usize>| position.and_then(|place| words.char_at(place)).is_some_and(char::is_alphanumeric);
    !is_word(start.checked_sub(1)) && !is_word(Some(end))
}
