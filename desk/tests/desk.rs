//! The desk as the page has it: the packed record goes in, sheets come out.

// Tests may stop at once when something is not as it must be.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use liner_notes::address::{Address, Form, Place};
use liner_notes::asking::{Answer, Ask, Wanted};
use liner_notes_desk::{Desk, Said};
use liner_notes_record::{Dial, packed, source};

fn desk() -> Desk {
    let record = source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/record")).unwrap();
    Desk::open(&packed::pack(&record).unwrap()).unwrap()
}

/// A sheet, taken apart.
struct Sheet {
    says: String,
    at: Option<usize>,
    text: String,
}

impl Sheet {
    /// The search for those words.
    fn of(desk: &Desk, dial: Dial, typed: &str, at: Option<usize>) -> Self {
        let address = Address::of(Place::Search).with("q", typed);
        let ask = Ask { dial, form: Form::Hash, address, wanted: Wanted::Sheet { at } };
        let Some(Said::Sheet(Answer { of, says, at, sheet })) = desk.answer(&ask) else { panic!("no sheet") };
        assert_eq!(of, ask.address.href(&ask.form));
        Self { says, at, text: sheet }
    }

    /// What the elements of that name have for that attribute.
    fn values(&self, element: &str, attribute: &str) -> Vec<&str> {
        let parts = self.text.split(['\u{1}', '\u{6}']);
        let opened = parts.filter(|part| part.split(['\u{2}', '\u{4}', '\u{5}']).next() == Some(element));
        let named = format!("\u{2}{attribute}\u{3}");
        opened.filter_map(|part| part.split_once(&named)?.1.split(|mark| mark <= '\u{6}').next()).collect()
    }

    fn groups(&self) -> Vec<&str> {
        self.values("section", "aria-label")
    }
}

#[test]
fn the_kind_with_the_best_hit_comes_first() {
    let desk = desk();
    for (typed, kind) in [("sunwoo", "People and characters"), ("episodes", "Topics"), ("nme", "Reviews")] {
        assert_eq!(Sheet::of(&desk, Dial::None, typed, None).groups()[0], kind, "{typed}");
    }
}

#[test]
fn every_kind_is_there_once() {
    let sheet = Sheet::of(&desk(), Dial::All, "love", None);
    let mut kinds = sheet.groups();
    assert!(kinds.len() > 3, "{kinds:?}");
    let all = kinds.len();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), all);
}

#[test]
fn what_one_review_says_leads_into_it() {
    let sheet = Sheet::of(&desk(), Dial::All, "review:nme", None);
    let leads = sheet.values("a", "href");
    assert!(leads.len() > 5, "{leads:?}");
    assert!(leads.iter().all(|to| to.starts_with("#/reviews/nme") || to.contains("all=")), "{leads:?}");
}

#[test]
fn every_stop_of_the_dial_is_searched_by_itself() {
    let desk = desk();
    let count = |dial| Sheet::of(&desk, dial, "level:ending", None).groups().len();
    assert_eq!(count(Dial::None), 0);
    assert!(count(Dial::All) > 0);
    assert_eq!(count(Dial::None), 0);
}

#[test]
fn the_arrow_keys_go_as_far_as_there_are_hits_and_back_to_the_field() {
    let desk = desk();
    let at = |at| Sheet::of(&desk, Dial::None, "music", at);
    let hits = at(None).values("a", "role").len();
    assert!(hits > 2, "{hits}");
    assert_eq!(at(Some(usize::MAX)).at, Some(hits - 1));
    assert_eq!(at(Some(hits)).at, None);
    assert_eq!(at(Some(1)).values("a", "aria-selected")[1], "true");
    assert_eq!(at(None).values("a", "aria-selected").iter().filter(|is_here| **is_here == "true").count(), 0);
}

#[test]
fn nothing_typed_shows_what_can_be_typed_and_every_example_finds_something() {
    let desk = desk();
    let sheet = Sheet::of(&desk, Dial::None, " ", None);
    assert_eq!(sheet.says, "");
    let examples = sheet.values("a", "href");
    assert!(examples.len() >= 5, "{examples:?}");
    for example in examples {
        let address = Address::from_href(&Form::Hash, example).unwrap();
        let found = Sheet::of(&desk, Dial::None, address.query.get("q").unwrap(), None);
        assert!(!found.groups().is_empty(), "{example}");
    }
}

#[test]
fn bytes_that_are_no_record_are_refused() {
    assert!(Desk::open(b"no record").is_err());
}
