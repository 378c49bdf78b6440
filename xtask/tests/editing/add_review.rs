//! What `add-review` makes is accepted as it is, and what it refuses it refuses in clear words.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use liner_notes_record::source::read as read_record;
use liner_notes_record::{Dial, Shown};

use crate::program::{Outcome, copy, empty_folder, files_below, read, root, write, xtask};

const TEXT: &str = "A word on the whole\n\nIt was long, it was loud, and nobody had asked for it.\n";

/// A folder with a copy of a collection made for tests in `collection`, and `TEXT` in `Some Review.txt`.
fn ground(test: &str, collection: &str) -> Result<PathBuf> {
    let folder = empty_folder(&format!("add-review-{test}-{collection}"))?;
    copy(&root().join("tests/collections").join(collection), &folder.join("collection"))?;
    write(&folder.join("Some Review.txt"), TEXT)?;
    Ok(folder)
}

fn add(folder: &Path, file: &str, more: &[&str]) -> Result<Outcome> {
    let arguments: Vec<&str> =
        ["add-review", file, "--collection", "collection"].into_iter().chain(more.iter().copied()).collect();
    xtask(folder, &arguments.into_iter().map(str::to_owned).collect::<Vec<_>>())
}

/// Fails unless the review is refused in these words and nothing is made.
fn check_refused(folder: &Path, file: &str, more: &[&str], words: &str) -> Result<()> {
    let before = files_below(folder)?;
    let outcome = add(folder, file, more)?;
    ensure!(!outcome.succeeded && outcome.printed.contains(words), "`{words}` is not in:\n{}", outcome.printed);
    assert_eq!(files_below(folder)?, before);
    Ok(())
}

#[test]
fn a_new_review_is_accepted_by_the_check_at_once() -> Result<()> {
    for (collection, number) in [("two", 3), ("three", 4), ("guide", 3)] {
        let folder = ground("accepted", collection)?;
        let outcome = add(&folder, "Some Review.txt", &["--label", "Some \"Review\""])?;
        ensure!(outcome.succeeded, "{}", outcome.printed);
        let record = read_record(&folder.join("collection"))?;
        let review = Shown::new(&record, Dial::None).reviews().last().cloned();
        let told = review.map(|one| (one.number, one.id.to_string(), one.label, one.paragraphs, one.words));
        let measures = (number, "some-review".to_owned(), "Some \"Review\"".to_owned(), vec![19, 54], 17);
        assert_eq!(told, Some(measures), "in {collection}");
    }
    Ok(())
}

#[test]
fn the_number_the_colour_the_measures_and_the_next_step_are_told() -> Result<()> {
    let folder = ground("told", "two")?;
    let printed = add(&folder, "Some Review.txt", &[])?.printed;
    for words in [
        "made collection/reviews/3-some-review.toml",
        "“Some Review” is review 3, which is ochre on the screen; 2 paragraphs, 17 words",
        "locate --fill collection/reviews/3-some-review.toml --text \"Some Review.txt\"",
    ] {
        assert!(printed.contains(words), "`{words}` is not in:\n{printed}");
    }
    Ok(())
}

#[test]
fn the_text_is_not_copied_anywhere() -> Result<()> {
    let folder = ground("not-copied", "two")?;
    let before = files_below(&folder)?;
    add(&folder, "Some Review.txt", &[])?;
    let made: Vec<PathBuf> = files_below(&folder)?.into_iter().filter(|file| !before.contains(file)).collect();
    assert_eq!(made, [Path::new("collection/reviews/3-some-review.toml")]);
    let file = read(&folder.join(&made[0]))?;
    assert!(!file.contains("loud") && !file.contains("word on"), "{file}");
    Ok(())
}

#[test]
fn a_number_in_front_of_the_files_name_is_not_part_of_the_id() -> Result<()> {
    let folder = ground("numbered", "two")?;
    write(&folder.join("03-The Late_Post.txt"), TEXT)?;
    let printed = add(&folder, "03-The Late_Post.txt", &[])?.printed;
    assert!(printed.contains("reviews/3-the-late-post.toml\n“The Late Post”"), "{printed}");
    Ok(())
}

