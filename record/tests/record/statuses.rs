//! What the answers of a row come to, whatever they are.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Dot, Row, Status, row};
use liner_notes_record::{Dial, Record, Shown};
use proptest::prelude::*;

use super::collection::Collection;

/// The row of the only topic, for the reviews at these places, in this order.
fn row_of<'r>(record: &'r Record, places: &[usize]) -> Row<'r> {
    let shown = Shown::new(record, Dial::All);
    let reviews: Vec<&Review> = places.iter().map(|place| &shown.reviews()[*place]).collect();
    row(shown, shown.topics().next().unwrap(), &reviews)
}

fn whole_row(record: &Record) -> Row<'_> {
    let places: Vec<usize> = (0..Shown::new(record, Dial::All).reviews().len()).collect();
    row_of(record, &places)
}

/// One topic of `kind`, and each review's answers to it.
fn asked(kind: &str, answers: &[&[&str]]) -> Record {
    let mut collection = Collection::of(answers.len());
    collection.topic("asked", "premise", kind);
    for (review, answers) in answers.iter().enumerate() {
        for answer in *answers {
            let value = if answer.is_empty() { String::new() } else { format!("value = \"{answer}\"") };
            collection.claim(review, "asked", &value);
        }
    }
    collection.record()
}

const YEARS: &str = "kind = \"quantity\"\nunit = \"years\"";
const STANCE: &str = "kind = \"stance\"";

#[track_caller]
fn check_status(kind: &str, answers: &[&[&str]], expected: Status) {
    assert_eq!(whole_row(&asked(kind, answers)).status, expected, "{answers:?}");
}

#[test]
fn a_status_says_what_the_answers_come_to() {
    check_status(YEARS, &[&["19 years"], &["19 years"]], Status::Agree);
    check_status(YEARS, &[&["about 20 years"], &["19 years"]], Status::Close);
    check_status(YEARS, &[&["8 years"], &["19 years"]], Status::Differ);
    check_status(YEARS, &[&["8 years"], &[]], Status::OnlyOne);
    check_status(YEARS, &[&[], &[]], Status::Silent);
    check_status("kind = \"text\"", &[&[""], &[""]], Status::InTheirWords);
    check_status("kind = \"text\"", &[&[""], &[]], Status::OnlyOne);
    check_status("kind = \"rating\"", &[&["4/5"], &["8/10"]], Status::InTheirWords);
}

#[test]
fn of_two_compatible_answers_of_one_review_the_more_exact_counts() {
    check_status(YEARS, &[&["about 20 years", "19 years"], &["19 years"]], Status::Agree);
}

#[test]
fn a_review_that_contradicts_itself_is_incompatible_only_with_what_fits_neither() {
    let record = asked(YEARS, &[&["8 years", "19 years"], &["19 years"]]);
    let row = whole_row(&record);
    assert!(row.cells[0].contradicts_itself);
    assert_eq!(row.status, Status::Close);
    check_status(YEARS, &[&["8 years", "19 years"], &["30 years"]], Status::Differ);
}

#[test]
fn an_answer_that_a_slip_garbles_is_left_out() {
    let mut collection = Collection::of(2);
    collection.topic("asked", "premise", YEARS);
    collection.reviews[0]
        .push_str("[[slip]]\nid = \"swapped\"\ntext = \"Swapped.\"\nat = [\"¶1 0+10 0000000000 0000000000\"]\n");
    collection.claim(0, "asked", "value = \"8 years\"\nslip = \"swapped\"");
    collection.claim(1, "asked", "value = \"19 years\"");
    let record = collection.record();
    let row = whole_row(&record);
    assert_eq!(row.status, Status::OnlyOne);
    assert_eq!(row.cells[0].answers.len(), 1);
    assert_eq!(row.dots[0], Dot::Silent);
}

#[test]
fn dots_share_a_level_for_one_answer_and_stand_apart_for_others() {
    let record = asked(YEARS, &[&["19 years"], &["about 20 years"], &["19 years"], &["8 years"], &[]]);
    let dots = whole_row(&record).dots;
    assert_eq!(dots[0], dots[2]);
    let level = |place: usize| match dots[place] {
        Dot::At(level) => i32::from(level),
        other => panic!("{other:?}"),
    };
    assert_eq!((level(0) - level(1)).abs(), 1);
    assert!((level(0) - level(3)).abs() >= 3 && (level(1) - level(3)).abs() >= 3);
    assert_eq!(dots[4], Dot::Silent);
}

