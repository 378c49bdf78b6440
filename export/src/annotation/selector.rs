//! A place in a review, as the model's selectors.

use liner_notes_record::model::Locator;
use serde::Serialize;

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
