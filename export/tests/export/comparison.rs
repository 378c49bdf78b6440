//! Compare's table as CSV and as JSON.

use liner_notes_export::comparison::{Compared, csv, json};
use liner_notes_record::{Dial, Shown};
use serde_json::{Value, json as value};

use super::records::{RECORDS, all_shown, views};
use super::tables::{cell, on_screen, read};

/// The table that CSV must read back as.
pub(crate) fn expected(compared: &Compared<'_>) -> Vec<Vec<String>> {
    let labels = compared.reviews.iter().map(|review| review.label.as_str());
    let head = ["group", "topic", "status"].into_iter().chain(labels).chain(["spoilers", "edition"]);
    let mut table: Vec<Vec<String>> = vec![head.map(str::to_owned).collect()];
    for (group, row) in on_screen(compared) {
        let mut line = vec![group.to_owned(), row.topic.title.clone(), row.status.words().to_owned()];
        line.extend((0..row.cells.len()).map(|place| cell(&row, place)));
        line.extend([compared.shown.dial().words().to_owned(), compared.shown.edition().version.clone()]);
        table.push(line);
    }
    // The reader takes an apostrophe off; so whatever starts with one must have been given another.
    table
}

#[test]
fn the_table_reads_back_as_the_screen_has_it() {
    for compared in all_shown().flat_map(views) {
        assert_eq!(read(&csv(&compared).text), expected(&compared));
    }
}

#[test]
fn every_file_is_named_after_its_work() {
    let compared = Compared::whole(Shown::new(&RECORDS[0], Dial::None));
    let files = [csv(&compared), json(&compared).unwrap()];
    assert_eq!(files.map(|file| file.name), ["soundtrack-1-compare.csv", "soundtrack-1-compare.json"]);
}

#[test]
fn the_json_reads_back_as_the_screen_has_it() {
    for compared in all_shown().flat_map(views) {
        let file: Value = serde_json::from_str(&json(&compared).unwrap().text).unwrap();
        let (work, edition) = (compared.shown.work(), compared.shown.edition());
        assert_eq!(file["work"], value!({ "id": work.id, "title": work.title }));
        assert_eq!(file["edition"]["hash"], edition.hash.as_str());
        assert_eq!(file["spoilers"], compared.shown.dial().token());
        let statuses: Vec<&str> = compared.filter.statuses.iter().map(|status| status.token()).collect();
        assert_eq!(file["filter"]["statuses"], value!(statuses));
        assert_eq!(file["filter"]["text"], compared.filter.text.trim());
        let ids: Vec<&str> = compared.reviews.iter().map(|review| review.id.as_str()).collect();
        let read: Vec<&str> =
            file["reviews"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(read, ids);
        let rows = on_screen(&compared);
        assert_eq!(file["rows"].as_array().unwrap().len(), rows.len());
        for ((group, row), line) in rows.iter().zip(file["rows"].as_array().unwrap()) {
            assert_eq!(line["group_name"], *group);
            assert_eq!(line["title"], row.topic.title.as_str());
            assert_eq!(line["status"], row.status.token());
            let odd = row.odd_one_out.map(|place| row.cells[place].review.id.as_str());
            assert_eq!(line.get("odd_one_out").and_then(Value::as_str), odd);
            let cells: Vec<Value> = row.cells.iter().map(said).collect();
            assert_eq!(line["cells"], Value::Array(cells));
        }
    }
}

fn said(cell: &liner_notes_record::questions::Cell<'_>) -> Value {
    let answer = |answer: &liner_notes_record::questions::Answer<'_>| {
        let claim = answer.claim;
        let mut paragraphs: Vec<u16> = claim.at.iter().map(|locator| locator.paragraph).collect();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        value!({
            "claim": claim.id(),
            "answer": answer.words.as_ref().unwrap_or(&claim.text),
            "text": claim.text,
            "implied": claim.implied,
            "garbled": claim.slip.is_some(),
            "counts": answer.counts,
            "paragraphs": paragraphs,
        })
    };
    value!({
        "review": cell.review.id.as_str(),
        "contradicts_itself": cell.contradicts_itself,
        "answers": cell.answers.iter().map(answer).collect::<Vec<_>>(),
    })
}
