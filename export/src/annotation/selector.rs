//! A place in a review, as the model's selectors.

use liner_notes_record::model::Locator;
use liner_notes_record::text::Paragraph;
use serde::Serialize;

/// How many code points are quoted on either side of a passage: as many as the record goes by.
const CONTEXT: u32 = 32;

/// The ways to a place: several are ways to the same one.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Selector {
    Place(Fragment),
    PlaceAndWords(Fragment, Quote),
}

impl Selector {
    pub(super) fn of(place: Fragment, quote: Option<Quote>) -> Self {
        match quote {
            Some(quote) => Self::PlaceAndWords(place, quote),
            None => Self::Place(place),
        }
    }
}

/// The words of a passage, and those round it in its paragraph.
#[derive(Serialize)]
pub(super) struct Quote {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

impl Quote {
    pub(super) fn of(text: &Paragraph, start: u32, length: u32) -> Self {
        let words = |from: u32, to: u32| text.slice(from as usize, to.saturating_sub(from) as usize);
        let end = start.saturating_add(length);
        Self {
            kind: "TextQuoteSelector",
            exact: words(start, end),
            prefix: words(start.saturating_sub(CONTEXT), start),
            suffix: words(end, end.saturating_add(CONTEXT)),
        }
    }
}

/// The paragraph, and within it the passage.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fragment {
    #[serde(rename = "type")]
    kind: &'static str,
    /// RFC 5147, the specification of `value`.
    conforms_to: &'static str,
    /// `line=4,5` for the fifth paragraph.
    value: String,
    refined_by: Position,
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

impl Fragment {
    pub(super) fn of(locator: &Locator) -> Self {
        let paragraph = locator.paragraph;
        Self {
            kind: "FragmentSelector",
            conforms_to: "http://tools.ietf.org/rfc/rfc5147",
            value: format!("line={},{paragraph}", paragraph.saturating_sub(1)),
            refined_by: Position {
                kind: "TextPositionSelector",
                start: locator.start,
                end: locator.start.saturating_add(locator.length),
            },
        }
    }
}
