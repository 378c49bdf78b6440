//! Annotations with the words of texts, held against those texts; read as statements where it matters.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use liner_notes_export::annotation::{Words, web_annotations, with_words};
use liner_notes_record::questions::reading;
use liner_notes_record::recognition::{Places, Recognised, recognise};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown, source};
use serde_json::Value;

use super::linked::{self, of_type, one};
use super::standards::ANNOTATIONS;

const BASE: &str = "https://example.org/liner-notes/";
const OA: &str = "http://www.w3.org/ns/oa#";

/// How much of its paragraph stands on either side of a passage.
const CONTEXT: usize = 32;

/// A record, and texts that belong to its reviews.
struct Attached {
    record: Record,
    texts: Vec<(Text, Recognised)>,
}

/// The invented collections with their texts, and with copies that have a line more at the start.
static ATTACHED: LazyLock<Vec<Attached>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections");
    let of = |name: &str, before: &str| {
        let record = source::read(&folder.join(name)).unwrap_or_else(|problems| panic!("{problems}"));
        let files = fs::read_dir(folder.join(name).join("texts")).unwrap().map(|entry| entry.unwrap().path());
        let texts = files.map(|file| Text::new(&format!("{before}{}", fs::read_to_string(file).unwrap())));
        let texts = texts.filter_map(|text| recognise(&record, &text).map(|known| (text, known))).collect();
        Attached { record, texts }
    };
    vec![of("two", ""), of("three", ""), of("two", "A line that was not there.\n")]
});

/// The file at a stop of the dial.
#[track_caller]
fn file(attached: &Attached, dial: Dial) -> String {
    let shown = Shown::new(&attached.record, dial);
    let words = |(text, known): &'static (Text, Recognised)| Words {
        review: shown.review(&known.review).unwrap(),
        text,
        places: &known.places,
    };
    // Leaked, as a desk's record is, so that nobody has to say how long each lives.
    let texts: &'static [(Text, Recognised)] = Box::leak(attached.texts.clone().into_boxed_slice());
    with_words(shown, &texts.iter().map(words).collect::<Vec<_>>(), BASE).unwrap().text
}

fn items(file: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    file["first"]["items"].as_array().cloned().unwrap_or_default()
}

/// The position and the quote of an annotation's target.
fn selectors(item: &Value) -> (Value, Option<Value>) {
    match &item["target"]["selector"] {
        Value::Array(both) => (both[0].clone(), Some(both[1].clone())),
        one => (one.clone(), None),
    }
}

/// Every way to read `words` with what stands round them out of the open paragraphs of a text.
fn stands(open: &[Vec<char>], quote: &Value) -> bool {
    let chars = |key: &str| quote[key].as_str().unwrap().chars().collect::<Vec<char>>();
    let (prefix, exact, suffix) = (chars("prefix"), chars("exact"), chars("suffix"));
    let whole = [prefix.clone(), exact.clone(), suffix.clone()].concat();
    open.iter().any(|paragraph| {
        (0..paragraph.len()).filter(|start| paragraph[*start..].starts_with(&whole)).any(|start| {
            let (from, to) = (start + prefix.len(), start + whole.len() - suffix.len());
            prefix.len() == from.min(CONTEXT) && suffix.len() == (paragraph.len() - to).min(CONTEXT)
        })
    })
}

#[test]
fn every_quote_is_what_stands_at_its_place_with_what_stands_round_it() {
    for attached in &ATTACHED[..2] {
        for item in items(&file(attached, Dial::All)) {
            let (place, quote) = selectors(&item);
            let quote = quote.expect("everything is in place, and open");
            let source = item["id"].as_str().unwrap();
            let of = |(_, known): &&(Text, Recognised)| source.contains(&format!("/reviews/{}/", known.review));
            let (text, _) = attached.texts.iter().find(of).unwrap();
            let paragraph = place["value"].as_str().unwrap().rsplit(',').next().unwrap().parse().unwrap();
            let number = |key: &str| usize::try_from(place["refinedBy"][key].as_u64().unwrap()).unwrap();
            let (start, end) = (number("start"), number("end"));
            let words = text.paragraph(paragraph).unwrap();
            assert_eq!(quote["type"], "TextQuoteSelector");
            assert_eq!(quote["exact"], words.slice(start, end - start));
            let before = start.saturating_sub(CONTEXT);
            assert_eq!(quote["prefix"], words.slice(before, start - before));
            assert_eq!(quote["suffix"], words.slice(end, CONTEXT));
        }
    }
}

#[test]
fn of_a_copy_that_differs_its_own_words_are_quoted() {
    let [.., copies] = ATTACHED.as_slice() else { panic!("no copies") };
    let (mut quoted, file) = (0, file(copies, Dial::All));
    for item in items(&file) {
        let Some(quote) = selectors(&item).1 else { continue };
        let all: Vec<Vec<char>> = copies
            .texts
            .iter()
            .flat_map(|(text, _)| text.paragraphs())
            .map(|paragraph| paragraph.slice(0, paragraph.len()).chars().collect())
            .collect();
        assert!(stands(&all, &quote), "{quote}");
        quoted += 1;
    }
    assert!(quoted > 20, "{quoted}");
}

