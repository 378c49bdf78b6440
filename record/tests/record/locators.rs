//! Texts, and places in them that are found again.

use liner_notes_record::locator::Found;
use liner_notes_record::model::Locator;
use liner_notes_record::text::{Text, folded};
use proptest::prelude::*;

const TEXT: &str =
    "A fisher keeps a lamp.\n\nThe lamp goes out in the storm, and nobody knows why.\nShe lights it again.";

fn find(locator: &Locator, text: &str) -> Found {
    locator.find(&Text::new(text), |_, _| false)
}

fn locate(paragraph: u16, words: &str) -> Locator {
    let text = Text::new(TEXT);
    let start = text.paragraph(paragraph).unwrap().find(words)[0];
    Locator::new(&text, paragraph, start, words.chars().count()).unwrap()
}

#[test]
fn paragraphs_are_the_lines_that_are_not_empty() {
    assert_eq!(Text::new(TEXT).paragraphs().len(), 3);
    assert_eq!(Text::new("  \n\n x \n").paragraphs().len(), 1);
}

#[test]
fn normalising_ignores_marks_line_ends_and_white_space_at_the_end() {
    let plain = Text::new("one\ntwo é\n");
    assert_eq!(plain.sha256(), Text::new("\u{feff}one  \r\ntwo e\u{301}\t\r\n").sha256());
}

#[test]
fn normalising_twice_is_normalising_once_whatever_marks_stand_at_the_start() {
    assert_eq!(Text::new("\u{feff}\u{feff}one\n").sha256(), Text::new("one\n").sha256());
}

#[test]
fn a_capital_with_a_mark_folds_to_the_small_letter_that_has_it() {
    assert_eq!(folded("J\u{30c}"), "\u{1f0}");
    assert_eq!(folded(&folded("H\u{331} İ")), folded("H\u{331} İ"));
}

#[test]
fn a_passage_is_found_in_place() {
    assert_eq!(find(&locate(2, "goes out"), TEXT), Found::InPlace);
}

#[test]
fn a_passage_is_found_where_it_moved_to() {
    let moved = format!("A new first line.\n{TEXT}");
    let locator = locate(2, "goes out");
    assert_eq!(find(&locator, &moved), Found::Moved { paragraph: 3, start: locator.start });
}

#[test]
fn a_passage_whose_context_alone_has_changed_is_found_by_its_own_words() {
    let locator = locate(2, "goes out");
    let changed = TEXT.replace("The lamp", "Her only lamp").replace("in the storm", "at once");
    assert_eq!(find(&locator, &changed), Found::Moved { paragraph: 2, start: locator.start + 5 });
}

#[test]
fn a_passage_that_is_gone_is_lost() {
    assert_eq!(find(&locate(2, "goes out"), &TEXT.replace("goes out", "dies")), Found::Lost);
}

#[test]
fn a_change_of_quotes_case_and_spaces_is_no_change() {
    assert_eq!(folded("“Don’t”\u{a0}GO—now"), folded("\"don't\" go-now"));
    let text = Text::new("she said “don’t go” and left");
    let locator = Locator::new(&text, 1, 9, 10).unwrap();
    assert_eq!(find(&locator, "She said \"don't go\" and left"), Found::InPlace);
}

#[test]
fn no_locator_reaches_past_its_paragraph() {
    let text = Text::new(TEXT);
    assert_eq!(Locator::new(&text, 1, 20, 3), None);
    assert_eq!(Locator::new(&text, 1, 0, 0), None);
    assert_eq!(Locator::new(&text, 4, 0, 1), None);
    assert_eq!(Locator::new(&text, 0, 0, 1), None);
}

/// Where a passage is found by looking at every place there is: the nearest in context, else the nearest alone.
fn find_plainly(locator: &Locator, text: &Text, claimed: impl Fn(u16, u32) -> bool) -> Found {
    let proof = locator.proof.unwrap();
    let mut places = Vec::new();
    for (number, words) in (1..).zip(text.paragraphs()) {
        let starts = 0..words.len();
        places.extend(starts.filter_map(|start| Locator::new(text, number, start, locator.length as usize)));
    }
    if places.iter().any(|place| place == locator) {
        return Found::InPlace;
    }
    places.retain(|place| !claimed(place.paragraph, place.start));
    places.sort_by_key(|place| {
        (place.paragraph.abs_diff(locator.paragraph), place.paragraph, place.start.abs_diff(locator.start), place.start)
    });
    let in_context = places.iter().find(|place| place.proof.unwrap().hash == proof.hash);
    let found = in_context.or_else(|| places.iter().find(|place| place.proof.unwrap().passage == proof.passage));
    match found {
        None => Found::Lost,
        Some(place) if (place.paragraph, place.start) == (locator.paragraph, locator.start) => Found::InPlace,
        Some(place) => Found::Moved { paragraph: place.paragraph, start: place.start },
    }
}

proptest! {
    #[test]
    fn a_passage_is_found_where_a_look_at_every_place_finds_it(
        text in "[ab é]{4,60}(\n[abA’ ]{1,40}){0,3}",
        other in "[ab é]{4,60}(\n[abA' ]{1,40}){0,3}",
        at in any::<(u16, u16, u16)>(),
        claimed in prop::collection::vec((1..4_u16, 0..20_u32), 0..6),
    ) {
        let (text, other) = (Text::new(&text), Text::new(&other));
        prop_assume!(!text.paragraphs().is_empty());
        let paragraph = at.0 % u16::try_from(text.paragraphs().len()).unwrap() + 1;
        let length = text.paragraph(paragraph).unwrap().len();
        let start = usize::from(at.1) % length;
        let size = usize::from(at.2) % (length - start).min(5) + 1;
        let locator = Locator::new(&text, paragraph, start, size).unwrap();
        let is_claimed = |paragraph, start| claimed.contains(&(paragraph, start));
        prop_assert_eq!(locator.find(&other, is_claimed), find_plainly(&locator, &other, is_claimed));
    }

    #[test]
    fn every_locator_reads_back_and_is_found_in_place(text in "[a-zA-Z é한\\n.,’]{1,200}", at in any::<(u16, u16, u16)>()) {
        let text = Text::new(&text);
        let count = text.paragraphs().len();
        prop_assume!(count > 0);
        let paragraph = at.0 % u16::try_from(count).unwrap() + 1;
        let length = text.paragraph(paragraph).unwrap().len();
        let start = usize::from(at.1) % length;
        let size = usize::from(at.2) % (length - start) + 1;
        let locator = Locator::new(&text, paragraph, start, size).unwrap();
        prop_assert_eq!(&locator.to_string().parse::<Locator>().unwrap(), &locator);
        prop_assert_eq!(locator.find(&text, |_, _| false), Found::InPlace);
    }
}
