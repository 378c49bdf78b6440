//! `locate` is there when it is needed most: while the record has mistakes.

use anyhow::Result;

use crate::program::{Outcome, copy, empty_folder, read, root, write, xtask};

/// Asks for a place of a review of a collection whose first review is half written.
fn locate(test: &str, review: &str) -> Result<Outcome> {
    let folder = empty_folder(&format!("locate-{test}"))?;
    copy(&root().join("tests/collections/guide"), &folder)?;
    let first = folder.join("reviews/1-aerial.toml");
    write(&first, &format!("label = \n{}", read(&first)?))?;
    let line = format!("locate {review} gravel --texts texts --collection .");
    xtask(&folder, &line.split(' ').map(str::to_owned).collect::<Vec<_>>())
}

#[test]
fn a_place_is_found_while_another_review_cannot_be_read() -> Result<()> {
    let outcome = locate("broken", "hearsay")?;
    assert!(outcome.succeeded && outcome.printed.starts_with("at = [\"¶4 4+6 "), "{}", outcome.printed);
    Ok(())
}

#[test]
fn a_review_that_is_not_found_may_be_in_the_file_that_cannot_be_read() -> Result<()> {
    let printed = locate("unread", "aerial")?.printed;
    assert!(printed.contains("there is no review `aerial`; there are hearsay; the head of"), "{printed}");
    Ok(())
}