#[test]
fn what_the_dial_keeps_back_is_not_quoted() {
    for attached in ATTACHED.iter() {
        let mut quoted = Vec::new();
        for dial in Dial::STOPS {
            let shown = Shown::new(&attached.record, dial);
            let mut open = Vec::new();
            for (text, known) in &attached.texts {
                let review = shown.review(&known.review).unwrap();
                for one in reading(shown, review, text, &known.places).open() {
                    let paragraph = text.paragraph(one.paragraph).unwrap();
                    open.push(paragraph.slice(0, paragraph.len()).chars().collect::<Vec<char>>());
                }
            }
            let quotes: Vec<Value> = items(&file(attached, dial)).iter().filter_map(|item| selectors(item).1).collect();
            for quote in &quotes {
                assert!(stands(&open, quote), "{quote} at {}", dial.words());
            }
            quoted.push(quotes.len());
        }
        assert!(quoted[0] < quoted[2], "{quoted:?}");
    }
}

#[test]
fn but_for_the_words_they_are_the_annotations_of_those_reviews() {
    for attached in ATTACHED.iter() {
        for dial in Dial::STOPS {
            let shown = Shown::new(&attached.record, dial);
            let reviews: Vec<_> =
                attached.texts.iter().map(|(_, known)| shown.review(&known.review).unwrap()).collect();
            let mut without = items(&web_annotations(shown, &reviews, BASE).unwrap().text);
            let mut with = items(&file(attached, dial));
            for item in &mut with {
                item["target"]["selector"] = selectors(item).0;
            }
            without.sort_by_key(|item| item["id"].to_string());
            with.sort_by_key(|item| item["id"].to_string());
            assert_eq!(with, without);
        }
    }
}

#[test]
fn where_no_passage_is_found_nothing_is_quoted() {
    let attached = &ATTACHED[0];
    let shown = Shown::new(&attached.record, Dial::All);
    let (text, known) = &attached.texts[0];
    let lost = Words { review: shown.review(&known.review).unwrap(), text, places: &Places::default() };
    let items = items(&with_words(shown, &[lost], BASE).unwrap().text);
    assert!(!items.is_empty() && items.iter().all(|item| selectors(item).1.is_none()));
    let none: Value = serde_json::from_str(&with_words(shown, &[], BASE).unwrap().text).unwrap();
    assert_eq!((&none["total"], none.get("first")), (&Value::from(0), None));
}

#[test]
fn the_file_says_whose_the_passages_are_and_has_no_licence_as_a_whole() {
    for attached in ATTACHED.iter() {
        let shown = Shown::new(&attached.record, Dial::All);
        let file: Value = serde_json::from_str(&file(attached, Dial::All)).unwrap();
        assert!(file["label"].as_str().unwrap().ends_with("The passages quoted are their publishers’."));
        assert_eq!(file.get("rights"), None);
        let without = web_annotations(shown, &[], BASE).unwrap();
        let without: Value = serde_json::from_str(&without.text).unwrap();
        assert_ne!(file["id"], without["id"]);
    }
}

#[test]
fn read_as_statements_every_quote_is_beside_its_position() {
    for context in ANNOTATIONS.all() {
        for attached in ATTACHED.iter() {
            let file = file(attached, Dial::Middle);
            let statements = linked::read(&file, "http://www.w3.org/ns/anno.jsonld", &context);
            let oa = |term: &str| format!("{OA}{term}");
            let mut read = BTreeMap::new();
            for (id, of) in of_type(&statements, &oa("Annotation")) {
                let target = &statements[one(of, &oa("hasTarget"))];
                let selectors: Vec<_> = target[&oa("hasSelector")].iter().map(|id| &statements[id]).collect();
                let exact = selectors.iter().filter(|one| one.contains_key(&oa("exact")));
                let exact: Vec<[String; 3]> =
                    exact.map(|of| ["prefix", "exact", "suffix"].map(|term| one(of, &oa(term)).to_owned())).collect();
                assert_eq!(selectors.len(), 1 + exact.len(), "{id}");
                read.insert(id.clone(), exact);
            }
            let words = |item: &Value| {
                let quote = selectors(item).1;
                let quote =
                    quote.map(|quote| ["prefix", "exact", "suffix"].map(|key| quote[key].as_str().unwrap().to_owned()));
                (item["id"].as_str().unwrap().to_owned(), quote.into_iter().collect())
            };
            assert_eq!(read, items(&file).iter().map(words).collect::<BTreeMap<_, Vec<[String; 3]>>>());
            let quotes = of_type(&statements, &oa("TextQuoteSelector")).len();
            assert_eq!(quotes, read.values().flatten().count());
            assert!(quotes > 0);
        }
    }
}
