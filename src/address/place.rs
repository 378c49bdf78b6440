//! The pages.

/// A page. The slugs are as they stand in the address; what they lead to is for the record to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// What the work is and what they thought.
    #[default]
    Overview,
    /// Topics by reviews.
    Compare,
    /// Everyone's cards.
    Cast,
    /// One card.
    Card(String),
    /// The score.
    Timeline,
    /// The list of reviews.
    Reviews,
    /// One review.
    Review(String),
    /// Looking things up by words.
    Search,
    /// Reviews' texts side by side.
    Beside,
    /// What can be taken along of a view.
    Take,
    /// How the record was made, what is in it and how to take it along.
    About,
    /// No page; the path as it came.
    Unknown(String),
}

impl Place {
    /// The five that are always at hand, with their names.
    pub const MAIN: [(Self, &'static str); 5] = [
        (Self::Overview, "Overview"),
        (Self::Compare, "Compare"),
        (Self::Cast, "Cast"),
        (Self::Timeline, "Timeline"),
        (Self::Reviews, "Reviews"),
    ];

    /// The page at a path below the base. A slash more or less at either end changes nothing.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [""] | ["index.html"] => Self::Overview,
            ["compare"] => Self::Compare,
            ["cast"] => Self::Cast,
            ["cast", slug] => Self::Card((*slug).to_owned()),
            ["timeline"] => Self::Timeline,
            ["reviews"] => Self::Reviews,
            ["reviews", slug] => Self::Review((*slug).to_owned()),
            ["search"] => Self::Search,
            ["beside"] => Self::Beside,
            ["take"] => Self::Take,
            ["about"] => Self::About,
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// Its path below the base, without a slash in front.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::Compare => "compare".into(),
            Self::Cast => "cast".into(),
            Self::Card(slug) => format!("cast/{slug}"),
            Self::Timeline => "timeline".into(),
            Self::Reviews => "reviews".into(),
            Self::Review(slug) => format!("reviews/{slug}"),
            Self::Search => "search".into(),
            Self::Beside => "beside".into(),
            Self::Take => "take".into(),
            Self::About => "about".into(),
            Self::Unknown(path) => path.clone(),
        }
    }

    /// Which of the five main places it belongs to.
    #[must_use]
    pub fn main(&self) -> Option<Self> {
        Some(match self {
            Self::Card(_) => Self::Cast,
            Self::Review(_) => Self::Reviews,
            Self::Search | Self::Beside | Self::Take | Self::About | Self::Unknown(_) => return None,
            main => main.clone(),
        })
    }
}
