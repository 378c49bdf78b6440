//! What is found in the texts that a reader has attached.

use std::collections::BTreeSet;

use liner_notes_record::recognition::recognise;
use liner_notes_record::search::texts::{Builder, Texts};
use liner_notes_record::search::{Asked, Marked, words};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown};

use super::attached::{ATTACHED, Attached, CLAIMS, made_of, read};

const ONE: &str =
    "The photographer keeps a lamp\n\nAda Quill lights the old lamp, and the lamp burns\n\nHer boat goes down\n";
const TWO: &str = "A lamp in a well-known house\n\nShe keeps the photographer waiting for Ada\n";

fn attached() -> Attached {
    let name = "[[spelling]]\nof = \"c-1\"\ntext = \"Ada Quill\"";
    let one = [(CLAIMS[0], "photographer"), (name, "Ada Quill"), (CLAIMS[2], "goes down")];
    let two = [(CLAIMS[0], "lamp"), (CLAIMS[1], "waiting")];
    let record: Record = made_of(&[(ONE, &one), (TWO, &two)]);
    Attached { record, raw: vec![ONE.to_owned(), TWO.to_owned()] }
}

fn searched(attached: &Attached, dial: Dial) -> Texts<'_> {
    let mut builder = Builder::new(Shown::new(&attached.record, dial));
    for reading in attached.readings(dial) {
        builder.add(&reading);
    }
    builder.finish()
}

/// Text and paragraph of each hit, best first.
fn found(dial: Dial, typed: &str) -> Vec<(usize, u16)> {
    let attached = attached();
    let hits = searched(&attached, dial).find(&Asked::read(typed));
    hits.iter().map(|hit| (hit.text, hit.paragraph)).collect()
}

#[test]
fn a_word_is_found_folded_begun_and_with_one_slip() {
    for typed in ["Photographer", "photo", "photgrapher", "PHOTOGRAPHÉR"] {
        assert_eq!(found(Dial::Middle, typed), [(0, 1), (1, 2)], "{typed}");
    }
    assert_eq!(found(Dial::All, "wellknown"), [(1, 1)]);
    assert_eq!(found(Dial::All, "known"), [(1, 1)]);
    assert_eq!(found(Dial::All, "violin"), []);
    assert_eq!(found(Dial::All, " "), []);
}

#[test]
fn every_word_must_stand_in_the_paragraph() {
    assert_eq!(found(Dial::All, "lamp keeps"), [(0, 1)]);
    assert_eq!(found(Dial::All, "lamp boat"), []);
}

#[test]
fn a_phrase_stands_there_as_it_is() {
    assert_eq!(found(Dial::All, "\"old lamp and\""), [(0, 2)]);
    assert_eq!(found(Dial::All, "\"lamp old\""), []);
    assert_eq!(found(Dial::All, "\"old lam\""), []);
    assert_eq!(found(Dial::All, "\"well-known house\""), [(1, 1)]);
}

#[test]
fn filters_keep_what_fits_them() {
    assert_eq!(found(Dial::All, "lamp review:r2"), [(1, 1)]);
    assert_eq!(found(Dial::All, "review:2"), [(1, 1), (1, 2)]);
    assert_eq!(found(Dial::All, "lamp review:nobody"), []);
    assert_eq!(found(Dial::All, "lamp is:praise"), []);
    assert_eq!(found(Dial::All, "level:middle"), [(1, 2)]);
}

#[test]
fn a_name_is_found_by_its_sound() {
    let text = "Then Sun Woo sings\n\nNobody else does\n";
    let of = "[[spelling]]\nof = \"c-1\"\ntext = \"Sun Woo\"";
    let record = made_of(&[(text, &[(of, "Sun Woo")])]);
    let attached = Attached { record, raw: vec![text.to_owned()] };
    let texts = searched(&attached, Dial::All);
    for typed in ["seon-woo", "Seon Woo", "선우"] {
        let asked = Asked::read(typed);
        let hits = texts.find(&asked);
        assert_eq!(hits.iter().map(|hit| hit.paragraph).collect::<Vec<_>>(), [1], "{typed}");
        assert_eq!(first_marked(&attached, &asked), "Then [Sun Woo] sings");
    }
}

