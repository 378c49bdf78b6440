//! What a reader is told to cite is the edition that the record says it is.

use anyhow::{Context, Result};
use toml_edit::DocumentMut;

use crate::program::{read, root};

/// What `CITATION.cff` says under a key at its left edge, without quotes.
fn cited(key: &str) -> Result<String> {
    let file = read(&root().join("CITATION.cff"))?;
    let line = file.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    Ok(line.with_context(|| format!("CITATION.cff has no `{key}`"))?.trim().trim_matches('"').to_owned())
}

#[test]
fn the_citation_names_the_edition_of_the_record() -> Result<()> {
    let work: DocumentMut = read(&root().join("assets/record/work.toml"))?.parse()?;
    for (key, field) in [("version", "version"), ("date-released", "date"), ("license", "licence")] {
        let edition = work["edition"][field].as_str().with_context(|| format!("the edition has no `{field}`"))?;
        assert_eq!(cited(key)?, edition, "`{key}` in CITATION.cff and `{field}` in assets/record/work.toml");
    }
    Ok(())
}

#[test]
fn the_citation_says_what_it_is_of() -> Result<()> {
    assert_eq!(cited("cff-version")?, "1.2.0");
    assert_eq!(cited("type")?, "dataset");
    assert!(cited("title")?.starts_with("Liner Notes"));
    Ok(())
}
