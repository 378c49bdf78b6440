//! Looking things up in attached texts.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use liner_notes::address::{Address, Form, Place};
use liner_notes::sheets::shelf::Kept;
use liner_notes_desk::Desk;
use liner_notes_record::recognition::recognise;
use liner_notes_record::search::sound;
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown, packed, proofs, source};

use crate::sheet::Sheet;
use crate::texts::kept;

/// What their group is called.
const GROUP: &str = "In your texts";

fn collection(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/collections").join(name)
}

fn record_of(name: &str) -> Record {
    source::read(&collection(name)).unwrap()
}

fn empty_desk(name: &str) -> Desk {
    let record = record_of(name);
    Desk::open(&packed::pack(&record).unwrap(), &proofs::pack(&record), &[]).unwrap()
}

/// The texts of a collection by the names of their files, in order.
fn texts_of(name: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(collection(name).join("texts")).unwrap().map(|file| file.unwrap());
    let read = |file: fs::DirEntry| {
        (file.file_name().to_string_lossy().into_owned(), fs::read_to_string(file.path()).unwrap())
    };
    let mut texts: Vec<_> = files.map(read).collect();
    texts.sort();
    texts
}

/// Texts as they are kept.
fn all_kept(texts: &[(String, String)]) -> Vec<Kept> {
    texts.iter().map(|(name, words)| kept(name, words)).collect()
}

/// A desk with the texts of a collection on it.
fn desk_with_texts(name: &str) -> Desk {
    let mut desk = empty_desk(name);
    desk.attach(texts_of(name).into_iter().map(|(name, words)| (name, Ok(words))).collect());
    desk
}

fn look(desk: &Desk, dial: Dial, typed: &str) -> Sheet {
    Sheet::of(desk, dial, Address::of(Place::Search).with("q", typed).with("all", "text"), None)
}

/// The sheet of a search once all texts are ready.
fn searched(desk: &mut Desk, dial: Dial, typed: &str) -> Sheet {
    look(desk, dial, typed);
    while desk.read_on() {}
    look(desk, dial, typed)
}

/// Where the hits in texts lead: the slug and the paragraph.
fn places(sheet: &Sheet) -> Vec<(String, u16)> {
    let read = |href: &str| {
        let address = Address::from_href(&Form::Hash, href)?;
        let Place::Review(slug) = address.place else { return None };
        // What the record tells of a review leads to no words in it.
        address.query.get("q")?;
        Some((slug, address.query.get("paragraph")?.parse().ok()?))
    };
    sheet.values("a", "href").into_iter().filter_map(read).collect()
}

#[test]
fn with_nothing_attached_there_is_nothing_to_read_and_nothing_is_said_of_it() {
    let mut desk = empty_desk("eight");
    let sheet = look(&desk, Dial::All, "the");
    assert!(!sheet.groups().contains(&GROUP), "{:?}", sheet.groups());
    assert!(!sheet.says.contains("reading"), "{}", sheet.says);
    assert!(!desk.read_on());
}

#[test]
fn how_far_the_texts_are_is_said_until_all_of_them_are_ready() {
    let mut desk = desk_with_texts("eight");
    assert!(!desk.is_behind(), "nobody has looked anything up");
    let mut said = vec![look(&desk, Dial::All, "the").says];
    while desk.read_on() {
        said.push(look(&desk, Dial::All, "the").says);
    }
    // Once all are taken in there is still something to do.
    said.dedup();
    for (taken, says) in said.iter().enumerate() {
        assert!(says.ends_with(&format!(" · reading your texts, {taken} of 8")), "{says}");
    }
    assert_eq!(said.len(), 9);
    let done = look(&desk, Dial::All, "the");
    assert!(done.says.ends_with(" found"), "{}", done.says);
    assert_eq!(look(&desk, Dial::All, "zzzzzz").says, "Nothing found up to this stop of the dial.");
}

#[test]
fn what_is_found_in_texts_comes_last_counts_and_is_marked() {
    let mut desk = desk_with_texts("eight");
    let before = look(&empty_desk("eight"), Dial::All, "the");
    let sheet = searched(&mut desk, Dial::All, "the");
    assert_eq!(sheet.groups().last(), Some(&GROUP));
    let count = |says: &str| says.split(' ').next().unwrap().replace(',', "").parse::<usize>().unwrap_or_default();
    assert!(count(&sheet.says) > count(&before.says) + 8, "{} and {}", sheet.says, before.says);
    assert!(sheet.words_in("mark").iter().any(|word| word == "the" || word == "The"));
    assert!(sheet.words_in("span").iter().any(|words| words == "¶1"), "{:?}", sheet.words_in("span"));
}

