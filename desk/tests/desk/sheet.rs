//! A sheet, taken apart.

use liner_notes::address::{Address, Form};
use liner_notes::asking::{Answer, Ask, Wanted};
use liner_notes_desk::{Desk, Said};
use liner_notes_record::Dial;

/// What the desk has drawn.
pub(crate) struct Sheet {
    pub(crate) says: String,
    pub(crate) at: Option<usize>,
    pub(crate) shows: Option<String>,
    pub(crate) text: String,
}

impl Sheet {
    /// The sheet of an address; `at` is where the arrow keys are.
    pub(crate) fn of(desk: &Desk, dial: Dial, address: Address, at: Option<usize>) -> Self {
        let ask = Ask { dial, form: Form::Hash, address, wanted: Wanted::Sheet { at } };
        let Some(Said::Sheet(Answer { of, says, at, shows, sheet })) = desk.answer(&ask) else { panic!("no sheet") };
        assert_eq!(of, ask.address.href(&ask.form));
        Self { says, at, shows, text: sheet }
    }

    /// What the elements of that name have for that attribute.
    pub(crate) fn values(&self, element: &str, attribute: &str) -> Vec<&str> {
        let parts = self.text.split(['\u{1}', '\u{6}']);
        let opened = parts.filter(|part| part.split(['\u{2}', '\u{4}', '\u{5}']).next() == Some(element));
        let named = format!("\u{2}{attribute}\u{3}");
        opened.filter_map(|part| part.split_once(&named)?.1.split(|mark| mark <= '\u{6}').next()).collect()
    }

    /// The words in the elements of that name.
    pub(crate) fn words(&self, element: &str) -> Vec<String> {
        let is_mark = |c: char| c <= '\u{6}';
        let starts: Vec<usize> = self.text.match_indices(is_mark).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([self.text.len()]);
        let parts: Vec<(&str, &str)> =
            starts.iter().zip(ends).map(|(at, end)| self.text[*at..end].split_at(1)).collect();
        let opened = (0..parts.len()).filter(|place| parts[*place] == ("\u{1}", element));
        let inside = |opened: usize| {
            let (mut depth, mut words) = (1, String::new());
            for (mark, word) in &parts[opened + 1..] {
                match *mark {
                    "\u{1}" => depth += 1,
                    "\u{5}" => words.push_str(word),
                    "\u{6}" => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            words
        };
        opened.map(inside).collect()
    }

    /// The names of the groups of hits.
    pub(crate) fn groups(&self) -> Vec<&str> {
        self.values("section", "aria-label")
    }
}
