//! Rows on which only one speaks fold at their group's end, and no row is lost, whatever the filters.

use std::fmt::Write as _;

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Comparison, Filter, Row, Status, compare, rows, sections};
use liner_notes_record::{Dial, Record, Shown};
use proptest::prelude::*;

use super::collection::Collection;

/// A collection of two groups. Each topic is in the first or the second, and each of three reviews gives its number of
/// years or is silent.
fn asked(topics: &[(bool, [Option<u8>; 3])]) -> Record {
    let mut collection = Collection::of(3);
    collection.topics = "[[group]]\nid = \"first\"\nname = \"First\"\n\
                         [[group]]\nid = \"second\"\nname = \"Second\"\n"
        .into();
    for (n, (is_first, answers)) in topics.iter().enumerate() {
        let group = if *is_first { "first" } else { "second" };
        write!(
            collection.topics,
            "[[topic]]\nid = \"t-{n}\"\ngroup = \"{group}\"\ntitle = \"Topic {n}\"\nquestion = \"Topic {n}?\"\n\
             level = \"premise\"\nkind = \"quantity\"\nunit = \"years\"\n"
        )
        .unwrap();
        for (review, years) in answers.iter().enumerate() {
            if let Some(years) = years {
                collection.claim(review, &format!("t-{n}"), &format!("value = \"{years} years\""));
            }
        }
    }
    collection.record()
}

fn comparing<'r>(record: &'r Record, filter: &Filter) -> Comparison<'r> {
    let shown = Shown::new(record, Dial::All);
    let reviews: Vec<&Review> = shown.reviews().iter().collect();
    compare(shown, &reviews, filter)
}

fn ids<'r>(rows: &[Row<'r>]) -> Vec<&'r str> {
    rows.iter().map(|row| row.topic.id.as_str()).collect()
}

const ALONE: [Option<u8>; 3] = [None, Some(8), None];
const TWO: [Option<u8>; 3] = [Some(8), Some(8), None];
const NOBODY: [Option<u8>; 3] = [None; 3];

