//! The record as data: its document keeps to its schema and becomes the same record again; its table is safe to open.

use std::path::Path;
use std::sync::LazyLock;

use liner_notes_record::Record;
use liner_notes_record::document::{Document, csv, schema};
use liner_notes_record::source::{load, read};
use serde_json::Value;

use super::collection::{Collection, PLACE};

/// The project's own collection and those made for tests.
pub(crate) static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [
        "assets/record",
        "tests/collections/two",
        "tests/collections/three",
        "tests/collections/eight",
        "tests/collections/guide",
    ];
    folders.map(|folder| read(&root.join(folder)).unwrap_or_else(|problems| panic!("{problems}"))).into()
});

fn as_json(record: &Record) -> Value {
    serde_json::from_str(&Document::of(record).json().unwrap()).unwrap()
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&schema().unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    let schema: Value = serde_json::from_str(&schema().unwrap()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::draft202012::meta::validate(&schema).unwrap();
}

#[test]
fn every_document_keeps_to_the_schema() {
    let validator = validator();
    for record in RECORDS.iter() {
        let document = as_json(record);
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn the_schema_refuses_a_document_that_lacks_or_adds_something() {
    let validator = validator();
    let sound = as_json(&RECORDS[0]);
    let mut lacking = sound.clone();
    lacking["claims"][0].as_object_mut().unwrap().remove("at");
    assert!(!validator.is_valid(&lacking));
    let mut adding = sound.clone();
    adding["work"]["stars"] = 5.into();
    assert!(!validator.is_valid(&adding));
    let mut untrue = sound;
    untrue["topics"][0]["reveals"] = "everything".into();
    assert!(!validator.is_valid(&untrue));
}

#[test]
fn a_document_loads_as_the_record_it_was_made_from() {
    for record in RECORDS.iter() {
        let document: Document = serde_json::from_str(&Document::of(record).json().unwrap()).unwrap();
        assert_eq!(load(&document).unwrap_or_else(|problems| panic!("{problems}")), *record);
    }
}

#[test]
fn a_document_whose_content_was_changed_is_refused_by_its_hash() {
    let mut document = Document::of(&RECORDS[0]);
    document.claims[0].text.push('!');
    let refusal = load(&document).unwrap_err().to_string();
    assert!(refusal.contains("edition") && refusal.contains("is not the one given"), "{refusal}");
}

#[test]
fn a_document_with_a_reference_to_nothing_is_refused() {
    let mut document = Document::of(&RECORDS[0]);
    document.moments[0].topics.push("nothing".into());
    let refusal = load(&document).unwrap_err().to_string();
    assert!(refusal.contains("`nothing` names no topic"), "{refusal}");
}

#[test]
fn the_hash_is_that_of_the_document_without_it() {
    use sha2::{Digest, Sha256};
    let mut json = as_json(&RECORDS[1]);
    let hash = json["edition"].as_object_mut().unwrap().remove("hash").unwrap();
    let compact = json.to_string() + "\n";
    let expected: String = Sha256::digest(compact.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, expected);
}

#[test]
fn every_claim_has_an_id_of_its_own() {
    for record in RECORDS.iter() {
        let mut ids: Vec<String> = Document::of(record).claims.into_iter().map(|claim| claim.id).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

/// The ids and texts of two answers to one topic, in the order of the files.
fn ids_and_texts(answers: [(&str, &str); 2]) -> Vec<(String, String)> {
    let mut collection = Collection::of(1);
    collection.topic("one", "premise", "kind = \"text\"");
    for (number, text) in answers {
        collection.reviews[0] +=
            &format!("[[claim]]\ntopic = \"one\"\n{number}text = \"{text}\"\nat = [\"{PLACE}\"]\n");
    }
    let claims = Document::of(&collection.record()).claims;
    let mut ids: Vec<_> = claims.into_iter().map(|claim| (claim.id, claim.text)).collect();
    ids.sort();
    ids
}

#[test]
fn an_id_stays_when_answers_are_put_in_another_order() {
    let (first, second) = (("", "Says so."), ("answer = 2\n", "Says more."));
    let ids = ids_and_texts([first, second]);
    assert_eq!(ids, [("r1/one".into(), "Says so.".into()), ("r1/one/2".into(), "Says more.".into())]);
    assert_eq!(ids_and_texts([second, first]), ids);
}

#[test]
fn a_document_whose_ids_or_counts_do_not_fit_is_refused() {
    let changes: [fn(&mut Document); 2] = [
        |document| document.claims[0].id = "nobody/nothing".into(),
        |document| document.characters[0].spellings[0].count += 1,
    ];
    for change in changes {
        let mut document = Document::of(&RECORDS[0]);
        change(&mut document);
        document.edition.hash = Some(document.hash().unwrap());
        assert!(load(&document).is_err());
    }
}

#[test]
fn any_number_of_two_decimals_keeps_to_the_schema() {
    let validator = validator();
    for rating in ["8.2/10", "4.35/5", "7.5/10"] {
        let mut collection = Collection::of(1);
        collection.topic("stars", "premise", "kind = \"rating\"");
        collection.claim(0, "stars", &format!("value = \"{rating}\""));
        let record = collection.record();
        assert!(validator.is_valid(&as_json(&record)), "{rating}");
        let document: Document = serde_json::from_value(as_json(&record)).unwrap();
        assert_eq!(load(&document).unwrap(), record, "{rating}");
    }
}

#[test]
fn the_table_has_a_row_for_each_claim_and_reads_back_as_written() {
    for record in RECORDS.iter() {
        let table = csv(record).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().from_reader(table.as_bytes());
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let text = names.iter().position(|name| name == "text").unwrap();
        let document = Document::of(record);
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), document.claims.len());
        for (row, claim) in rows.iter().zip(&document.claims) {
            assert_eq!(&row[0], claim.id);
            assert_eq!(row[text].trim_start_matches('\''), claim.text.trim_start_matches('\''));
        }
    }
}

#[test]
fn every_line_of_the_table_ends_in_cr_lf() {
    let table = csv(&RECORDS[0]).unwrap();
    assert!(table.ends_with("\r\n"));
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_starts_with_an_apostrophe() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "＝1"] {
        let mut collection = Collection::of(2);
        collection.topic("one", "premise", "kind = \"text\"");
        collection.claim(0, "one", &format!("says = \"{formula}\""));
        let table = csv(&collection.record()).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().from_reader(table.as_bytes());
        let says = reader.headers().unwrap().iter().position(|name| name == "says").unwrap();
        let row = reader.records().next().unwrap().unwrap();
        assert!(row[says].starts_with('\''), "{formula} stands as {}", &row[says]);
    }
}
