//! The desk as the page has it: the packed record goes in, answers come out.

// Tests may stop at once when something is not as it must be.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use liner_notes_desk::{Answer, Ask, Desk, Found, Kind};
use liner_notes_record::{Dial, packed, source};

fn desk() -> Desk {
    let record = source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/record")).unwrap();
    Desk::open(&packed::pack(&record).unwrap()).unwrap()
}

fn found(desk: &Desk, dial: Dial, typed: &str) -> Found {
    let ask = Ask::Find { number: 7, dial, typed: typed.to_owned() };
    match desk.answer(&ask) {
        Answer::Found { number: 7, found } => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_kind_with_the_best_hit_comes_first() {
    let desk = desk();
    for (typed, kind) in [("sunwoo", Kind::Card), ("episodes", Kind::Topic), ("nme", Kind::Review)] {
        let found = found(&desk, Dial::None, typed);
        assert_eq!(found.groups[0].kind, kind, "{typed}");
    }
}

#[test]
fn every_kind_is_there_once_and_counts_what_it_has() {
    let desk = desk();
    let found = found(&desk, Dial::All, "love");
    let mut kinds: Vec<_> = found.groups.iter().map(|group| group.kind.token()).collect();
    assert!(kinds.len() > 3, "{kinds:?}");
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), found.groups.len());
    assert!(found.groups.iter().all(|group| group.count >= group.hits.len() && !group.hits.is_empty()));
}

#[test]
fn what_a_review_says_names_it_and_its_paragraph() {
    let found = found(&desk(), Dial::All, "review:nme");
    for group in &found.groups {
        for hit in &group.hits {
            assert_eq!(hit.review.as_deref(), Some("nme"));
            assert_eq!(hit.paragraph.is_none(), group.kind == Kind::Review, "{hit:?}");
        }
    }
    assert!(found.groups.len() >= 3, "{found:?}");
}

#[test]
fn every_stop_of_the_dial_is_searched_by_itself() {
    let desk = desk();
    let count = |dial| found(&desk, dial, "level:ending").groups.len();
    assert_eq!(count(Dial::None), 0);
    assert!(count(Dial::All) > 0);
    assert_eq!(count(Dial::None), 0);
}

#[test]
fn bytes_that_are_no_record_are_refused() {
    assert!(Desk::open(b"no record").is_err());
}