#[test]
fn rows_on_which_only_one_speaks_fold_at_the_end_of_their_group() {
    let record = asked(&[(true, ALONE), (true, TWO), (true, [Some(1), None, None]), (false, TWO), (true, ALONE)]);
    let comparison = comparing(&record, &Filter::default());
    let [first, second] = comparison.sections.as_slice() else { panic!("{comparison:#?}") };
    assert_eq!((ids(&first.rows), ids(&first.folded)), (vec!["t-1"], vec!["t-0", "t-2", "t-4"]));
    assert_eq!((ids(&second.rows), ids(&second.folded)), (vec!["t-3"], vec![]));
    assert_eq!((first.count(), comparison.shown(), comparison.left_out.len()), (4, 5, 0));
    assert_eq!(first.folded_voices().map(|review| review.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(second.folded_voices().count(), 0);
}

#[test]
fn one_such_row_stays_in_its_place() {
    let record = asked(&[(true, ALONE), (true, TWO), (false, ALONE), (false, NOBODY)]);
    let comparison = comparing(&record, &Filter::default());
    let rows: Vec<_> = comparison.sections.iter().map(|section| (ids(&section.rows), ids(&section.folded))).collect();
    assert_eq!(rows, [(vec!["t-0", "t-1"], vec![]), (vec!["t-2"], vec![])]);
}

#[test]
fn a_group_of_nothing_else_still_has_its_fold() {
    let record = asked(&[(true, TWO), (false, ALONE), (false, ALONE)]);
    let comparison = comparing(&record, &Filter::default());
    assert!(comparison.sections[1].rows.is_empty());
    assert_eq!(ids(&comparison.sections[1].folded), ["t-1", "t-2"]);
}

#[test]
fn nothing_folds_for_a_reader_who_looks_for_certain_rows() {
    let record = asked(&[(true, ALONE), (true, TWO), (true, ALONE)]);
    let only_one = Filter { statuses: vec![Status::OnlyOne], ..Filter::default() };
    assert_eq!(ids(&comparing(&record, &only_one).sections[0].rows), ["t-0", "t-2"]);
    let words = Filter { text: "topic".into(), ..Filter::default() };
    assert_eq!(ids(&comparing(&record, &words).sections[0].rows), ["t-0", "t-1", "t-2"]);
    let spaces = Filter { text: "  ".into(), ..Filter::default() };
    assert_eq!(ids(&comparing(&record, &spaces).sections[0].folded), ["t-0", "t-2"]);
}

#[test]
fn what_the_filters_leave_out_is_counted_without_silent_rows() {
    let record = asked(&[(true, ALONE), (true, TWO), (false, TWO), (false, NOBODY)]);
    let group = Shown::new(&record, Dial::All).groups().next().map(|group| group.id.clone());
    let comparison = comparing(&record, &Filter { group, ..Filter::default() });
    assert_eq!((comparison.shown(), comparison.left_out.len()), (2, 1));
    let silent = comparing(&record, &Filter { statuses: vec![Status::Silent], ..Filter::default() });
    assert_eq!((silent.shown(), silent.left_out.len()), (1, 3));
}

fn topics() -> impl Strategy<Value = Vec<(bool, [Option<u8>; 3])>> {
    let answer = || prop_oneof![3 => Just(None), 2 => (1..4_u8).prop_map(Some)];
    prop::collection::vec((any::<bool>(), [answer(), answer(), answer()]), 1..12)
}

fn filter() -> impl Strategy<Value = Filter> {
    let statuses = prop::sample::subsequence(Status::ALL.to_vec(), 0..3);
    let text = prop_oneof![Just(""), Just(" "), Just("topic 1"), Just("2 years")];
    (statuses, text).prop_map(|(statuses, text)| Filter { statuses, group: None, text: text.to_owned() })
}

proptest! {
    #[test]
    fn folding_loses_no_row_and_repeats_none(topics in topics()) {
        let record = asked(&topics);
        let shown = Shown::new(&record, Dial::All);
        let reviews: Vec<&Review> = shown.reviews().iter().collect();
        let all = rows(shown, &reviews);
        let plain = sections(shown, all.clone(), false);
        let folded = sections(shown, all, true);
        prop_assert!(plain.iter().all(|section| section.folded.is_empty()));
        prop_assert_eq!(plain.len(), folded.len());
        for (plain, folded) in plain.iter().zip(&folded) {
            let mut both: Vec<_> = folded.rows.iter().chain(&folded.folded).cloned().collect();
            both.sort_by_key(|row| plain.rows.iter().position(|other| other.topic == row.topic));
            prop_assert_eq!(&both, &plain.rows);
            prop_assert!(folded.folded.len() != 1);
            prop_assert!(folded.folded.iter().all(|row| row.status == Status::OnlyOne));
            let speaks = |review: &&Review| {
                let own = |row: &Row<'_>| row.cells.iter().any(|cell| cell.review == *review && !cell.is_silent());
                folded.folded.iter().any(own)
            };
            let voices = reviews.iter().copied().filter(speaks);
            prop_assert_eq!(folded.folded_voices().collect::<Vec<_>>(), voices.collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_shown_and_what_is_left_out_are_all_that_is_spoken_of(topics in topics(), filter in filter()) {
        let record = asked(&topics);
        let comparison = comparing(&record, &filter);
        let whole = comparing(&record, &Filter::default());
        let silent = comparison.sections.iter().flat_map(|section| &section.rows);
        let silent = silent.filter(|row| row.status == Status::Silent).count();
        prop_assert_eq!(comparison.shown() - silent + comparison.left_out.len(), whole.shown());
        prop_assert!(whole.left_out.is_empty());
    }

    #[test]
    fn rows_that_stand_in_their_places_keep_the_order_and_those_shown_are_those_of_the_sections(
        topics in topics(),
        filter in filter(),
    ) {
        let record = asked(&topics);
        let shown = Shown::new(&record, Dial::All);
        let comparison = comparing(&record, &filter);
        let groups = shown.groups().filter_map(|group| Some((group, comparison.standing(shown, group)?)));
        let standing: Vec<_> = groups.collect();
        let order: Vec<_> = shown.topics().map(|topic| &topic.id).collect();
        for (group, one) in &standing {
            let places: Vec<_> =
                one.rows.iter().map(|(row, _)| order.iter().position(|id| **id == row.topic.id)).collect();
            prop_assert!(places.is_sorted());
            prop_assert!(one.rows.iter().all(|(row, _)| row.topic.group == group.id));
        }
        let standing: Vec<_> = standing.into_iter().map(|(_, one)| one).collect();
        let seen: Vec<_> = standing.iter().flat_map(|one| &one.rows).filter(|(_, seen)| *seen).map(|(row, _)| *row).collect();
        let kept: Vec<_> = comparison.sections.iter().flat_map(|section| &section.rows).collect();
        prop_assert_eq!(seen, kept);
        let unseen = standing.iter().flat_map(|one| &one.rows).filter(|(_, seen)| !seen).count();
        let alone = comparison.left_out.iter().filter(|row| row.status == Status::OnlyOne).count();
        prop_assert_eq!(unseen, comparison.left_out.len() - alone);
        prop_assert_eq!(standing.iter().filter(|one| one.section.is_some()).count(), comparison.sections.len());
    }
}
