//! No field is forgotten: the check itself is asked which it takes, by offering it one that nobody takes.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use liner_notes_record::source::{Folder, check};
use toml_edit::{DocumentMut, Item, Table};

use crate::guide::guide;
use crate::program::{files_below, read, root};

/// A field that nobody takes.
const STRANGER: &str = "stranger";

const FILES: [&str; 6] =
    ["work.toml", "topics.toml", "people.toml", "moments.toml", "related.toml", "reviews/1-some.toml"];

/// What the guide has and the check does not: it is for drafts, and `locate --fill` takes it out.
const DRAFTS: (&str, &str) = ("[[spelling]]", "only");

/// The fields that each table takes. A table goes by its header, the head of a file by the file's name.
fn fields() -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut fields = BTreeMap::new();
    for file in FILES {
        explore(file, "", "", &mut fields).with_context(|| file.to_owned())?;
    }
    Ok(fields)
}

/// Finds the fields of the table at `path`, to which `header` leads, and of the tables in it.
fn explore(file: &str, path: &str, header: &str, fields: &mut BTreeMap<String, BTreeSet<String>>) -> Result<()> {
    let known = taken(file, header).context("there is no such table")?;
    let own_header = header.lines().last().unwrap_or_default();
    let name = if own_header.is_empty() { head_of(file) } else { own_header.to_owned() };
    let mut plain = BTreeSet::new();
    for field in known {
        let below = if path.is_empty() { field.clone() } else { format!("{path}.{field}") };
        let headers = [format!("{header}[{below}]\n"), format!("{header}[[{below}]]\n")];
        match headers.into_iter().find(|header| taken(file, header).is_some()) {
            Some(header) => explore(file, &below, &header, fields)?,
            None => drop(plain.insert(field)),
        }
    }
    fields.insert(name, plain);
    Ok(())
}

/// What the guide calls the head of a file.
fn head_of(file: &str) -> String {
    file.replace("1-some", "N-id")
}

/// The fields that are taken where the stranger is not; nothing where no table is.
fn taken(file: &str, header: &str) -> Option<Vec<String>> {
    let folder = Folder::new("", [(file.to_owned(), format!("{header}{STRANGER} = 1\n"))]);
    let problems = check(&folder).err()?;
    let refusal = format!("unknown field `{STRANGER}`, expected ");
    let listed = problems.0.iter().find_map(|problem| problem.what.strip_prefix(&refusal))?;
    Some(listed.split('`').skip(1).step_by(2).map(str::to_owned).collect())
}

#[test]
fn every_field_stands_in_the_table_of_fields_of_its_kind_and_no_other_does() -> Result<()> {
    let sections = &guide()?.sections;
    let fields = fields()?;
    for (table, mut fields) in fields {
        if table == DRAFTS.0 {
            fields.insert(DRAFTS.1.to_owned());
        }
        if fields.is_empty() {
            continue;
        }
        let heading = format!("`{table}`");
        let rows = sections.iter().filter(|(words, _)| words.starts_with(&heading)).map(|(_, rows)| rows);
        let rows: BTreeSet<String> = rows.flatten().cloned().collect();
        assert_eq!(rows, fields, "under the heading with {heading}");
    }
    Ok(())
}

#[test]
fn the_walk_uses_every_field() -> Result<()> {
    let folder = root().join("tests/collections/guide");
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files_below(&folder)?.iter().filter(|file| file.extension().is_some_and(|end| end == "toml")) {
        let document: DocumentMut = read(&folder.join(file))?.parse()?;
        let file = if file.starts_with("reviews") { FILES[5].to_owned() } else { file.display().to_string() };
        note(&head_of(&file), "", document.as_table(), &mut used);
    }
    for (table, fields) in fields()? {
        let used = used.remove(&table).unwrap_or_default();
        assert_eq!(fields.difference(&used).count(), 0, "in {table} the walk uses {used:?} of {fields:?}");
    }
    Ok(())
}

/// Notes the fields that a table and those in it have.
fn note(name: &str, path: &str, table: &Table, used: &mut BTreeMap<String, BTreeSet<String>>) {
    for (field, item) in table {
        let below = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        match item {
            Item::Table(table) => note(&format!("[{below}]"), &below, table, used),
            Item::ArrayOfTables(tables) => {
                tables.iter().for_each(|table| note(&format!("[[{below}]]"), &below, table, used));
            }
            _ => drop(used.entry(name.to_owned()).or_default().insert(field.to_owned())),
        }
    }
}

#[test]
fn the_check_is_asked_about_every_table_that_there_is() -> Result<()> {
    let tables: Vec<String> = fields()?.into_keys().collect();
    for table in ["work.toml", "[edition]", "[[topic.position]]", "reviews/N-id.toml", "[[claim]]", "[[slip]]"] {
        assert!(tables.iter().any(|known| known == table), "{table} is not among {tables:?}");
    }
    Ok(())
}
