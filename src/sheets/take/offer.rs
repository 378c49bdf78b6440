//! The files that are offered.

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
    /// The score as a drawing.
    ScoreSvg,
    /// The score as a picture of dots.
    ScorePng,
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
    /// The same with the words of the texts that are on the desk.
    AnnotationsWithWords,
}

impl Offer {
    /// All of them, with the word for each between page and desk.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::CompareCsv, "compare.csv"),
        (Self::CompareMarkdown, "compare.md"),
        (Self::CompareJson, "compare.json"),
        (Self::TimelineCsv, "timeline.csv"),
        (Self::ScoreSvg, "score.svg"),
        (Self::ScorePng, "score.png"),
        (Self::CslJson, "citations.json"),
        (Self::BibTex, "citations.bib"),
        (Self::PlainText, "citations.txt"),
        (Self::SchemaOrg, "reviews.jsonld"),
        (Self::Annotations, "annotations.jsonld"),
        (Self::AnnotationsWithWords, "annotations-with-words.jsonld"),
    ];

    /// How page and desk name it.
    #[must_use]
    pub fn token(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, token)| token)
    }

    /// The one of that [token](Self::token).
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == token).map(|(one, _)| *one)
    }
}