#[test]
fn the_odd_one_out_is_against_all_others_who_fit_together() {
    let odd = |answers: &[&[&str]]| whole_row(&asked(YEARS, answers)).odd_one_out;
    assert_eq!(odd(&[&["19 years"], &["about 20 years"], &["8 years"]]), Some(2));
    assert_eq!(odd(&[&["19 years"], &["8 years"]]), None, "two are not enough");
    assert_eq!(odd(&[&["19 years"], &["8 years"], &["30 years"]]), None, "the others do not fit together");
    assert_eq!(odd(&[&["19 years"], &["8 years"], &["some years"]]), None, "it fits with one");
    assert_eq!(odd(&[&["19 years"], &[], &["19 years"], &["8 years"]]), Some(3));
}

/// Answers that agree, come close and differ often enough.
fn answers(most: usize) -> impl Strategy<Value = (&'static str, Vec<Vec<String>>)> {
    let years = prop_oneof![
        Just("19 years"),
        Just("about 20 years"),
        Just("almost 20 years"),
        Just("at least 15 years"),
        Just("some years"),
        Just("8 years"),
        Just("2 decades"),
    ];
    let stances = prop_oneof![Just("+2"), Just("+1"), Just("0"), Just("-1"), Just("-2")];
    let ratings = prop_oneof![Just("4/5"), Just("5/5"), Just("8/10")];
    let of = |one: BoxedStrategy<&'static str>| {
        prop::collection::vec(prop::collection::vec(one.prop_map(str::to_owned), 0..3), 2..=most)
    };
    prop_oneof![
        (Just(YEARS), of(years.boxed())),
        (Just(STANCE), of(stances.boxed())),
        (Just("kind = \"rating\""), of(ratings.boxed())),
    ]
}

fn record_of(kind: &str, answers: &[Vec<String>]) -> Record {
    let borrowed: Vec<Vec<&str>> = answers.iter().map(|one| one.iter().map(String::as_str).collect()).collect();
    asked(kind, &borrowed.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn a_status_does_not_depend_on_the_order_of_reviews(
        (kind, answers) in answers(6),
        seed in any::<prop::sample::Index>(),
    ) {
        let record = record_of(kind, &answers);
        let mut places: Vec<usize> = (0..answers.len()).collect();
        let expected = row_of(&record, &places);
        places.rotate_left(seed.index(answers.len()));
        places.swap(0, answers.len() - 1);
        let turned = row_of(&record, &places);
        prop_assert_eq!(turned.status, expected.status);
        let odd = |row: &Row<'_>| row.odd_one_out.map(|place| row.cells[place].review.number);
        prop_assert_eq!(odd(&turned), odd(&expected));
    }

    #[test]
    fn a_silent_review_never_changes_a_status((kind, mut answers) in answers(6), place in any::<prop::sample::Index>()) {
        let before = record_of(kind, &answers);
        let status = whole_row(&before).status;
        answers.insert(place.index(answers.len() + 1), Vec::new());
        let after = record_of(kind, &answers);
        prop_assert_eq!(whole_row(&after).status, status);
    }

    #[test]
    fn adding_a_review_never_turns_differ_into_agree_or_close((kind, answers) in answers(6)) {
        let record = record_of(kind, &answers);
        let fewer: Vec<usize> = (0..answers.len() - 1).collect();
        if row_of(&record, &fewer).status == Status::Differ {
            let status = whole_row(&record).status;
            prop_assert!(!matches!(status, Status::Agree | Status::Close), "{:?}", status);
        }
    }

    #[test]
    fn the_odd_one_out_taken_away_leaves_no_differ((kind, answers) in answers(8)) {
        let record = record_of(kind, &answers);
        if let Some(odd) = whole_row(&record).odd_one_out {
            let others: Vec<usize> = (0..answers.len()).filter(|place| *place != odd).collect();
            prop_assert_ne!(row_of(&record, &others).status, Status::Differ);
        }
    }

    #[test]
    fn groups_hold_every_speaking_review_once_and_fit_together((kind, answers) in answers(8)) {
        let record = record_of(kind, &answers);
        let row = whole_row(&record);
        for groups in [&row.same, &row.compatible] {
            let mut all: Vec<usize> = groups.iter().flatten().copied().collect();
            all.sort_unstable();
            let speaking: Vec<usize> = (0..answers.len()).filter(|place| !row.cells[*place].is_silent()).collect();
            prop_assert_eq!(all, speaking);
        }
        for group in &row.compatible {
            prop_assert_ne!(row_of(&record, group).status, Status::Differ);
        }
    }
}
