//! What stands on what, and how much it must stand out.

/// What words are to have (1.4.6, of level AAA), and what they need (1.4.3).
const WORDS: f64 = 7.0;
const SHORT_WORDS: f64 = 4.5;

/// What signs, edges of controls and large words need (1.4.3, 1.4.11).
const SIGNS: f64 = 3.0;

/// Every one of these on every one of those.
pub(crate) struct Pair {
    pub(crate) what: &'static str,
    pub(crate) marks: &'static [&'static str],
    pub(crate) grounds: &'static [&'static str],
    /// Whether it is read, or looked at.
    pub(crate) is_read: bool,
    /// The least contrast.
    pub(crate) least: f64,
}

impl Pair {
    const fn words(what: &'static str, marks: &'static [&'static str], grounds: &'static [&'static str]) -> Self {
        Self { what, marks, grounds, is_read: true, least: WORDS }
    }

    const fn short_words(what: &'static str, marks: &'static [&'static str], grounds: &'static [&'static str]) -> Self {
        Self { what, marks, grounds, is_read: true, least: SHORT_WORDS }
    }

    const fn signs(what: &'static str, marks: &'static [&'static str], grounds: &'static [&'static str]) -> Self {
        Self { what, marks, grounds, is_read: false, least: SIGNS }
    }

    /// Each with each.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let grounds = self.grounds;
        self.marks.iter().flat_map(move |mark| grounds.iter().map(move |ground| (*mark, *ground)))
    }
}

/// Lines that only part what words and room part already; nothing is lost with them, and 1.4.11 asks nothing of them.
/// Whoever asks for more contrast gets an edge in their place.
pub(crate) const SEPARATES: [&str; 1] = ["rule"];

/// Grounds that are drawn as a picture's shapes, and so are painted as marks are.
pub(crate) const DRAWN_GROUNDS: [&str; 2] = ["sheet", "veil"];

/// What lies over a page behind a question. Nothing stands on it but what has a ground of its own.
pub(crate) const BACKDROPS: [&str; 2] = ["#171210b3", "#171210"];

/// All of them.
pub(crate) const PAIRS: &[Pair] = &[
    Pair::words("running words", &["ink", "soft-ink"], &["paper", "sheet", "veil"]),
    Pair::words("an answer of the odd one out", &["ink", "soft-ink"], &["differ 7% sheet"]),
    Pair::words("that it is the odd one out", &["differ"], &["differ 7% sheet"]),
    Pair::words(
        "a marked passage, of several, pointed at, led to",
        &["ink"],
        &[
            "review 9% paper",
            "review 9% sheet",
            "review 15% paper",
            "review 15% sheet",
            "review 21% paper",
            "review 21% sheet",
            "review 24% paper",
            "review 24% sheet",
            "review 27% paper",
            "review 27% sheet",
        ],
    ),
    Pair::words("the number of a paragraph", &["review 70% ink"], &["paper", "sheet"]),
    Pair::words("a status", &["status"], &["paper", "sheet", "veil"]),
    Pair::words("what is chosen, pointed at, or said at the foot of the window", &["paper"], &["ink", "soft-ink"]),
    Pair::short_words("a number or a link that stands out", &["accent"], &["paper", "sheet", "veil"]),
    Pair::short_words("a review's number", &["on-review"], &["review"]),
    Pair::short_words("chosen words", &["on-review"], &["accent"]),
    Pair::words("the sleeve", &["#fffaf0"], &["#9e2f1b"]),
    Pair::signs("edges of controls", &["edge"], &["paper", "sheet", "veil"]),
    Pair::signs("a review's sign, line, note or disc", &["review"], &["paper", "sheet", "veil", "differ 7% sheet"]),
];
