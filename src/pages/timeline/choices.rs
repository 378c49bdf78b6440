//! What can be chosen on the page: an order, a view, a moment. All three stand in the address.

use liner_notes_record::Lookup;
use yew::prelude::*;

use crate::address::{Address, Query};
use crate::browser;
use crate::reader::{Action, ReaderHandle, Reveal};

/// What the heads stand in the order of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// The story's.
    #[default]
    Story,
    /// Each review's own.
    Told,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum View {
    /// The score and its list.
    #[default]
    Score,
    /// The list alone.
    List,
}

impl Order {
    /// Both, with their words and their tokens in the address; the first is the one that needs no word there.
    pub(super) const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::Story, "Story order", "story"), (Self::Told, "As each review tells it", "told")];
}

impl View {
    /// Both, as in [`Order::ALL`].
    pub(super) const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::Score, "Score", "score"), (Self::List, "List", "list")];
}

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choices {
    /// The order.
    pub(super) order: Order,
    /// The view.
    pub(super) view: View,
    /// The slug of a moment, whatever it leads to.
    pub(super) moment: Option<String>,
    /// One sentence for each thing in the address that could not be followed.
    pub(super) unfollowed: Vec<String>,
}

impl Choices {
    /// Reads them from an address; `look_up` says what the slug of a moment leads to.
    pub(super) fn read<T>(query: &Query, look_up: impl Fn(&str) -> Lookup<T>) -> Self {
        let mut read = Self::default();
        for key in query.keys() {
            let value = query.get(key).unwrap_or_default();
            let followed = match key {
                "order" => one_of(&Order::ALL, value).map(|order| read.order = order),
                "view" => one_of(&View::ALL, value).map(|view| read.view = view),
                "moment" if matches!(look_up(value), Lookup::Unknown) => {
                    let sentence = format!("There is no moment “{value}” here; none is chosen.");
                    read.unfollowed.push(sentence);
                    continue;
                }
                "moment" => {
                    read.moment = Some(value.to_owned());
                    Some(())
                }
                _ => {
                    let sentence = format!("The timeline has nothing to choose by “{key}”.");
                    read.unfollowed.push(sentence);
                    continue;
                }
            };
            if followed.is_none() {
                let sentence = format!("There is no {key} “{value}”; the usual one is shown.");
                read.unfollowed.push(sentence);
            }
        }
        read
    }
}

fn one_of<T: Copy>(all: &[(T, &str, &str)], token: &str) -> Option<T> {
    let found = all.iter().find(|(_, _, own)| *own == token);
    found.map(|(one, ..)| *one)
}

/// A key of the address, its new value, and what to bring into view; an empty value takes the key out.
pub(super) type Choice = (&'static str, String, Option<Reveal>);

/// What takes a choice and writes it to the address.
///
/// It replaces the entry of the history: looking at moment after moment is staying on one page, and whoever looked at
/// twenty of them is one step back from where they came from, not twenty.
pub(super) fn chooser(reader: &ReaderHandle) -> Callback<Choice> {
    let reader = reader.clone();
    Callback::from(move |(key, value, reveal): Choice| {
        let mut address: Address = reader.address.clone();
        address.query.set(key, &value);
        let reader = reader.clone();
        browser::press::after_paint(move || {
            browser::location::replace(&address, &reader.form);
            reader.dispatch(Action::Go(address, reveal));
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Choices {
        Choices::read(&Query::parse(query), |slug| match slug {
            "meet" => Lookup::Found(()),
            _ => Lookup::Unknown,
        })
    }

    #[test]
    fn an_address_without_choices_is_the_story_as_a_score() {
        assert_eq!(read(""), Choices::default());
    }

    #[test]
    fn choices_are_read_from_the_address() {
        let choices = read("order=told&view=list&moment=meet");
        assert_eq!(choices.order, Order::Told);
        assert_eq!(choices.view, View::List);
        assert_eq!(choices.moment.as_deref(), Some("meet"));
        assert!(choices.unfollowed.is_empty());
    }

    #[test]
    fn whatever_cannot_be_followed_is_named() {
        let choices = read("order=backwards&moment=nowhere&key=C");
        assert_eq!(
            choices.unfollowed,
            [
                "There is no order “backwards”; the usual one is shown.",
                "There is no moment “nowhere” here; none is chosen.",
                "The timeline has nothing to choose by “key”.",
            ]
        );
        assert_eq!(choices.moment, None);
    }
}
