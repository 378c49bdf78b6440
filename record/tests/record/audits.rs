//! Holding a record against texts: what stands, what has moved, what is lost, what is counted wrong.

use liner_notes_record::Record;
use liner_notes_record::audit::{Against, Audit, audit};
use liner_notes_record::locator::Found;
use liner_notes_record::text::Text;

use super::collection::Collection;

const TEXT: &str = "The lamp on the pier\n\nAda lights it at dusk, says the harbour master. Ada Quill has done so for years.\n\
                    Nobody saw her leave, and nobody asked.\n";
const OTHER: &str = "A different piece\nIt speaks of other things, and of nothing that the first one has.\n";

/// A record of two reviews: the first holds a claim, a slip and two spellings of `TEXT`, the second a claim of `OTHER`.
fn record() -> Record {
    let mut collection = Collection::of(2);
    collection.topic("when", "premise", "kind = \"text\"");
    collection.people.push_str("[[character]]\nid = \"ada\"\nname = \"Ada Quill\"\n");
    let (text, other) = (Text::new(TEXT), Text::new(OTHER));
    for (review, text) in [&text, &other].into_iter().enumerate() {
        let lengths: Vec<String> = text.paragraphs().iter().map(|one| one.len().to_string()).collect();
        let file = &mut collection.reviews[review];
        *file = file.replace(&"0".repeat(64), &text.sha256());
        *file = file.replace("[100]", &format!("[{}]", lengths.join(", ")));
        *file = file.replace("words = 20", &format!("words = {}", text.words()));
    }
    let at = |text: &Text, words: &str| {
        text.places(words, None).iter().map(|place| format!("\"{place}\"")).collect::<Vec<_>>().join(", ")
    };
    let entry = |kind: &str, more: &str, at: String| format!("[[{kind}]]\n{more}\nat = [{at}]\n");
    let topic = "topic = \"when\"\ntext = \"Says when.\"";
    collection.reviews[0] += &entry("claim", topic, at(&text, "at dusk"));
    collection.reviews[0] += &entry("slip", "id = \"asked\"\ntext = \"Odd.\"", at(&text, "nobody asked"));
    collection.reviews[0] += &entry("spelling", "of = \"ada\"\ntext = \"Ada Quill\"", at(&text, "Ada Quill"));
    let bare = format!("\"{}\"", text.places("Ada", None)[0]);
    collection.reviews[0] += &entry("spelling", "of = \"ada\"\ntext = \"Ada\"", bare);
    collection.reviews[1] += &entry("claim", topic, at(&other, "other things"));
    collection.record()
}

#[track_caller]
fn against(audit: &Audit, review: usize) -> &Against {
    audit.reviews[review].against.as_ref().expect("the text is there")
}

#[test]
fn everything_is_in_place_in_the_very_texts_whatever_their_order() {
    let result = audit(&record(), &[Text::new(OTHER), Text::new(TEXT)]);
    assert!(result.is_clean(), "{result:?}");
    assert_eq!((against(&result, 0).in_place, against(&result, 0).spellings), (4, 2));
    assert_eq!(against(&result, 0).text, 1);
}

#[test]
fn the_paragraphs_from_which_nothing_was_taken_are_listed() {
    let result = audit(&record(), &[Text::new(TEXT), Text::new(OTHER)]);
    assert_eq!(against(&result, 0).untouched, [1]);
}

#[test]
fn a_text_that_is_missing_is_said_to_be() {
    let result = audit(&record(), &[Text::new(TEXT)]);
    assert!(result.reviews[1].against.is_none());
    assert!(!result.is_clean());
}

#[test]
fn a_text_that_belongs_to_no_review_is_said_to() {
    let result = audit(&record(), &[Text::new(TEXT), Text::new(OTHER), Text::new("A note to the milkman\n")]);
    assert_eq!(result.strangers, [2]);
    assert!(result.is_clean());
}

#[test]
fn what_still_stands_after_a_word_was_put_in_has_moved_and_is_not_lost() {
    let shifted = TEXT.replacen("Ada lights", "Old Ada lights", 1);
    let result = audit(&record(), &[Text::new(&shifted), Text::new(OTHER)]);
    let against = against(&result, 0);
    assert_eq!((against.in_place, against.moved(), against.lost()), (1, 3, 0), "{against:?}");
    assert!(!against.is_same && !result.is_clean());
    let claim = &against.astray[0];
    assert_eq!((claim.entry.as_str(), claim.found), ("claim r1/when", Found::Moved { paragraph: 2, start: 18 }));
}

#[test]
fn what_was_struck_out_is_lost_by_name() {
    let cut = TEXT.replace(", and nobody asked", "");
    let result = audit(&record(), &[Text::new(&cut), Text::new(OTHER)]);
    let lost: Vec<&str> = against(&result, 0).astray.iter().map(|astray| astray.entry.as_str()).collect();
    assert_eq!(lost, ["slip asked"]);
    assert_eq!(against(&result, 0).lost(), 1);
}

#[test]
fn a_passage_whose_surroundings_alone_have_changed_is_in_place() {
    let touched = TEXT.replace("it at dusk", "up at dusk");
    let result = audit(&record(), &[Text::new(&touched), Text::new(OTHER)]);
    assert_eq!((against(&result, 0).in_place, against(&result, 0).moved()), (4, 0));
    assert!(!result.is_clean(), "it is not the text that was read");
}

#[test]
fn a_name_that_stands_more_often_than_it_is_listed_is_told() {
    let more = format!("{TEXT}Ada alone knew.\n");
    let result = audit(&record(), &[Text::new(&more), Text::new(OTHER)]);
    let wrong = &against(&result, 0).miscounted;
    assert_eq!(
        wrong.iter().map(|one| (one.text.as_str(), one.listed, one.counted)).collect::<Vec<_>>(),
        [("Ada", 1, 2)]
    );
}

#[test]
fn figures_of_the_text_that_are_not_so_are_told() {
    let mut collection = Collection::of(2);
    collection.reviews[0] = collection.reviews[0].replace(&"0".repeat(64), &Text::new(TEXT).sha256());
    let result = audit(&collection.record(), &[Text::new(TEXT)]);
    let measures = &against(&result, 0).measures;
    assert!(measures.iter().any(|one| one == "it has 3 paragraphs, not 1"), "{measures:?}");
    assert!(measures.iter().any(|one| one == "¶1 has 20 characters, not 100"), "{measures:?}");
}

#[test]
fn equal_passages_that_have_moved_are_found_in_order_each_in_a_place_of_its_own() {
    let mut collection = Collection::of(1);
    collection.topic("one", "premise", "kind = \"text\"");
    collection.topic("two", "premise", "kind = \"text\"");
    let text = Text::new("so it was, so it will be, so it is\n");
    collection.reviews[0] = collection.reviews[0].replace("[100]", "[34]");
    let places = text.places("so it", None);
    for (topic, place) in ["one", "two"].into_iter().zip(&places) {
        collection.reviews[0] += &format!("[[claim]]\ntopic = \"{topic}\"\ntext = \"Says so.\"\nat = [\"{place}\"]\n");
    }
    let result = audit(&collection.record(), &[Text::new("first a line\nno, so it was, so it could be, so it is\n")]);
    let found: Vec<Found> = against(&result, 0).astray.iter().map(|astray| astray.found).collect();
    let moved = |start| Found::Moved { paragraph: 2, start };
    assert_eq!(found, [moved(4), moved(15)]);
}