#[test]
fn a_phrase_leads_to_its_paragraph_and_shows_the_words() {
    for name in ["two", "three", "eight"] {
        let mut desk = desk_with_texts(name);
        let record = record_of(name);
        for (file, raw) in texts_of(name) {
            let text = Text::new(&raw);
            let review = recognise(&record, &text).unwrap().review.to_string();
            for (number, paragraph) in (1..).zip(text.paragraphs()) {
                let words = paragraph.slice(0, paragraph.len());
                let some: Vec<&str> = words.split_whitespace().skip(1).take(4).collect();
                if some.is_empty() || some.iter().any(|word| word.contains(['"', '“', '”', ':'])) {
                    continue;
                }
                let phrase = format!("\"{}\"", some.join(" "));
                let found = places(&searched(&mut desk, Dial::All, &phrase));
                assert!(found.contains(&(review.clone(), number)), "{file}: {phrase} in {found:?}");
                let at = Address::of(Place::Review(review.clone())).with("paragraph", &number.to_string());
                let sheet = Sheet::of(&desk, Dial::All, at.with("q", &phrase), None);
                assert_eq!(sheet.shows.as_deref(), Some("seen"), "{phrase}");
                let ids = [sheet.values("span", "id"), sheet.values("a", "id")].concat();
                assert_eq!(ids.iter().filter(|id| **id == "seen").count(), 1, "{phrase}: {ids:?}");
                let marked = sheet.words_in("mark").concat().replace(' ', "");
                assert!(marked.contains(some[some.len() / 2].trim_matches(|c: char| !c.is_alphanumeric())), "{marked}");
            }
        }
    }
}

#[test]
fn what_is_above_the_dial_is_in_no_hit_and_counted_nowhere() {
    let mut desk = desk_with_texts("three");
    for (dial, hidden) in
        [(Dial::None, "SENTINELMIDDLE"), (Dial::None, "SENTINELENDING"), (Dial::Middle, "SENTINELENDING")]
    {
        let sheet = searched(&mut desk, dial, hidden);
        assert!(sheet.groups().is_empty(), "{hidden}: {:?}", sheet.groups());
        assert_eq!(sheet.says, "Nothing found up to this stop of the dial.");
        // And nothing of it stands in what is found for other words.
        let sheet = searched(&mut desk, dial, "the");
        assert!(sheet.groups().contains(&GROUP) && !sheet.text.contains(hidden), "{hidden}");
    }
    assert!(searched(&mut desk, Dial::All, "SENTINELENDING").groups().contains(&GROUP));
    assert!(!look(&desk, Dial::None, "SENTINELENDING").groups().contains(&GROUP));
}

#[test]
fn texts_that_go_or_come_are_searched_no_more_or_from_then_on() {
    let mut desk = desk_with_texts("eight");
    let found = |desk: &mut Desk| places(&searched(desk, Dial::All, "the")).into_iter().map(|(slug, _)| slug).collect();
    let all: BTreeSet<String> = found(&mut desk);
    assert!(all.len() > 2, "{all:?}");
    let (gone, review) = {
        let one = desk
            .attached()
            .iter()
            .find(|one| one.recognised.as_ref().is_some_and(|own| all.contains(own.review.as_str())));
        one.map(|one| (one.id.clone(), one.recognised.as_ref().unwrap().review.to_string())).unwrap()
    };
    desk.remove(Some(&gone));
    assert!(!desk.is_behind(), "nobody has looked anything up since");
    assert!(!found(&mut desk).contains(&review));
    desk.remove(None);
    let sheet = searched(&mut desk, Dial::All, "the");
    assert!(!sheet.groups().contains(&GROUP) && !sheet.says.contains("reading"), "{}", sheet.says);
    // They are gone from the browser, too, and another tab has kept them anew.
    let owed = desk.owed();
    desk.settle(&owed);
    desk.lay_out(all_kept(&texts_of("eight")));
    assert_eq!(found(&mut desk), all);
}

#[test]
fn texts_that_come_while_others_are_read_are_read_as_well() {
    let mut desk = empty_desk("eight");
    let mut texts = texts_of("eight");
    let last = texts.split_off(7);
    desk.lay_out(all_kept(&texts));
    look(&desk, Dial::All, "the");
    assert!(desk.read_on());
    desk.lay_out(all_kept(&last));
    assert!(look(&desk, Dial::All, "the").says.ends_with("0 of 1"), "only these are kept");
    while desk.read_on() {}
    assert!(look(&desk, Dial::All, "the").groups().contains(&GROUP));
}

/// Whoever has several spellings is found by each of them wherever another stands.
#[test]
fn every_spelling_of_a_name_finds_the_paragraphs_of_all() {
    let mut tried = 0;
    for name in ["two", "three", "eight"] {
        let mut desk = desk_with_texts(name);
        let record = record_of(name);
        let shown = Shown::new(&record, Dial::All);
        let of_words = |text: &str| text.split([' ', '-']).count() > 1;
        for spelling in shown.spellings().filter(|spelling| of_words(&spelling.text)) {
            for other in shown.spellings().filter(|other| other.of == spelling.of && of_words(&other.text)) {
                let found = places(&searched(&mut desk, Dial::All, &spelling.text));
                for at in &other.at {
                    let place = (other.review.to_string(), at.paragraph);
                    assert!(found.contains(&place), "{} for {}: {place:?} in {found:?}", spelling.text, other.text);
                }
                tried += usize::from(spelling.text != other.text);
            }
        }
    }
    assert!(tried > 0);
    // What makes it so.
    assert_eq!(sound(&["sun", "woo"]), sound(&["seon", "woo"]));
}

#[test]
fn another_stop_of_the_dial_is_read_anew_and_the_first_is_let_go() {
    let mut desk = desk_with_texts("three");
    let first = searched(&mut desk, Dial::None, "the").text;
    assert!(look(&desk, Dial::All, "the").says.ends_with("0 of 3"));
    assert!(desk.is_behind());
    assert_ne!(searched(&mut desk, Dial::All, "the").text, first);
    assert!(look(&desk, Dial::None, "the").says.ends_with("0 of 3"));
    assert_eq!(searched(&mut desk, Dial::None, "the").text, first);
}
