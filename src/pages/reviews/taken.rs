//! What the record took from one paragraph, by kind.

mod piece;

use liner_notes_record::model::Review;
use liner_notes_record::questions::Entry;
use yew::prelude::*;

use crate::markup::html;
use crate::reader::Reader;

/// Where it is from, and who reads it.
#[derive(Clone, Copy)]
pub(crate) struct Source<'s> {
    pub(crate) reader: &'s Reader,
    pub(crate) review: &'static Review,
    pub(crate) paragraph: u16,
}

/// What was taken from it, in the order of the text: a part for each kind of which there is something.
pub(crate) fn taken(from: Source<'_>, entries: &[Entry<'static>]) -> Html {
    html! {
        <div class="taken-all">
            for kind in Kind::ALL {
                { part(kind, from, entries) }
            }
        </div>
    }
}

fn part(kind: Kind, from: Source<'_>, entries: &[Entry<'static>]) -> Html {
    let entries: Vec<_> = entries.iter().filter(|entry| Kind::of(entry) == kind).collect();
    if entries.is_empty() {
        return html! {};
    }
    let list = if kind == Kind::Names { "chips" } else { "taken-list" };
    html! {
        <div key={kind.words()} class="taken" data-kind={kind.token()}>
            <p class="taken-kind">{ kind.words() }</p>
            <ul class={list}>
                for (place, entry) in entries.into_iter().enumerate() {
                    <li key={place}>{ draw(entry, from) }</li>
                }
            </ul>
        </div>
    }
}

fn draw(entry: &Entry<'static>, from: Source<'_>) -> Html {
    match entry {
        Entry::Claim(topic, claim) => piece::answer(topic, claim, from),
        Entry::Telling(moment, telling) => piece::told(moment, telling, from),
        Entry::Mention(mention) => piece::named(mention, from),
        Entry::Slip(slip) => piece::slip(slip, from),
        Entry::Spelling(spelling) => piece::spelling(spelling, from),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Answers,
    Story,
    Titles,
    Slips,
    Names,
}

impl Kind {
    /// In the order in which they are shown. Names come last: they are many and say least.
    const ALL: [Self; 5] = [Self::Answers, Self::Story, Self::Titles, Self::Slips, Self::Names];

    fn of(entry: &Entry<'_>) -> Self {
        match entry {
            Entry::Claim(..) => Self::Answers,
            Entry::Telling(..) => Self::Story,
            Entry::Mention(_) => Self::Titles,
            Entry::Slip(_) => Self::Slips,
            Entry::Spelling(_) => Self::Names,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Answers => "Answers",
            Self::Story => "Story",
            Self::Titles => "Other titles",
            Self::Slips => "Slips",
            Self::Names => "Names",
        }
    }

    fn token(self) -> &'static str {
        match self {
            Self::Answers => "claims",
            Self::Story => "tellings",
            Self::Titles => "mentions",
            Self::Slips => "slips",
            Self::Names => "spellings",
        }
    }
}
