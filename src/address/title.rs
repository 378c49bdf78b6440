//! What a page is called, in the window's title and in what is said when one arrives.

use liner_notes_record::model::ReviewId;
use liner_notes_record::questions::card;
use liner_notes_record::{Lookup, Shown};

use super::Place;

/// The title of a place. What the dial hides is named in no title.
#[must_use]
pub fn title(place: &Place, shown: Shown<'_>) -> String {
    let work = &shown.work().title;
    let page = match place {
        Place::Overview => return format!("{work}: the reviews side by side · Liner Notes"),
        Place::Card(slug) => match shown.look_up_card(slug) {
            Lookup::Found(who) => match card(shown, &who) {
                Some(card) => card.name.to_owned(),
                None => "Not found".to_owned(),
            },
            Lookup::Hidden(_) => "Hidden".to_owned(),
            Lookup::Unknown => "Not found".to_owned(),
        },
        Place::Review(slug) => match shown.review(&ReviewId::new(slug)) {
            Some(review) => review.label.clone(),
            None => "Not found".to_owned(),
        },
        single => single.name().unwrap_or("Not found").to_owned(),
    };
    format!("{page} · {work} · Liner Notes")
}
