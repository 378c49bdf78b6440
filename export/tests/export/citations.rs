//! Citations, read back with citationberg, the schema of CSL-JSON and biblatex.

use biblatex::{Bibliography, Chunk, ChunksExt, EntryType};
use citationberg::json::{DateValue, Item, NameValue, Value, VecDate};
use liner_notes_export::citation::{bibtex, csl_json, plain_text, sentence};
use liner_notes_record::model::Review;
use liner_notes_record::{Dial, Shown};

use super::records::{RECORDS, address, all_shown, reviews};
use super::standards::CSL;

/// The parts of the two ends of a date, or of the one.
fn parts(review: &Review) -> Option<Vec<Vec<i16>>> {
    let parts =
        |date: liner_notes_record::value::Date| date.iso().split('-').map(|part| part.parse().unwrap()).collect();
    let date = review.date?;
    let (from, to): (Vec<i16>, Vec<i16>) = (parts(date.from()), parts(date.to()));
    Some(if from == to { vec![from] } else { vec![from, to] })
}

/// Holds a record's citations against what is known of its reviews.
#[track_caller]
pub(crate) fn csl_holds(shown: Shown<'_>) {
    let reviews = reviews(shown);
    let text = csl_json(shown, &reviews).unwrap().text;
    let items: Vec<Item> = serde_json::from_str(&text).unwrap();
    assert_eq!(items.len(), reviews.len());
    for (item, review) in items.iter().zip(reviews) {
        let known = |key: &str| item.0.get(key).and_then(Value::to_str).map(|text| text.into_owned());
        assert_eq!(item.id().unwrap(), review.id.as_str());
        assert_eq!(item.type_().unwrap(), "review");
        assert_eq!(known("title"), review.title);
        assert_eq!(known("publisher"), review.publisher);
        assert_eq!(known("URL"), address(review));
        assert_eq!(known("reviewed-title").unwrap(), shown.work().title);
        let author = item.0.get("author").map(|value| match value {
            Value::Names(names) => match names.as_slice() {
                [NameValue::Literal(name)] => name.literal.clone(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        });
        assert_eq!(author, review.author);
        let issued = item.0.get("issued").map(|value| match value {
            Value::Date(DateValue::DateParts { date_parts, .. }) => {
                date_parts.0.iter().map(|VecDate(parts)| parts.clone()).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        });
        assert_eq!(issued, parts(review));
        // Beyond these, nothing was made up.
        let known = ["author", "id", "issued", "publisher", "reviewed-title", "title", "type", "URL"];
        assert!(item.0.keys().all(|key| known.contains(&key.as_str())), "{item:?}");
    }
}

#[test]
fn csl_json_has_what_is_known_and_nothing_else() {
    all_shown().for_each(csl_holds);
}

#[test]
fn csl_json_keeps_to_its_schema() {
    for schema in CSL.all() {
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        let validator = jsonschema::draft7::new(&schema).unwrap();
        assert!(!validator.is_valid(&serde_json::json!([{ "id": "a", "type": "tellings" }])));
        for shown in all_shown() {
            let text = csl_json(shown, &reviews(shown)).unwrap().text;
            let errors: Vec<String> =
                validator.iter_errors(&serde_json::from_str(&text).unwrap()).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0]);
        }
    }
}

/// A text as TeX sets it: white space of any kind is one space.
fn set(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Holds a record's BibTeX against what is known of its reviews.
#[track_caller]
pub(crate) fn bibtex_holds(shown: Shown<'_>) {
    let reviews = reviews(shown);
    let text = bibtex(shown, &reviews).text;
    let bibliography = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(bibliography.len(), reviews.len());
    for review in reviews {
        let entry = bibliography.get(review.id.as_str()).unwrap();
        let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
        let kind = if review.address.is_some() { EntryType::Online } else { EntryType::Misc };
        assert_eq!(entry.entry_type, kind);
        assert_eq!(field("title"), review.title.as_deref().map(set), "{text}");
        assert_eq!(field("organization"), review.publisher.as_deref().map(set), "{text}");
        assert_eq!(field("url"), address(review));
        assert_eq!(field("note").unwrap(), format!("Review of {}", set(&shown.work().title)), "{text}");
        assert_eq!(field("author"), review.author.as_deref().map(set), "{text}");
        // One author with one name, however many words and commas are in it. A name with this sign is, to this reader
        // alone, a list of the name's parts.
        if let Some(author) = review.author.as_deref().filter(|author| !author.contains('=')) {
            let authors = entry.author().unwrap();
            let names: Vec<&str> = authors.iter().map(|person| person.name.as_str()).collect();
            assert_eq!(names, [set(author)], "{text}");
            assert!(authors.iter().all(|person| person.given_name.is_empty()), "{text}");
        }
        let date = review.date.map(|date| match (date.from().iso(), date.to().iso()) {
            (from, to) if from == to => from,
            (from, to) => format!("{from}/{to}"),
        });
        assert_eq!(field("date"), date);
        assert_eq!(entry.date().is_ok(), date.is_some());
    }
}

#[test]
fn bibtex_has_what_is_known_and_nothing_else() {
    all_shown().for_each(bibtex_holds);
}

#[test]
fn capitals_of_titles_are_protected() {
    for shown in all_shown() {
        let text = bibtex(shown, &reviews(shown)).text;
        let bibliography = Bibliography::parse(&text).unwrap();
        for entry in bibliography.iter().filter_map(|entry| entry.title().ok()) {
            // What stands between the two braces is protected; before them is nothing.
            let is_protected = |chunk: &Chunk| matches!(chunk, Chunk::Verbatim(_)) || chunk.get().is_empty();
            assert!(entry.iter().all(|chunk| is_protected(&chunk.v)), "{entry:?}");
        }
    }
}

#[test]
fn the_plain_text_leaves_out_what_is_not_known() {
    let shown = Shown::new(&RECORDS[0], Dial::None);
    let sentences: Vec<String> = shown.reviews().iter().map(|review| sentence(shown, review)).collect();
    assert_eq!(sentences[0], "Review of Soundtrack #1. https://talentsofworld.com/k-drama-flashback-soundtrack-1");
    assert_eq!(
        sentences[4],
        "“Review: Soundtrack #1.” Review of Soundtrack #1. Ahgase Watch TV. \
         https://ahgasewatchtv.com/drama/review-soundtrack-1/"
    );
    let eight = RECORDS.iter().find(|record| Shown::new(record, Dial::None).work().id == "moon-ferry").unwrap();
    let shown = Shown::new(eight, Dial::None);
    let dated = shown.reviews().iter().find(|review| review.id.as_str() == "tide-table").unwrap();
    assert!(sentence(shown, dated).ends_with("Tide Table, 1 May 2031."), "{}", sentence(shown, dated));
}

#[test]
fn the_plain_text_has_a_line_for_each_review() {
    for shown in all_shown() {
        let text = plain_text(shown, &reviews(shown)).text;
        assert_eq!(text.lines().count(), shown.reviews().len());
        for (line, review) in text.lines().zip(shown.reviews()) {
            for known in [
                review.author.as_deref(),
                review.title.as_deref(),
                review.publisher.as_deref(),
                review.address.as_deref(),
            ]
            .into_iter()
            .flatten()
            {
                assert!(line.contains(known), "{line}");
            }
        }
    }
}

#[test]
fn a_file_of_one_review_goes_by_its_name() {
    let shown = Shown::new(&RECORDS[0], Dial::None);
    let one = [&shown.reviews()[1]];
    let names =
        [bibtex(shown, &one).name, csl_json(shown, &one).unwrap().name, plain_text(shown, &reviews(shown)).name];
    assert_eq!(names, ["soundtrack-1-nme.bib", "soundtrack-1-nme.csl.json", "soundtrack-1-citations.txt"]);
}
