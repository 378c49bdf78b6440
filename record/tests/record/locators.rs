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

proptest! {
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
