//! A sheet, taken apart.

use liner_notes::address::{Address, Form};
use liner_notes::asking::{Answer, Ask, Wanted};
use liner_notes_desk::{Desk, Said};
use liner_notes_record::Dial;

/// What the desk has drawn.
pub(crate) struct Sheet {
    pub(crate) says: String,
    pub(crate) at: Option<usize>,
    pub(crate) text: String,
}

impl Sheet {
    /// The sheet of an address; `at` is where the arrow keys are.
    pub(crate) fn of(desk: &Desk, dial: Dial, address: Address, at: Option<usize>) -> Self {
        let ask = Ask { dial, form: Form::Hash, address, wanted: Wanted::Sheet { at } };
        let Some(Said::Sheet(Answer { of, says, at, sheet, .. })) = desk.answer(&ask) else { panic!("no sheet") };
        assert_eq!(of, ask.address.href(&ask.form));
        Self { says, at, text: sheet }
    }

    /// What the elements of that name have for that attribute.
    pub(crate) fn values(&self, element: &str, attribute: &str) -> Vec<&str> {
        let parts = self.text.split(['\u{1}', '\u{6}']);
        let opened = parts.filter(|part| part.split(['\u{2}', '\u{4}', '\u{5}']).next() == Some(element));
        let named = format!("\u{2}{attribute}\u{3}");
        opened.filter_map(|part| part.split_once(&named)?.1.split(|mark| mark <= '\u{6}').next()).collect()
    }

    /// The names of the groups of hits.
    pub(crate) fn groups(&self) -> Vec<&str> {
        self.values("section", "aria-label")
    }
}
