//! Texts side by side: where each one speaks of a topic or a moment.

use liner_notes_record::model::{MomentId, TopicId};
use liner_notes_record::questions::{Beside, Entry, Lit, Subject};
use liner_notes_record::recognition::recognise;
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown};

use super::attached::{ATTACHED, Attached, CLAIMS, TELLINGS, made_of, read};

const ONE: &str = "The lamp on the pier\n\nAda lights it at dusk\n";
const TWO: &str = "A boat, and another boat\n\nIt goes down\n";
const SLIP: &str = "[[slip]]\nid = \"s-1\"\ntext = \"Odd.\"\nlevel = \"ending\"";

fn attached() -> Attached {
    let one = [(CLAIMS[0], "pier"), (SLIP, "at dusk"), (TELLINGS[0], "lights")];
    let two = [(CLAIMS[0], "boat"), (TELLINGS[2], "goes down")];
    let record: Record = made_of(&[(ONE, &one), (TWO, &two)]);
    Attached { record, raw: vec![ONE.to_owned(), TWO.to_owned()] }
}

fn lit(attached: &Attached, dial: Dial, subject: &Subject) -> Vec<(Vec<(u16, usize)>, bool)> {
    let lit = Beside::of(attached.readings(dial)).unwrap().lit(subject);
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
        let beside = Beside::of(vec![reading.clone(); count]);
        assert_eq!(beside.is_some(), (2..=4).contains(&count), "{count}");
        assert!(beside.is_none_or(|beside| beside.columns().len() == count));
    }
}

#[test]
fn what_is_lit_was_taken_for_that_topic_and_nothing_of_it_is_missed() {
    for attached in ATTACHED.iter() {
        for dial in Dial::STOPS {
            let mut readings = attached.readings(dial);
            readings.truncate(4);
            let beside = Beside::of(readings).unwrap();
            let shown = Shown::new(&attached.record, dial);
            for topic in shown.topics() {
                let is_its = |entry: &Entry<'_>| matches!(entry, Entry::Claim(own, _) if own.id == topic.id);
                for (lit, reading) in beside.lit(&Subject::Topic(topic.id.clone())).iter().zip(beside.columns()) {
                    assert_eq!(lit.review, reading.review);
                    for open in reading.open() {
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
