//! What breaks programs, our own and what others have published, held to the properties of everything that may meet it.

// Tests may stop at once when something is not as it must be.
#![allow(clippy::panic, clippy::unwrap_used)]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use liner_notes::sheets::shelf::{Kept, Outcome, Shelf};
use liner_notes_browser::figures;
use liner_notes_hostile::Hostile;
use liner_notes_hostile::json::Expected;
use liner_notes_properties::{address, document, encoding, query, samples, stored, text};
use liner_notes_record::document::Document;
use url::form_urlencoded::byte_serialize;

static HOSTILE: LazyLock<Hostile> = LazyLock::new(|| Hostile::gather().unwrap());

/// How long an answer may take at most.
const LIMIT: Duration = Duration::from_secs(1);

/// How often something is tried that takes longer: where much else is at work, a moment may belong to that.
const TRIES: usize = 5;

/// Does something with every string, and says how many there were.
fn each(what: &str, try_on: impl Fn(&str)) {
    let strings = &HOSTILE.strings;
    assert!(strings.len() >= 100 && (!HOSTILE.is_published || strings.len() >= 8_000), "only {}", strings.len());
    for string in strings {
        let time = |_| {
            let start = Instant::now();
            try_on(string);
            start.elapsed()
        };
        assert!((0..TRIES).map(time).any(|time| time < LIMIT), "{string:?} takes longer than {LIMIT:?}");
    }
    figures::tell(&format!("hostile.native.{what}"), strings.len()).unwrap();
}

#[test]
fn no_string_in_a_path_or_a_fragment_leads_out_or_tells_of_what_is_hidden() {
    each("address", |string| address::holds(string.as_bytes()));
}

#[test]
fn no_string_in_a_query_leads_out_or_tells_of_what_is_hidden() {
    each("query", |string| {
        let value: String = byte_serialize(string.as_bytes()).collect();
        address::holds(format!("search?q={value}&{value}=1").as_bytes());
    });
}

#[test]
fn what_is_typed_finds_what_it_finds_without_what_is_above_the_dial() {
    each("search", |string| query::holds(string.as_bytes()));
}

#[test]
fn every_string_is_a_text_like_others() {
    each("text", |string| {
        text::holds(string.as_bytes());
        encoding::holds(string.as_bytes());
    });
}

#[test]
fn attached_under_any_name_a_text_is_kept_and_any_string_is_refused() {
    let (record, texts) = (samples::invented("two"), samples::texts("two"));
    each("attached", |string| {
        let mut shelf = Shelf::default();
        assert!(matches!(shelf.attach(&record, string, &texts[0].1), Outcome::Attached(_)), "{string:?}");
        assert!(matches!(shelf.attach(&record, "strange.txt", string), Outcome::Refused(_)), "{string:?}");
        let owed = shelf.owed().new;
        let kept = Kept::read(&owed[0].id, &owed[0].write()).unwrap();
        assert_eq!((kept.words.as_str(), kept.name), (texts[0].1.as_str(), string.replace('\n', " ")));
    });
}

#[test]
fn whatever_the_browser_kept_is_read_as_what_it_can_be() {
    each("stored", |string| {
        let choices = [string; 3].join("\u{1e}");
        stored::holds(format!("{choices}\u{1e}{string}\u{1f}{string}\u{1e}key\u{1f}{string}\n{string}").as_bytes());
    });
}

#[test]
fn a_text_with_marks_on_its_letters_is_known_as_soon_as_another() {
    let (record, texts) = (samples::invented("two"), samples::texts("two"));
    let words = texts[0].1.replace('\n', " ");
    let mark = |(n, c): (usize, char)| if n % 3 == 0 { format!("{c}\u{332}") } else { c.to_string() };
    let marked: String = words.chars().enumerate().map(mark).collect();
    for text in [format!("{words} x\u{332}"), marked, format!("{words}{}", "\u{332}".repeat(words.len() / 2))] {
        let mut shelf = Shelf::default();
        let start = Instant::now();
        shelf.attach(&record, "marked.txt", &text);
        assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    }
}

#[test]
fn json_is_accepted_or_refused_as_it_must_be_and_none_is_a_record() {
    let files = &HOSTILE.json;
    let mut counts = [0; 3];
    for file in files {
        let is_accepted = serde_json::from_slice::<serde_json::Value>(&file.bytes).is_ok();
        match file.expected {
            Expected::Accepted => assert!(is_accepted, "{} is refused", file.name),
            Expected::Refused => assert!(!is_accepted, "{} is accepted", file.name),
            Expected::Either => {}
        }
        counts[file.expected as usize] += 1;
        assert!(serde_json::from_slice::<Document>(&file.bytes).is_err(), "{} is a record", file.name);
        document::holds(&file.bytes);
    }
    assert!(files.len() >= 15 && (!HOSTILE.is_published || files.len() >= 318), "only {}", files.len());
    let [accepted, refused, either] = counts;
    assert!(accepted > 0 && refused > 0 && either > 0);
    figures::tell("hostile.native.json", files.len()).unwrap();
    figures::tell("hostile.native.json.accepted", accepted).unwrap();
    figures::tell("hostile.native.json.refused", refused).unwrap();
}