/// The excerpt of what comes first, with its marks in brackets.
fn first_marked(attached: &Attached, asked: &Asked) -> String {
    let texts = searched(attached, Dial::All);
    let hit = texts.find(asked)[0];
    let text = Text::new(&attached.raw[hit.text]);
    let words = text.paragraph(hit.paragraph).map(|paragraph| paragraph.slice(0, paragraph.len()));
    bracketed(&texts.marked(asked, &[words.unwrap()])[0])
}

fn bracketed(marked: &Marked) -> String {
    let piece = |(piece, is_marked): &(String, bool)| if *is_marked { format!("[{piece}]") } else { piece.clone() };
    marked.pieces.iter().map(piece).collect()
}

#[test]
fn what_was_looked_for_is_marked_in_an_excerpt() {
    let asked = Asked::read("photgrapher keeps");
    assert_eq!(first_marked(&attached(), &asked), "The [photographer] [keeps] a lamp");
}

#[test]
fn a_paragraph_that_is_about_it_comes_before_one_that_names_it_in_passing() {
    // Twice, and then in a row.
    assert_eq!(found(Dial::All, "lamp")[0], (0, 2));
    assert_eq!(found(Dial::All, "keeps the photographer")[0], (1, 2));
}

#[test]
fn above_the_dial_nothing_is_found() {
    assert_eq!(found(Dial::Middle, "boat"), []);
    assert_eq!(found(Dial::All, "boat"), [(0, 3)]);
    assert_eq!(found(Dial::None, "waiting"), []);
    let three = &ATTACHED[0];
    for (dial, hidden) in
        [(Dial::None, "SENTINELMIDDLE"), (Dial::None, "SENTINELENDING"), (Dial::Middle, "SENTINELENDING")]
    {
        assert_eq!(searched(three, dial).find(&Asked::read(hidden)), []);
    }
    assert!(!searched(three, Dial::All).find(&Asked::read("SENTINELENDING")).is_empty());
}

#[test]
fn every_word_of_an_open_paragraph_finds_it_and_no_other_paragraph_is_found() {
    for attached in ATTACHED.iter() {
        for dial in Dial::STOPS {
            let texts = searched(attached, dial);
            let readings = attached.readings(dial);
            let open: BTreeSet<(usize, u16)> = readings
                .iter()
                .enumerate()
                .flat_map(|(text, reading)| reading.open().map(move |open| (text, open.paragraph)))
                .collect();
            assert_eq!(texts.paragraphs(), open.len());
            for (text, reading) in readings.iter().enumerate() {
                for paragraph in reading.open() {
                    let whole: String = paragraph.segments.iter().map(|one| one.text.as_str()).collect();
                    for word in words(&whole).into_iter().step_by(5) {
                        let hits = texts.find(&Asked::read(&word.folded));
                        let places: Vec<_> = hits.iter().map(|hit| (hit.text, hit.paragraph)).collect();
                        assert!(places.contains(&(text, paragraph.paragraph)), "{}", word.folded);
                        assert!(places.iter().all(|place| open.contains(place)));
                    }
                }
            }
        }
    }
}

#[test]
fn one_text_after_the_other_is_taken_in_whoever_has_none_finds_nothing() {
    let attached = attached();
    let shown = Shown::new(&attached.record, Dial::All);
    let mut builder = Builder::new(shown);
    for (taken, reading) in attached.readings(Dial::All).iter().enumerate() {
        assert_eq!(builder.texts(), taken);
        builder.add(reading);
    }
    assert_eq!(builder.finish().paragraphs(), 5);
    assert_eq!(Builder::new(shown).finish().find(&Asked::read("lamp")), []);
}

#[test]
fn a_text_that_has_shifted_is_searched_as_it_stands() {
    let attached = attached();
    let text = Text::new(&format!("Found on a wall\n{ONE}"));
    let known = recognise(&attached.record, &text).unwrap();
    let mut builder = Builder::new(Shown::new(&attached.record, Dial::None));
    builder.add(&read(&attached.record, Dial::None, &text, &known));
    let texts = builder.finish();
    let hits = texts.find(&Asked::read("lamp"));
    assert_eq!(hits.iter().map(|hit| hit.paragraph).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(texts.find(&Asked::read("wall")), []);
}