#[test]
fn it_works_while_other_reviews_have_mistakes() -> Result<()> {
    let folder = ground("broken", "two")?;
    let other = folder.join("collection/reviews/1-saltmarsh-quarterly.toml");
    write(&other, &format!("{}\n[[claim]]\ntopic = \n", read(&other)?))?;
    write(&folder.join("collection/topics.toml"), "[[topic]]\nid = 5\n")?;
    let outcome = add(&folder, "Some Review.txt", &[])?;
    assert!(outcome.succeeded && outcome.printed.contains("is review 3"), "{}", outcome.printed);
    Ok(())
}

#[test]
fn a_head_that_cannot_be_read_is_named_and_has_to_be_mended_first() -> Result<()> {
    let folder = ground("headless", "two")?;
    let other = folder.join("collection/reviews/1-saltmarsh-quarterly.toml");
    write(&other, &format!("label = \n{}", read(&other)?))?;
    check_refused(&folder, "Some Review.txt", &[], "mend this one first: the head of collection/reviews/1-saltmarsh")
}

#[test]
fn a_gap_in_the_numbers_is_filled() -> Result<()> {
    let folder = ground("gap", "three")?;
    fs::remove_file(folder.join("collection/reviews/2-harbour-ear.toml"))?;
    let printed = add(&folder, "Some Review.txt", &[])?.printed;
    assert!(printed.contains("is review 2, which is teal"), "{printed}");
    Ok(())
}

#[test]
fn a_text_that_is_in_the_collection_already_is_refused() -> Result<()> {
    let folder = ground("same", "two")?;
    let text = "collection/texts/2-footlight.txt";
    check_refused(
        &folder,
        text,
        &["--id", "other"],
        "this text is in the collection already: it is that of `footlight`",
    )
}

#[test]
fn an_id_that_is_taken_is_refused() -> Result<()> {
    let folder = ground("taken", "two")?;
    check_refused(&folder, "Some Review.txt", &["--id", "footlight"], "the id is taken by `footlight`")
}

#[test]
fn what_is_no_id_is_refused() -> Result<()> {
    let folder = ground("no-id", "two")?;
    check_refused(&folder, "Some Review.txt", &["--id", "Some Review"], "`Some Review` is not an id")?;
    write(&folder.join("Überblick.txt"), TEXT)?;
    check_refused(&folder, "Überblick.txt", &[], "the name `Überblick` makes no id")
}

#[test]
fn a_ninth_review_is_refused() -> Result<()> {
    let folder = ground("ninth", "eight")?;
    check_refused(&folder, "Some Review.txt", &[], "the collection has 8 reviews, and the views hold no more")?;
    fs::remove_file(folder.join("collection/reviews/8-the-long-silence.toml"))?;
    let printed = add(&folder, "Some Review.txt", &[])?.printed;
    assert!(printed.contains("is review 8, which is slate"), "{printed}");
    assert!(read_record(&folder.join("collection")).is_ok(), "the check takes eight as well");
    Ok(())
}

#[test]
fn a_text_without_words_is_refused() -> Result<()> {
    let folder = ground("empty", "two")?;
    write(&folder.join("empty.txt"), "\u{feff} \n\n\t\n")?;
    check_refused(&folder, "empty.txt", &[], "empty.txt holds no words")
}

#[test]
fn a_file_that_is_no_text_is_refused() -> Result<()> {
    let folder = ground("no-text", "two")?;
    fs::write(folder.join("latin.txt"), b"caf\xe9\n")?;
    check_refused(&folder, "latin.txt", &[], "latin.txt is not text in UTF-8")?;
    fs::write(folder.join("sixteen.txt"), b"s\0o\0")?;
    check_refused(&folder, "sixteen.txt", &[], "sixteen.txt is not text in UTF-8")
}

#[test]
fn a_folder_that_is_no_collection_is_refused() -> Result<()> {
    let folder = ground("nowhere", "two")?;
    fs::remove_file(folder.join("collection/work.toml"))?;
    check_refused(&folder, "Some Review.txt", &[], "collection is no collection, as it has no work.toml")
}

#[test]
fn there_are_as_many_colours_as_reviews_can_be() -> Result<()> {
    let tokens = read(&root().join("assets/styles/tokens.css"))?;
    assert!(tokens.contains("--review-8:") && !tokens.contains("--review-9:"), "add-review names eight colours");
    Ok(())
}
