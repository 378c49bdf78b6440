//! Texts side by side: what they can be led to, and where each one speaks of it.

use liner_notes_record::model::{MomentId, TopicId};
use liner_notes_record::questions::{Beside, Column, Entry, Lit, Reading, Subject, contents};
use liner_notes_record::recognition::recognise;
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown};

use super::attached::{ATTACHED, Attached, CLAIMS, TELLINGS, made_of, read};
use super::collection::{Collection, PLACE};

const ONE: &str = "The lamp on the pier\n\nAda lights it at dusk\n";
const TWO: &str = "A boat, and another boat\n\nIt goes down\n";
const SLIP: &str = "[[slip]]\nid = \"s-1\"\ntext = \"Odd.\"\nlevel = \"ending\"";

fn attached() -> Attached {
    let one = [(CLAIMS[0], "pier"), (SLIP, "at dusk"), (TELLINGS[0], "lights")];
    let two = [(CLAIMS[0], "boat"), (TELLINGS[2], "goes down")];
    let record: Record = made_of(&[(ONE, &one), (TWO, &two)]);
    Attached { record, raw: vec![ONE.to_owned(), TWO.to_owned()] }
}

fn columns(readings: Vec<Reading<'_>>) -> Vec<Column<'_>> {
    readings.into_iter().map(|reading| Column { review: reading.review, reading: Some(reading) }).collect()
}

fn lit(attached: &Attached, dial: Dial, subject: &Subject) -> Vec<(Vec<(u16, usize)>, bool)> {
    let lit = Beside::of(columns(attached.readings(dial))).unwrap().lit(subject);
    lit.into_iter().map(|Lit { passages, is_kept_back, .. }| (passages, is_kept_back)).collect()
}

fn topic(id: &str) -> Subject {
    Subject::Topic(TopicId::new(id))
}

#[test]
fn every_passage_of_a_topic_is_lit_in_every_column() {
    let attached = attached();
    assert_eq!(lit(&attached, Dial::None, &topic("t-1")), [(vec![(1, 0)], false), (vec![(1, 0), (1, 1)], false)]);
    assert_eq!(lit(&attached, Dial::None, &topic("t-2")), [(vec![], false), (vec![], false)]);
}

#[test]
fn what_stands_where_the_text_is_kept_back_is_said_to_and_not_lit() {
    let attached = attached();
    let moment = |id| Subject::Moment(MomentId::new(id));
    assert_eq!(lit(&attached, Dial::None, &moment("m-1")), [(vec![], true), (vec![], false)]);
    assert_eq!(lit(&attached, Dial::All, &moment("m-1")), [(vec![(2, 0)], false), (vec![], false)]);
}

#[test]
fn of_what_the_dial_hides_nothing_is_said() {
    let hidden = Subject::Moment(MomentId::new("m-3"));
    let silent = [(vec![], false), (vec![], false)];
    assert_eq!(lit(&attached(), Dial::Middle, &hidden), silent);
    assert_ne!(lit(&attached(), Dial::All, &hidden), silent);
}

#[test]
fn two_to_four_texts_stand_side_by_side() {
    let one = attached().record;
    let text = Text::new(ONE);
    let reading = read(&one, Dial::None, &text, &recognise(&one, &text).unwrap());
    for count in 0..7 {
        let beside = Beside::of(columns(vec![reading.clone(); count]));
        assert_eq!(beside.is_some(), (2..=4).contains(&count), "{count}");
        assert!(beside.is_none_or(|beside| beside.columns().len() == count));
    }
}

#[test]
fn a_column_without_its_text_has_nothing_lit() {
    let attached = attached();
    let mut columns = columns(attached.readings(Dial::All));
    columns[0].reading = None;
    let lit = Beside::of(columns).unwrap().lit(&topic("t-1"));
    assert_eq!(lit[0].passages, []);
    assert_eq!(lit[1].passages, [(1, 0), (1, 1)]);
}

/// Three topics of each group and two moments, on which reviews speak as often as their ids say.
fn spoken_of() -> Record {
    let mut collection = Collection::of(3);
    collection.topics += "[[group]]\nid = \"more\"\nname = \"More\"\n";
    for (id, level, reviews) in [("t-1", "premise", 1), ("t-2", "middle", 3), ("t-3", "premise", 0)] {
        collection.topic(id, level, "kind = \"text\"");
        for review in 0..reviews {
            collection.claim(review, id, &format!("level = \"{level}\""));
        }
    }
    // The first topic of the file is the last of its groups.
    collection.topics = collection.topics.replacen("group = \"all\"", "group = \"more\"", 1);
    collection.moments += "[[moment]]\nid = \"m-1\"\ntitle = \"M1\"\nphase = \"one\"\nlevel = \"premise\"\n\
                           [[moment]]\nid = \"m-2\"\ntitle = \"M2\"\nphase = \"one\"\nlevel = \"ending\"\n";
    for review in 0..2 {
        for (moment, level) in [("m-1", "premise"), ("m-2", "ending")] {
            collection.reviews[review] += &format!(
                "[[telling]]\nmoment = \"{moment}\"\ntext = \"Tells it.\"\nlevel = \"{level}\"\nat = [\"{PLACE}\"]\n"
            );
        }
    }
    collection.record()
}

#[test]
fn what_can_be_led_to_stands_by_group_and_by_phase_with_the_number_of_those_who_speak() {
    let record = spoken_of();
    let listed = |dial| {
        let shown = Shown::new(&record, dial);
        let contents = contents(shown, &shown.reviews().iter().collect::<Vec<_>>());
        let chapters = contents.chapters.iter();
        let subjects = |(name, titles): (&str, Vec<(&str, usize)>)| format!("{name}: {titles:?}");
        let listed = chapters.map(|one| (one.name, one.subjects.iter().map(|own| (own.title, own.speaking)).collect()));
        listed.map(subjects).collect::<Vec<_>>()
    };
    assert_eq!(
        listed(Dial::All),
        [r#"All: [("t-2", 3), ("t-3", 0)]"#, r#"More: [("t-1", 1)]"#, r#"One: [("M1", 2), ("M2", 2)]"#]
    );
    assert_eq!(listed(Dial::None), [r#"All: [("t-3", 0)]"#, r#"More: [("t-1", 1)]"#, r#"One: [("M1", 2)]"#]);
}

#[test]
fn the_way_on_passes_over_what_nobody_speaks_of_and_ends_at_what_is_hidden() {
    let record = spoken_of();
    let around = |dial, subject: &Subject| {
        let shown = Shown::new(&record, dial);
        let contents = contents(shown, &shown.reviews().iter().collect::<Vec<_>>());
        contents.around(subject).map(|one| one.map(|one| one.title.to_owned()))
    };
    let moment = |id| Subject::Moment(MomentId::new(id));
    let some = |title: &str| Some(title.to_owned());
    assert_eq!(around(Dial::All, &topic("t-2")), [None, some("t-1")]);
    assert_eq!(around(Dial::All, &topic("t-3")), [some("t-2"), some("t-1")]);
    assert_eq!(around(Dial::All, &topic("t-1")), [some("t-2"), some("M1")]);
    assert_eq!(around(Dial::All, &moment("m-2")), [some("M1"), None]);
    assert_eq!(around(Dial::Middle, &moment("m-1")), [some("t-1"), None]);
    assert_eq!(around(Dial::None, &topic("t-1")), [None, some("M1")]);
}

#[test]
fn without_a_choice_columns_are_led_to_the_first_of_which_most_speak() {
    let record = spoken_of();
    let first = |dial, reviews: &[usize]| {
        let shown = Shown::new(&record, dial);
        let reviews: Vec<_> = reviews.iter().map(|place| &shown.reviews()[*place]).collect();
        contents(shown, &reviews).first().map(|one| one.title)
    };
    assert_eq!(first(Dial::All, &[0, 1]), Some("t-2"));
    assert_eq!(first(Dial::None, &[0, 1]), Some("M1"));
    assert_eq!(first(Dial::None, &[0, 2]), Some("t-1"));
    assert_eq!(first(Dial::None, &[2]), None);
}

#[test]
fn what_is_lit_was_taken_for_that_topic_and_nothing_of_it_is_missed() {
    for attached in ATTACHED.iter() {
        for dial in Dial::STOPS {
            let mut readings = attached.readings(dial);
            readings.truncate(4);
            let beside = Beside::of(columns(readings)).unwrap();
            let shown = Shown::new(&attached.record, dial);
            for topic in shown.topics() {
                let is_its = |entry: &Entry<'_>| matches!(entry, Entry::Claim(own, _) if own.id == topic.id);
                for (lit, column) in beside.lit(&Subject::Topic(topic.id.clone())).iter().zip(beside.columns()) {
                    assert_eq!(lit.review, column.review);
                    for open in column.reading.iter().flat_map(Reading::open) {
                        for (place, passage) in open.passages.iter().enumerate() {
                            let is_lit = lit.passages.contains(&(open.paragraph, place));
                            assert_eq!(is_lit, passage.entries.iter().any(is_its));
                        }
                    }
                }
            }
        }
    }
}
