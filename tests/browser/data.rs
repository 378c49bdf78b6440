//! The files that a build lays beside the app for others to take along.

use std::fs;

use anyhow::{Context, Result};
use liner_notes_record::Dial;
use liner_notes_record::document::Document;
use liner_notes_record::source::load;

use crate::collection::{Collection, built};

#[test]
fn every_site_carries_its_whole_record_as_json() -> Result<()> {
    for collection in Collection::all()? {
        let work = &collection.at(Dial::None).work().id;
        let file = built(&collection.name)?.join("data").join(format!("{work}.json"));
        let json = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let document: Document = serde_json::from_str(&json).with_context(|| format!("in {}", file.display()))?;
        assert!(collection.holds(&load(&document)?), "{} is another record than {}", file.display(), collection.name);
    }
    Ok(())
}

#[test]
fn every_site_carries_the_schema_and_the_table_of_claims() -> Result<()> {
    for collection in Collection::all()? {
        let shown = collection.at(Dial::All);
        let data = built(&collection.name)?.join("data");
        let schema: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(data.join("collection.schema.json"))?)?;
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let table = fs::read_to_string(data.join(format!("{}.csv", shown.work().id)))?;
        let rows = table.matches("\r\n").count() - 1;
        assert_eq!(rows, shown.claims().count(), "rows of {}", collection.name);
        assert!(table.contains(&shown.edition().hash), "the table of {} names its edition", collection.name);
    }
    Ok(())
}
