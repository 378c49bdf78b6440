//! Looking things up by words.

use liner_notes::address::{Address, Form, Place};
use liner_notes::asking::{Answer, Ask};
use liner_notes::reader::{Action, Reader};
use liner_notes_desk::{Desk, Said};
use liner_notes_record::Dial;

use crate::sheet::Sheet;
use crate::{desk, record};

/// The search for those words.
fn searched(desk: &Desk, dial: Dial, typed: &str, at: Option<usize>) -> Sheet {
    Sheet::of(desk, dial, Address::of(Place::Search).with("q", typed), at)
}

#[test]
fn the_kind_with_the_best_hit_comes_first() {
    let desk = desk();
    for (typed, kind) in [("sunwoo", "People and characters"), ("episodes", "Topics"), ("nme", "Reviews")] {
        assert_eq!(searched(&desk, Dial::None, typed, None).groups()[0], kind, "{typed}");
    }
}

#[test]
fn every_kind_is_there_once() {
    let sheet = searched(&desk(), Dial::All, "love", None);
    let mut kinds = sheet.groups();
    assert!(kinds.len() > 3, "{kinds:?}");
    let all = kinds.len();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), all);
}

#[test]
fn what_one_review_says_leads_into_it() {
    let sheet = searched(&desk(), Dial::All, "review:nme", None);
    let leads = sheet.values("a", "href");
    assert!(leads.len() > 5, "{leads:?}");
    assert!(leads.iter().all(|to| to.starts_with("#/reviews/nme") || to.contains("all=")), "{leads:?}");
}

#[test]
fn every_stop_of_the_dial_is_searched_by_itself() {
    let desk = desk();
    let count = |dial| searched(&desk, dial, "level:ending", None).groups().len();
    assert_eq!(count(Dial::None), 0);
    assert!(count(Dial::All) > 0);
    assert_eq!(count(Dial::None), 0);
}

#[test]
fn the_arrow_keys_go_as_far_as_there_are_hits_and_back_to_the_field() {
    let desk = desk();
    let at = |at| searched(&desk, Dial::None, "music", at);
    let hits = at(None).values("a", "role").len();
    assert!(hits > 2, "{hits}");
    assert_eq!(at(Some(usize::MAX)).at, Some(hits - 1));
    assert_eq!(at(Some(usize::MAX - 1)).at, Some(hits - 2));
    assert_eq!(at(Some(usize::MAX - hits)).at, None);
    assert_eq!(at(Some(hits)).at, None);
    assert_eq!(at(Some(1)).values("a", "aria-selected")[1], "true");
    assert_eq!(at(None).values("a", "aria-selected").iter().filter(|is_here| **is_here == "true").count(), 0);
}

#[test]
fn what_the_desk_answers_late_leads_no_one_back() {
    let desk = desk();
    let answer = |reader: &Reader| -> Answer {
        let Some(Said::Sheet(answer)) = desk.answer(&Ask::of(reader)) else { panic!("no sheet") };
        answer
    };
    let address = Address::of(Place::Search).with("q", "music");
    let typed = Reader::new(Box::leak(Box::new(record())), Form::Hash, address);
    let first = typed.after(Action::Next);
    let second = first.after(Action::Next);
    let seen = second.after(Action::See(answer(&typed))).after(Action::See(answer(&first)));
    assert_eq!(seen.sheet.at, Some(1));
    let seen = seen.after(Action::See(answer(&second)));
    assert_eq!(seen.sheet.at, Some(1));
    assert!(seen.sheet.drawn.is_some());
    // Up past the first, and past the first from the end.
    let last_but_one = typed.after(Action::Before).after(Action::Before);
    let hits = searched(&desk, Dial::None, "music", None).values("a", "role").len();
    assert_eq!(last_but_one.after(Action::See(answer(&last_but_one))).sheet.at, Some(hits - 2));
    assert_eq!(typed.after(Action::Before).after(Action::Next).sheet.at, None);
}

#[test]
fn nothing_typed_shows_what_can_be_typed_and_every_example_finds_something() {
    let desk = desk();
    let sheet = searched(&desk, Dial::None, " ", None);
    assert_eq!(sheet.says, "");
    let examples = sheet.values("a", "href");
    assert!(examples.len() >= 5, "{examples:?}");
    for example in examples {
        let address = Address::from_href(&Form::Hash, example).unwrap();
        let found = searched(&desk, Dial::None, address.query.get("q").unwrap(), None);
        assert!(!found.groups().is_empty(), "{example}");
    }
}
