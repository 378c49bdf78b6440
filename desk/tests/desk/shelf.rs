//! Texts on the desk: those that the build carries, those that the reader attaches, and what is owed to the browser's
//! database, whatever becomes of it.

use liner_notes::sheets::shelf::{Kept, NotKept, Owed};

use crate::texts::{REVIEWS, attach, carrying, is_read, kept, removable, settle, sheet, words_of};

const SALTMARSH: &str = REVIEWS[0];
const FOOTLIGHT: &str = REVIEWS[1];

/// A copy with one line more.
fn copy_of(review: &str) -> String {
    format!("A line that was not there.\n{}", words_of(review))
}

fn ids(kept: &[Kept]) -> Vec<&str> {
    kept.iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn a_text_in_the_build_is_read_at_once_and_is_nobodys_to_keep_or_remove() {
    let mut desk = carrying(&[SALTMARSH]);
    assert!(is_read(&desk, SALTMARSH) && !is_read(&desk, FOOTLIGHT));
    assert!(sheet(&desk, SALTMARSH).text.contains("in this build"));
    assert_eq!((desk.owed(), removable(&desk)), (Owed::default(), Vec::new()));
    desk.remove(None);
    desk.lay_out(Vec::new());
    assert!(is_read(&desk, SALTMARSH));
    assert!(desk.owed().is_empty());
}

#[test]
fn a_build_without_texts_has_none() {
    let desk = carrying(&[]);
    for review in REVIEWS {
        assert!(!is_read(&desk, review));
        assert!(!sheet(&desk, review).text.contains("in this build"));
    }
}

#[test]
fn the_readers_own_text_goes_before_the_one_in_the_build_and_gives_way_to_it_again() {
    let mut desk = carrying(&[SALTMARSH]);
    attach(&mut desk, "mine.txt", &copy_of(SALTMARSH));
    let added = "A line that was not there.";
    let with_own = sheet(&desk, SALTMARSH).text;
    assert!(with_own.contains(added) && with_own.contains("yours is shown in its place"), "{with_own}");
    let own = removable(&desk);
    assert_eq!(own, [kept("", &copy_of(SALTMARSH)).id]);
    desk.remove(Some(&own[0]));
    let without = sheet(&desk, SALTMARSH).text;
    assert!(is_read(&desk, SALTMARSH) && !without.contains(added) && !without.contains("yours"), "{without}");
}

#[test]
fn the_very_text_of_the_build_can_be_attached_as_well() {
    let mut desk = carrying(&[SALTMARSH]);
    attach(&mut desk, "mine.txt", &words_of(SALTMARSH));
    assert_eq!(removable(&desk), [kept("", &words_of(SALTMARSH)).id]);
    assert_eq!(desk.owed().new, [kept("mine.txt", &words_of(SALTMARSH))]);
}

#[test]
fn what_could_not_be_kept_is_owed_until_it_is() {
    let mut desk = carrying(&[]);
    attach(&mut desk, "one.txt", &words_of(SALTMARSH));
    desk.mind(Some(NotKept::Refused));
    assert!(sheet(&desk, SALTMARSH).text.contains("lets nothing be kept"));
    attach(&mut desk, "two.txt", &words_of(FOOTLIGHT));
    let owed = desk.owed();
    assert_eq!(owed.new, [kept("one.txt", &words_of(SALTMARSH)), kept("two.txt", &words_of(FOOTLIGHT))]);
    let mut stored = Vec::new();
    settle(&mut desk, &mut stored);
    desk.mind(None);
    assert_eq!(ids(&stored), ids(&owed.new));
    assert!(!sheet(&desk, SALTMARSH).text.contains("lets nothing be kept"));
}

#[test]
fn a_text_that_is_replaced_stays_kept_until_the_new_one_is() {
    let mut desk = carrying(&[]);
    let mut stored = Vec::new();
    attach(&mut desk, "old.txt", &words_of(SALTMARSH));
    settle(&mut desk, &mut stored);
    attach(&mut desk, "new.txt", &copy_of(SALTMARSH));
    let (old, new) = (kept("old.txt", &words_of(SALTMARSH)), kept("new.txt", &copy_of(SALTMARSH)));
    assert_eq!(desk.owed(), Owed { removed: vec![], replaced: vec![old.id.clone()], new: vec![new.clone()] });
    // It could not be kept, and another tab has something to tell: the old one does not come back on the sheet.
    desk.lay_out(stored.clone());
    assert_eq!(removable(&desk), [new.id.as_str()]);
    // Removing goes by itself, and takes what was replaced along.
    desk.remove(Some(&new.id));
    assert_eq!(desk.owed(), Owed { removed: vec![new.id], replaced: vec![old.id], new: vec![] });
}

#[test]
fn what_was_removed_stays_away_while_the_browser_still_has_it() {
    let mut desk = carrying(&[]);
    let mut stored = vec![kept("one.txt", &words_of(SALTMARSH)), kept("two.txt", &words_of(FOOTLIGHT))];
    desk.lay_out(stored.clone());
    desk.remove(Some(&stored[0].id));
    desk.lay_out(stored.clone());
    assert_eq!(removable(&desk), [stored[1].id.as_str()]);
    settle(&mut desk, &mut stored);
    assert_eq!(stored.len(), 1);
    // And it can be attached anew.
    attach(&mut desk, "one.txt", &words_of(SALTMARSH));
    settle(&mut desk, &mut stored);
    assert_eq!(stored.len(), 2);
}

#[test]
fn what_another_tab_removed_goes_here_too_and_what_is_nowhere_else_stays() {
    let mut desk = carrying(&[]);
    desk.lay_out(vec![kept("one.txt", &words_of(SALTMARSH))]);
    attach(&mut desk, "two.txt", &words_of(FOOTLIGHT));
    desk.mind(Some(NotKept::Refused));
    desk.lay_out(Vec::new());
    assert_eq!(removable(&desk), [kept("", &words_of(FOOTLIGHT)).id]);
    let owed = desk.owed();
    assert_eq!(ids(&owed.new), [kept("", &words_of(FOOTLIGHT)).id], "what was removed elsewhere does not come back");
}

#[test]
fn tabs_that_do_things_at_the_same_time_end_up_with_the_same() {
    let mut stored = vec![kept("one.txt", &words_of(SALTMARSH))];
    let mut tabs = [carrying(&[]), carrying(&[])];
    for tab in &mut tabs {
        tab.lay_out(stored.clone());
    }
    // One removes all that it has, the other attaches, and neither has heard of the other yet.
    tabs[0].remove(None);
    attach(&mut tabs[1], "two.txt", &words_of(FOOTLIGHT));
    for tab in &mut tabs {
        settle(tab, &mut stored);
    }
    for tab in &mut tabs {
        tab.lay_out(stored.clone());
        assert_eq!(removable(tab), [kept("", &words_of(FOOTLIGHT)).id]);
        assert!(tab.owed().is_empty());
    }
}

#[test]
fn what_lies_under_another_key_or_is_no_reviews_any_more_is_shown_and_goes_by_its_key() {
    let mut desk = carrying(&[]);
    let strange = Kept { id: "strange".to_owned(), name: "letter.txt".to_owned(), words: "Dear all".to_owned() };
    let mut stored = vec![strange, kept("one.txt", &words_of(SALTMARSH))];
    desk.lay_out(stored.clone());
    assert!(sheet(&desk, SALTMARSH).text.contains("none of these reviews"));
    assert!(is_read(&desk, SALTMARSH));
    desk.remove(Some("strange"));
    settle(&mut desk, &mut stored);
    assert_eq!(stored.len(), 1);
}

#[test]
fn names_that_end_lines_or_turn_round_what_follows_stay_names() {
    let mut desk = carrying(&[]);
    // What comes of it is said on the page on which it was done.
    sheet(&desk, SALTMARSH);
    attach(&mut desk, "\u{202e}txt.\u{1}", "Dear all, this is something else.");
    let text = sheet(&desk, SALTMARSH).text;
    assert!(text.contains("\u{1}bdi\u{5}\u{202e}txt.\u{6}"), "{text:?}");
}

#[test]
fn a_text_with_stray_noughts_is_refused_with_what_is_wrong() {
    let mut desk = carrying(&[]);
    // What comes of it is said on the page on which it was done.
    sheet(&desk, SALTMARSH);
    attach(&mut desk, "noughts.txt", &words_of(SALTMARSH).replacen(' ', "\0", 1));
    let text = sheet(&desk, SALTMARSH).text;
    assert!(text.contains("has signs in it that no text has"), "{text}");
    assert!(!is_read(&desk, SALTMARSH));
}

#[test]
fn another_edition_that_keeps_texts_otherwise_is_named_as_the_reason() {
    let mut desk = carrying(&[]);
    desk.mind(Some(NotKept::LaterEdition));
    let text = sheet(&desk, SALTMARSH).text;
    assert!(text.contains("later edition") && text.contains("until the page is closed"), "{text}");
}
