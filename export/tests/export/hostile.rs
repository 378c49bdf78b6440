//! Whatever the strings of a record are, every file reads back as what they are.

use liner_notes_export::comparison::{Compared, csv, markdown};
use liner_notes_export::timeline;
use liner_notes_record::{Dial, Shown};
use proptest::prelude::*;

use super::records::{self, made_of};
use super::{annotations, citations, comparison, reviews, tables};

/// What has a meaning somewhere: in a spreadsheet, in Markdown, in TeX, in HTML, in JSON, in the order of letters.
const PIECES: [&str; 44] = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-2",
    "@SUM(A1)",
    "＝1",
    "'",
    "''",
    "\"",
    "\"\"",
    ",",
    ";",
    "|",
    "\\|",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\\",
    "{",
    "}",
    "{{",
    "%",
    "$x$",
    "#",
    "&amp;",
    "~~a~~",
    "^",
    "_b_",
    "*c*",
    "**",
    "`d`",
    "[e](f)",
    "![g](h)",
    "<script>",
    "https://i.example",
    "1. ",
    "- ",
    "--",
    " and ",
    ", ",
    "שלום",
    "\u{202e}ab",
    "🎭",
    "e\u{301}",
];

fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![prop::sample::select(&PIECES[..]).prop_map(str::to_owned), "[a-zA-Z ]{0,6}"];
    // A letter somewhere: an empty name is nobody's.
    (prop::collection::vec(piece.clone(), 0..4), prop::collection::vec(piece, 0..3))
        .prop_map(|(before, after)| format!("{}a{}", before.concat(), after.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_file_reads_back(strings in prop::collection::vec(string(), 1..24)) {
        let record = made_of(&strings);
        let shown = Shown::new(&record, Dial::All);
        let compared = Compared::whole(shown);
        let table = csv(&compared).text;
        prop_assert_eq!(tables::read(&table), comparison::expected(&compared));
        prop_assert_eq!(super::markdown::read(&markdown(&compared).text), super::markdown::expected(&compared));
        let all = records::reviews(shown);
        prop_assert_eq!(tables::read(&timeline::csv(shown, &all).text), super::timeline::expected(shown, &all));
        citations::csl_holds(shown);
        citations::bibtex_holds(shown);
        annotations::holds(shown);
        reviews::holds(shown);
    }

    #[test]
    fn no_cell_starts_like_a_formula(strings in prop::collection::vec(string(), 1..24)) {
        let record = made_of(&strings);
        let shown = Shown::new(&record, Dial::All);
        let all = records::reviews(shown);
        for table in [csv(&Compared::whole(shown)).text, timeline::csv(shown, &all).text] {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
            for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{}", cell);
            }
        }
    }
}
