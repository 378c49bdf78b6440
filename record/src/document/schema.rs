//! The JSON Schema of the document, generated from its types.

use schemars::generate::SchemaSettings;

use super::Document;

/// The schema (draft 2020-12) as JSON, laid out for reading, with a line feed at its end.
///
/// # Errors
/// Never: JSON can write every schema.
pub fn schema() -> serde_json::Result<String> {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Document>();
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}
