//! What the record tells of itself.

use std::fmt::Write as _;

use liner_notes_record::questions::{Account, Status, account};
use liner_notes_record::{Dial, Record, Shown};

use super::collection::{Collection, PLACE};

fn whole(record: &Record) -> Account<'_> {
    account(Shown::new(record, Dial::All))
}

/// The topics of the examples, in the order of the statuses.
fn examples(record: &Record) -> Vec<(Status, Option<&str>)> {
    let topic = |(status, example)| {
        let example: Option<liner_notes_record::questions::Digest<'_>> = example;
        (status, example.map(|digest| digest.row.topic.id.as_str()))
    };
    whole(record).examples.into_iter().map(topic).collect()
}

#[test]
fn what_is_only_implied_counts_as_a_claim_and_by_itself() {
    let mut collection = Collection::of(2);
    collection.topic("asked", "premise", "kind = \"text\"");
    collection.claim(0, "asked", "");
    collection.claim(1, "asked", "implied = true");
    let record = collection.record();
    let counts = whole(&record).counts;
    assert_eq!((counts.reviews, counts.topics, counts.claims, counts.implied), (2, 1, 2, 1));
}

#[test]
fn a_title_that_two_reviews_name_is_one_title() {
    let mut collection = Collection::of(2);
    collection.related = "[[related]]\nid = \"other\"\ntitle = \"Other\"\n".into();
    for review in &mut collection.reviews {
        write!(review, "[[mention]]\nwork = \"other\"\ntitle = \"Other\"\nwhy = \"Likes it.\"\nat = [\"{PLACE}\"]\n")
            .unwrap();
    }
    assert_eq!(whole(&collection.record()).counts.titles, 1);
}

#[test]
fn an_example_is_a_row_on_which_most_speak_and_of_those_the_soonest_read() {
    let mut collection = Collection::of(3);
    for (topic, speaking, says) in [("few", 2, "4"), ("long", 3, "4 and more of it"), ("short", 3, "4")] {
        collection.topic(topic, "premise", "kind = \"name\"");
        for review in 0..speaking {
            collection.claim(review, topic, &format!("value = \"{says}\""));
        }
    }
    let record = collection.record();
    let expected = Status::ALL.map(|status| (status, (status == Status::Agree).then_some("short")));
    assert_eq!(examples(&record), expected);
}

#[test]
fn a_row_on_which_nobody_speaks_is_the_example_of_silence() {
    let mut collection = Collection::of(2);
    collection.topic("asked", "premise", "kind = \"text\"");
    let record = collection.record();
    assert_eq!(examples(&record).pop(), Some((Status::Silent, Some("asked"))));
}

#[test]
fn every_row_that_differs_is_a_conflict_and_those_on_which_most_speak_come_first() {
    let mut collection = Collection::of(3);
    for (topic, answers) in [("two", &["1", "2"][..]), ("same", &["1", "1"]), ("three", &["1", "1", "2"])] {
        collection.topic(topic, "premise", "kind = \"name\"");
        for (review, answer) in answers.iter().enumerate() {
            collection.claim(review, topic, &format!("value = \"{answer}\""));
        }
    }
    let record = collection.record();
    let conflicts = whole(&record).conflicts;
    let topics: Vec<&str> = conflicts.iter().map(|digest| digest.row.topic.id.as_str()).collect();
    assert_eq!(topics, ["three", "two"]);
}

#[test]
fn every_paragraph_is_covered_by_as_much_as_was_taken_from_it() {
    let mut collection = Collection::of(2);
    collection.reviews[0] = collection.reviews[0].replace("paragraphs = [100]", "paragraphs = [100, 40]");
    collection.topic("asked", "premise", "kind = \"text\"");
    collection.claim(0, "asked", "");
    write!(collection.reviews[0], "[[slip]]\nid = \"s-1\"\ntext = \"Slips.\"\nat = [\"{PLACE}\"]\n").unwrap();
    let record = collection.record();
    let coverage = whole(&record).coverage;
    let covered = |n: usize| -> Vec<_> {
        coverage[n].paragraphs.iter().map(|one| (one.paragraph, one.length, one.taken)).collect()
    };
    assert_eq!(covered(0), [(1, 100, 2), (2, 40, 0)]);
    assert_eq!(covered(1), [(1, 100, 0)]);
    assert_eq!(coverage.iter().map(|one| one.slips.len()).collect::<Vec<_>>(), [1, 0]);
}
