//! What a page is about in a sentence or two, for whoever lists or previews it before it is opened.

use liner_notes_record::Shown;
use liner_notes_record::model::ReviewId;

use super::{Place, title};
use crate::numerals::{in_words, in_words_capitalised};

/// The description of a place, without the names of anything the dial hides.
#[must_use]
pub fn description(place: &Place, shown: Shown<'_>) -> String {
    let work = &shown.work().title;
    let reviews = shown.reviews().len();
    match place {
        Place::Overview => {
            format!("{} {} reviews, side by side.", shown.work().premise, in_words_capitalised(reviews))
        }
        Place::Compare => format!(
            "{} reviews of {work} topic by topic: where they agree, where they differ, what only one of them says.",
            in_words_capitalised(reviews)
        ),
        Place::Cast => format!("Who plays whom in {work}, and how each of {} reviews spells it.", in_words(reviews)),
        Place::Card(_) => format!(
            "{}: what each of {} reviews of {work} says, and how it spells the name.",
            first_part(&title(place, shown)),
            in_words(reviews)
        ),
        Place::Timeline => {
            format!(
                "What happens in {work}, in the story's order, and which of {} reviews tells it.",
                in_words(reviews)
            )
        }
        Place::Reviews => format!(
            "{} reviews of {work}: who wrote them and where, how long they are, how much they give away.",
            in_words_capitalised(reviews)
        ),
        Place::Review(slug) => match shown.review(&ReviewId::new(slug)) {
            Some(review) => {
                format!("The review of {work} by {}, paragraph by paragraph and in other words.", review.label)
            }
            None => missing(),
        },
        Place::Search => {
            format!("Look up a name, a topic, a moment or a word in what {} reviews of {work} say.", in_words(reviews))
        }
        Place::Beside => format!(
            "The texts of up to four reviews of {work} next to each other, with what they say of one thing marked in each."
        ),
        Place::Take => format!(
            "Tables, citations and annotations of what {} reviews of {work} say, as files to take along.",
            in_words(reviews)
        ),
        Place::About => format!(
            "How the record of {} reviews of {work} was made, what is in it, and how to cite it and take it along.",
            in_words(reviews)
        ),
        Place::Unknown(_) => missing(),
    }
}

fn missing() -> String {
    "There is no page at this address.".to_owned()
}

/// The page's own name: what its title starts with.
fn first_part(title: &str) -> &str {
    title.split(" · ").next().unwrap_or(title)
}
