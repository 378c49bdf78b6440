//! The files that are offered.

use Offer::{Annotations, BibTex, CompareCsv, CompareJson, CompareMarkdown, CslJson, PlainText, SchemaOrg, TimelineCsv};

/// A file that can be taken along of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Compare's table, for spreadsheets.
    CompareCsv,
    /// Compare's table, to paste into a text.
    CompareMarkdown,
    /// Compare's table, for programs.
    CompareJson,
    /// The list of moments, for spreadsheets.
    TimelineCsv,
    /// How to cite the reviews, for citation managers.
    CslJson,
    /// The same for LaTeX.
    BibTex,
    /// The same to paste.
    PlainText,
    /// What is known of the reviews, in schema.org's words.
    SchemaOrg,
    /// What was taken from the reviews, as W3C Web Annotations.
    Annotations,
}

impl Offer {
    /// All of them, with the word for each between page and desk, and the words on its button.
    pub const ALL: [(Self, &'static str, &'static str); 9] = [
        (CompareCsv, "compare.csv", "Table (CSV)"),
        (CompareMarkdown, "compare.md", "Table (Markdown)"),
        (CompareJson, "compare.json", "Data (JSON)"),
        (TimelineCsv, "timeline.csv", "Table of moments (CSV)"),
        (CslJson, "citations.json", "Citation (CSL-JSON)"),
        (BibTex, "citations.bib", "Citation (BibTeX)"),
        (PlainText, "citations.txt", "Citation (plain text)"),
        (SchemaOrg, "reviews.jsonld", "Review (schema.org)"),
        (Annotations, "annotations.jsonld", "Annotations (W3C)"),
    ];

    /// How page and desk name it.
    #[must_use]
    pub fn token(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("", |(_, token, _)| token)
    }

    /// The one of that [token](Self::token).
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own, _)| *own == token).map(|(one, ..)| *one)
    }

    /// What its button says.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("", |(.., words)| words)
    }
}
