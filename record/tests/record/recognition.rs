//! Whose text a text is, and where the passages are in it.

use liner_notes_record::audit::audit;
use liner_notes_record::locator::Found;
use liner_notes_record::recognition::recognise;
use liner_notes_record::text::{Text, folded};
use liner_notes_record::{Dial, Record, Shown, packed};

use super::attached::{ATTACHED, CLAIMS, made_of, shifted};

const TEXT: &str = "The lamp on the pier\n\nAda lights it at dusk, says the harbour master.\n";

fn record() -> Record {
    made_of(&[(TEXT, &[(CLAIMS[0], "lamp on the pier"), (CLAIMS[1], "at dusk")]), ("Another text\n", &[])])
}

#[test]
fn every_text_is_known_as_its_own_reviews_with_everything_in_place() {
    for attached in ATTACHED.iter() {
        let known = attached.known(str::to_owned);
        assert_eq!(known.len(), attached.raw.len());
        for (text, known) in known {
            assert!(known.is_same);
            assert_eq!((known.moved, known.lost), (0, 0), "{}", known.review);
            let shown = Shown::new(&attached.record, Dial::None);
            assert_eq!(shown.review(&known.review).unwrap().sha256, text.sha256());
        }
    }
}

#[test]
fn a_copy_that_has_shifted_is_known_by_its_passages_and_all_that_stand_in_it_are_found() {
    for attached in ATTACHED.iter() {
        let whole = attached.known(str::to_owned);
        let moved = attached.known(shifted);
        // A review from which nothing was taken is known by its very text alone.
        let told = whole.iter().filter(|(_, known)| known.in_place > 0);
        for ((old, own), (text, known)) in told.zip(&moved) {
            assert_eq!((&known.review, known.is_same, known.lost), (&own.review, false, 0));
            assert_eq!(known.in_place + known.moved, own.in_place);
            let shown = Shown::new(&attached.record, Dial::All);
            for locator in shown.claims().filter(|claim| claim.review == known.review).flat_map(|claim| &claim.at) {
                let words = |text: &Text, (paragraph, start): (u16, u32)| {
                    folded(&text.paragraph(paragraph).unwrap().slice(start as usize, locator.length as usize))
                };
                let now = known.places.place(locator).unwrap();
                assert_eq!(words(text, now), words(old, (locator.paragraph, locator.start)));
                // A few words may stand elsewhere as well.
                assert!(locator.length < 20 || now.0 == locator.paragraph + 1, "{locator}");
            }
        }
    }
}

#[test]
fn what_is_known_of_one_text_is_what_the_audit_says_of_it() {
    for attached in ATTACHED.iter() {
        for change in [str::to_owned, shifted, |raw: &str| raw.replace("the", "some")] {
            for (text, known) in attached.known(change) {
                let audit = audit(&attached.record, &[text]);
                let audited = audit.reviews.iter().find(|audited| audited.review == known.review).unwrap();
                let against = audited.against.as_ref().unwrap();
                assert_eq!(
                    (known.is_same, known.in_place, known.moved, known.lost),
                    (against.is_same, against.in_place, against.moved(), against.lost())
                );
                for astray in &against.astray {
                    assert_eq!(known.places.found(&astray.locator), astray.found);
                }
            }
        }
    }
}

#[test]
fn a_text_of_another_thing_is_nobodys_however_long() {
    let record = record();
    let line = "Nothing of the kind was ever said about the weather in that town.\n";
    for text in ["", "\n\n", "lamp", line, &line.repeat(2), &line.repeat(20_000)] {
        assert_eq!(recognise(&record, &Text::new(text)), None, "{} bytes", text.len());
    }
    for attached in ATTACHED.iter() {
        for raw in &attached.raw {
            let other: String = raw.chars().map(|c| if c.is_ascii_lowercase() { 'x' } else { c }).collect();
            assert_eq!(recognise(&attached.record, &Text::new(&other)), None);
        }
    }
}

#[test]
fn a_text_of_more_lines_than_can_be_numbered_is_read_as_far_as_they_go() {
    let many = "x\n".repeat(70_000);
    assert_eq!(recognise(&record(), &Text::new(&many)), None);
    let record = made_of(&[(&many, &[])]);
    assert!(recognise(&record, &Text::new(&many)).unwrap().is_same);
    assert_eq!(Text::new(&many).places("x", None).len(), usize::from(u16::MAX));
}

#[test]
fn a_copy_in_which_most_passages_are_gone_is_nobodys() {
    let changed = TEXT.replace("on the pier", "in a tree").replace("dusk", "dawn");
    assert_eq!(recognise(&record(), &Text::new(&changed)), None);
    let half = TEXT.replace("on the pier", "in a tree");
    let known = recognise(&record(), &Text::new(&half)).unwrap();
    assert_eq!((known.in_place, known.lost), (1, 1));
}

#[test]
fn of_two_reviews_that_share_passages_it_is_the_one_of_which_more_stands_there() {
    let (one, two) = ("a lamp and a pier and a boat\n", "a lamp and a pier and a gull\n");
    let said = |last| [(CLAIMS[0], "lamp"), (CLAIMS[1], "pier"), (CLAIMS[2], last)];
    let record = made_of(&[(one, &said("boat")), (two, &said("gull"))]);
    let known = recognise(&record, &Text::new("there is a lamp and a pier and a gull\n")).unwrap();
    assert_eq!((known.review.as_str(), known.lost), ("r2", 0));
}

#[test]
fn without_proofs_a_text_is_known_and_no_passage_is_found() {
    let bare = packed::unpack(&packed::pack(&record()).unwrap()).unwrap();
    let known = recognise(&bare, &Text::new(TEXT)).unwrap();
    assert_eq!((known.is_same, known.in_place, known.lost), (true, 0, 2));
    assert_eq!(recognise(&bare, &Text::new(&shifted(TEXT))), None);
}

#[test]
fn a_passage_is_sure_where_its_context_stands_round_it() {
    let record = record();
    let known =
        recognise(&record, &Text::new(&format!("A new line\n{}", TEXT.replace("dusk,", "dusk and dawn,")))).unwrap();
    let shown = Shown::new(&record, Dial::All);
    let sure: Vec<bool> = shown.claims().flat_map(|claim| &claim.at).map(|at| known.places.is_sure(at)).collect();
    assert_eq!((sure, known.moved), (vec![true, false], 2));
}

#[test]
fn a_locator_that_was_not_looked_for_is_lost() {
    let known = recognise(&record(), &Text::new(TEXT)).unwrap();
    assert_eq!(known.places.found(&"¶9 0+1 0000000000 0000000000".parse().unwrap()), Found::Lost);
}
