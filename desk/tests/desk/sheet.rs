//! A sheet, taken apart.

use std::collections::BTreeMap;

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

/// An element on it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// Its words, with those of the elements in it.
    pub(crate) words: String,
}

impl Sheet {
    /// The sheet of an address; `at` is where the arrow keys are.
    pub(crate) fn of(desk: &Desk, dial: Dial, address: Address, at: Option<usize>) -> Self {
        let ask = Ask { dial, form: Form::Hash, address, wanted: Wanted::Sheet { at } };
        let Some(Said::Sheet(Answer { of, says, at, shows, sheet })) = desk.answer(&ask) else { panic!("no sheet") };
        assert_eq!(of, ask.to());
        Self { says, at, shows, text: sheet }
    }

    /// What the elements of that name have for that attribute.
    pub(crate) fn values(&self, element: &str, attribute: &str) -> Vec<&str> {
        let parts = self.text.split(['\u{1}', '\u{6}']);
        let opened = parts.filter(|part| part.split(['\u{2}', '\u{4}', '\u{5}']).next() == Some(element));
        let named = format!("\u{2}{attribute}\u{3}");
        opened.filter_map(|part| part.split_once(&named)?.1.split(|mark| mark <= '\u{6}').next()).collect()
    }

    /// All elements, in the order in which they end.
    fn elements(&self) -> Vec<Element> {
        let mut open: Vec<Element> = Vec::new();
        let mut closed = Vec::new();
        let mut attribute = "";
        let marks = self.text.match_indices(|mark| mark <= '\u{6}');
        for (place, mark) in marks {
            let word = self.text[place + 1..].split(|mark| mark <= '\u{6}').next().unwrap();
            match mark {
                "\u{1}" => open.push(Element { name: word.to_owned(), ..Element::default() }),
                "\u{2}" => attribute = word,
                "\u{3}" => drop(open.last_mut().unwrap().attributes.insert(attribute.to_owned(), word.to_owned())),
                "\u{5}" => open.iter_mut().for_each(|element| element.words.push_str(word)),
                "\u{6}" => closed.extend(open.pop()),
                _ => {}
            }
        }
        closed
    }

    /// The elements of that class, in the order in which they end.
    pub(crate) fn classed(&self, class: &str) -> Vec<Element> {
        let is_of = |element: &Element| {
            element.attributes.get("class").is_some_and(|own| own.split(' ').any(|one| one == class))
        };
        self.elements().into_iter().filter(is_of).collect()
    }

    /// The words of the elements of that class.
    pub(crate) fn words(&self, class: &str) -> Vec<String> {
        self.classed(class).into_iter().map(|element| element.words).collect()
    }

    /// The words of the elements of that name.
    pub(crate) fn words_in(&self, name: &str) -> Vec<String> {
        self.elements().into_iter().filter(|element| element.name == name).map(|element| element.words).collect()
    }

    /// The names of the groups of hits.
    pub(crate) fn groups(&self) -> Vec<&str> {
        self.values("section", "aria-label")
    }
}
